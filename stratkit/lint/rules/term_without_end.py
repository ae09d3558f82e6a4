"""A project has neither a start nor an end.

## Why this is bad
It can neither be late nor be finished; 'every year' and 'permanently' are no dates by which results are judged.

## Example
    # demo/projects/health/booking.yaml
    term: {recurrence: yearly, text: Ежегодно}   # error: TRM012
    milestones: []

## Use instead
    # demo/projects/health/booking.yaml
    term: {from: 2022, to: 2024, then: permanent, text: "2022–2024 годы, далее постоянно"}
    milestones: []
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRM012", "term-without-end", Severity.INFO, packs=("terms", "methodology"))
def term_without_end(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        if project.term.from_ is None and project.term.to is None:
            yield Finding(
                project.origin.at("term"),
                say("the term '{words}' has neither a start nor an end", words=project.term.text),
                say("name the year in which the project is working; 'then: permanent' says that it goes on"),
                subject=project.id,
            )
