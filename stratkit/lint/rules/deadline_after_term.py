"""The goal or the description promises something for a year after the end of the project.

## Why this is bad
When it is due, nobody works on it any more; or one of the two years is mistyped.

## Example
    # demo/projects/health/booking.yaml
    goal: Записать всех к врачу к 2026 году   # error: TRM015

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записать всех к врачу к 2024 году
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.words import DEADLINE
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.numbers import Moment


@rule("TRM015", "deadline-after-term", Severity.WARNING, packs=("terms", "texts"))
def deadline_after_term(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        term = project.term
        if term.to is None or term.then is not None or term.recurrence is not None:
            continue
        end = Moment.parse(term.to).year
        for key, words in (("goal", project.goal), ("description", project.description)):
            late = [year for one in DEADLINE.finditer(words or "") if (year := int(one["year"])) > end]
            if late:
                yield Finding(
                    project.origin.at(key),
                    say("the text sets the deadline {year}, the project ends in {end}", year=late[0], end=end),
                    say("check both years against the approved document"),
                    related=((project.origin.at("term"), say("the term stands here")),),
                    subject=project.id,
                )
