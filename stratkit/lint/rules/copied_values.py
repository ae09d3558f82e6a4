"""Two regions plan exactly the same values for a common indicator.

## Why this is bad
Regions differ; equal figures were mostly copied, from a neighbour or from a template.

## Example
    # sample/indicators/health.yaml
    indicators:
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}   # error: REG003

## Use instead
    # sample/indicators/health.yaml
    indicators:
      - {id: e-records, common: e-records, plan: {2022: 15, 2023: 45, 2024: 90}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import Gathered, origin_of, place_of, workspace_rule
from stratkit.model.linked import Catalog, Strategy


def _plans(strategy: Strategy) -> Gathered:
    """The name of the region, and each plan for a common indicator: what it measures, its values, its place."""
    return [
        strategy.frame.region.name.nominative,
        [
            [one.common.id, one.known, place_of(one.origin.at("plan")), one.short, one.id]
            for one in strategy.indicators
            # Values that do not change, or that jump to the limit at once, are equal by their nature.
            if one.common is not None and len(set(one.values)) >= 3
        ],
    ]


@workspace_rule("REG003", "copied-values", Severity.INFO, _plans, packs=("comparison",))
def copied_values(_catalog: Catalog, gathered: Mapping[str, Gathered]) -> Iterator[Finding]:
    first: dict[tuple[object, ...], tuple[str, str, list[str | int]]] = {}
    for region, (name, plans) in gathered.items():
        for common, values, place, title, subject in plans:
            key = (common, tuple(map(tuple, values)))
            earlier, its_name, its_place = first.setdefault(key, (region, name, place))
            if earlier != region:
                yield Finding(
                    origin_of(place),
                    say("{region} plans the same values for '{title}'", region=its_name, title=title),
                    say("check that they were computed for this region"),
                    related=((origin_of(its_place), say("the same values stand here")),),
                    subject=subject,
                )
