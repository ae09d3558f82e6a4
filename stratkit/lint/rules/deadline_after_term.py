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
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.phrases import FROM_YEAR, NEW_YEAR
from stratkit.lint.rule import rule
from stratkit.lint.words import DEADLINE
from stratkit.model.linked import Project, Strategy, Workspace
from stratkit.model.numbers import Moment

_CENTURY = "20"
"""Without these digits a text holds no year to come."""


@rule("TRM015", "deadline-after-term", Severity.WARNING, packs=("terms", "texts"))
def deadline_after_term(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        yield from _late_milestones(project)
        term = project.term
        if term.to is None or term.then is not None or term.recurrence is not None:
            continue
        end = Moment.parse(term.to).year
        for key, words in (("goal", project.goal), ("description", project.description)):
            late = _later(words, end, DEADLINE, FROM_YEAR) if words else []
            if late:
                yield Finding(
                    project.origin.at(key),
                    say("the text sets the deadline {year}, the project ends in {end}", year=late[0], end=end),
                    say("check both years against the approved document"),
                    related=((project.origin.at("term"), say("the term stands here")),),
                    subject=project.id,
                )


def _late_milestones(project: Project) -> Iterator[Finding]:
    """Milestones whose words set a later year than their date."""
    for index, milestone in enumerate(project.milestones):
        due = Moment.parse(milestone.by).year
        late = _later(milestone.text, due, DEADLINE)
        if late:
            yield Finding(
                project.origin.at("milestones", index, "text"),
                say("the text sets the deadline {year}, the milestone is due in {end}", year=late[0], end=due),
                say("check both years against the approved document"),
                subject=project.id,
            )


def _later(words: str, end: int, *patterns: Pattern) -> list[int]:
    """The years after *end* for which *words* promise something in one of these ways."""
    if _CENTURY not in words:
        return []
    found = [match for one in patterns for match in one.finditer(words)]
    return [int(one["year"]) for one in found if int(one["year"]) - (NEW_YEAR.match(one[0]) is not None) > end]
