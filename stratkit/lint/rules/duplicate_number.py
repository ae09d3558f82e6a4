"""Two entries of one list bear the same official number.

## Why this is bad
A reference by number in an act or a report would have two meanings.

## Example
    # demo/projects/health/records.yaml
    number: 1   # error: REF007

## Use instead
    # demo/projects/health/records.yaml
    number: 2
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stratkit.diagnostics import Finding, Origin, Severity, mark, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("REF007", "duplicate-number", Severity.ERROR)
def duplicate_number(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for name, entries in _numbered(strategy):
        first: dict[str, Origin] = {}
        for number, origin in entries:
            place = origin.at("number")
            if str(number) in first:
                yield Finding(
                    place,
                    say("the number {number} is used twice ({list})", number=number, list=say(name)),
                    say("give the later entry the next free number"),
                    related=((first[str(number)], say("it is used here first")),),
                )
            else:
                first[str(number)] = place


def _numbered(strategy: Strategy) -> Iterator[tuple[str, Iterable[tuple[int | str, Origin]]]]:
    yield mark("industries"), ((one.number, one.origin) for one in strategy.industries)
    yield mark("tasks"), ((one.number, one.origin) for one in strategy.tasks)
    yield mark("programmes"), ((one.number, one.origin) for one in strategy.programmes)
    yield mark("acts of basis"), ((one.number, one.origin) for one in strategy.basis)
    yield mark("beneficiaries"), ((one.number, one.origin) for one in strategy.beneficiaries if one.number)
    for industry in strategy.industries:
        yield mark("projects of an industry"), ((one.number, one.origin) for one in industry.projects)
        yield mark("challenges of an industry"), ((one.number, one.origin) for one in industry.challenges)
        for part, points in ((mark("problems"), industry.problems), (mark("risks"), industry.risks)):
            yield part, ((point.number, industry.origin.at(part, index)) for index, point in enumerate(points))
