"""Two regions say the same of one federal project with two numbers.

## Why this is bad
The words were taken from the federal template, and one of the two regions has mistyped its number.

## Example
    # catalog/federal-projects/health.yaml
    stratkit: federal-projects/1
    industry: health
    projects:
      - {id: digital-card, title: Цифровая карта пациента}
    # demo/projects/health/records.yaml
    goal: Карта пациента видна врачам 100 больниц страны   # error: REG008
    # sample/projects/health/records.yaml
    goal: Карта пациента видна врачам 10 больниц страны   # error: REG008

## Use instead
    # demo/projects/health/records.yaml
    goal: Карта пациента видна врачам 10 больниц страны
    # sample/projects/health/records.yaml
    goal: Карта пациента видна врачам 10 больниц страны
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.quantities import quantities
from stratkit.lint.rule import Gathered, origin_of, place_of, workspace_rule
from stratkit.lint.shapes import PAGE
from stratkit.model.linked import Catalog, Strategy

_REGIONS = 2


def _told(strategy: Strategy) -> Gathered:
    """The name of the region, and what it says of federal projects: of which, where, how much and with which words."""
    return [
        strategy.frame.region.name.nominative,
        [
            [
                f"{one.project.federal.id} {one.part} {one.unit}",
                b" ".join(sorted(one.words)).decode(PAGE),
                one.value, one.told, place_of(one.origin), one.project.id,
            ]
            for one in quantities(strategy)
            if one.project.federal is not None
        ],
    ]  # fmt: skip


@workspace_rule("REG008", "figure-of-twin-project", Severity.INFO, _told, packs=("comparison",))
def figure_of_twin_project(_catalog: Catalog, gathered: Mapping[str, Gathered]) -> Iterator[Finding]:
    alike: defaultdict[tuple[str, str], list[tuple[str, float, str, list[str | int], str]]] = defaultdict(list)
    for name, told in gathered.values():
        for about, words, value, said, place, subject in told:
            alike[about, words].append((name, value, said, place, subject))
    for group in alike.values():
        values = [value for _, value, _, _, _ in group]
        often = max(map(values.count, values))
        for region, value, said, place, subject in group if len(set(values)) == _REGIONS else ():
            other = next(one for one in group if one[1] != value)
            # Where as many say the one as the other, nobody knows which is right.
            if region != other[0] and (values.count(value) < often or 2 * often == len(values)):
                yield Finding(
                    origin_of(place),
                    say("here stands '{here}', in the same words of {region} '{there}'", here=said, there=other[2], region=other[0]),
                    say("compare both with the federal template"),
                    related=((origin_of(other[3]), say("the other stands here")),),
                    subject=subject,
                )  # fmt: skip
