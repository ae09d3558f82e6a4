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

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.lint.numbering import numbered_lists
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("REF007", "duplicate-number", Severity.ERROR, packs=("references",))
def duplicate_number(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for name, entries in numbered_lists(strategy):
        first: dict[str, Origin] = {}
        for entry in entries:
            number = str(entry.number)
            if number in first:
                yield Finding(
                    entry.origin.at("number"),
                    say("the number {number} is used twice ({list})", number=number, list=say(name)),
                    say("give the later entry the next free number"),
                    related=((first[number].at("number"), say("it is used here first")),),
                )
            else:
                first[number] = entry.origin
