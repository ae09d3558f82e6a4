"""A milestone is due before the project, or the strategy, starts.

## Why this is bad
What was reached before the work began is not a result of it.

## Example
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2021, text: Работает запись ко всем врачам}   # error: TRM003

## Use instead
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2023, text: Работает запись ко всем врачам}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Project, Strategy, Workspace
from stratkit.model.numbers import Moment


@rule("TRM003", "milestone-before-start", Severity.INFO, worst=Severity.WARNING, packs=("terms",))
def milestone_before_start(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    opening, approved = strategy.frame.period.from_, strategy.approval_act.date
    for project in strategy.projects:
        start = project.term.from_
        dues = [Moment.parse(milestone.by) for milestone in project.milestones]
        early = [index for index, due in enumerate(dues) if start is not None and due.last < Moment.parse(start).first]
        past = [index for index, due in enumerate(dues) if due.year < opening]
        if approved is not None:
            yield from _long_past(project, dues, approved.year)
        if early:
            message = say(
                "milestones are due before the project starts in {start}: {count}", start=start, count=len(early)
            )
            severity = Severity.WARNING
        elif past:
            message = say(
                "milestones are due before the strategy starts in {start}: {count}", start=opening, count=len(past)
            )
            severity = Severity.INFO
        else:
            continue
        yield Finding(
            project.origin.at("milestones", (early or past)[0], "by"),
            message,
            say("check the years; what is done already belongs in the description"),
            severity=severity,
            subject=project.id,
        )


def _long_past(project: Project, dues: list[Moment], approved: int) -> Iterator[Finding]:
    """Milestones of years before the approval: nobody promises them, so the year is probably mistyped."""
    for index, due in enumerate(dues):
        if due.year < approved:
            yield Finding(
                project.origin.at("milestones", index, "by"),
                say("the milestone is due in {year}, before the strategy was approved in {other}", year=due.year, other=approved),
                say("check the year; what is done already belongs in the description"),
                severity=Severity.WARNING,
                subject=project.id,
            )  # fmt: skip
