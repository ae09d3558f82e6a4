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
from stratkit.model.linked import Project, Strategy, Workspace
from stratkit.model.numbers import Moment


@rule("TRM015", "deadline-after-term", Severity.WARNING, packs=("terms", "texts"))
def deadline_after_term(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        yield from _late_milestones(project)
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


def _late_milestones(project: Project) -> Iterator[Finding]:
    """Milestones whose words set a later year than their date."""
    for index, milestone in enumerate(project.milestones):
        due = Moment.parse(milestone.by).year
        late = [year for one in DEADLINE.finditer(milestone.text) if (year := int(one["year"])) > due]
        if late:
            yield Finding(
                project.origin.at("milestones", index, "text"),
                say("the text sets the deadline {year}, the milestone is due in {end}", year=late[0], end=due),
                say("check both years against the approved document"),
                subject=project.id,
            )
