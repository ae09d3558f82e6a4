"""A project ends before it starts.

## Why this is bad
One of the two dates is wrong.

## Example
    # demo/projects/health/booking.yaml
    term: {from: 2024, to: 2022, text: 2022–2024 годы}   # error: TRM010

## Use instead
    # demo/projects/health/booking.yaml
    term: {from: 2022, to: 2024, text: 2022–2024 годы}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.numbers import Moment


@rule("TRM010", "reversed-term", Severity.ERROR, packs=("terms",))
def reversed_term(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        start, end = project.term.from_, project.term.to
        if start is not None and end is not None and Moment.parse(end).last < Moment.parse(start).first:
            yield Finding(
                project.origin.at("term", "to"),
                say("the project ends in {end}, before it starts in {start}", end=end, start=start),
                say("check both dates"),
                subject=project.id,
            )
