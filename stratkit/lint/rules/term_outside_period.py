"""A project lies outside the period of the strategy, or goes on after it without a milestone at its end.

## Why this is bad
The strategy is not in force when the project is carried out, or nobody can say what of it the strategy achieves.

## Example
    # demo/projects/health/booking.yaml
    term: {to: 2020, text: До 2020 года}   # error: TRM002

## Use instead
    # demo/projects/health/booking.yaml
    term: {to: 2024, text: До 2024 года}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Project, Strategy, Workspace
from stratkit.model.numbers import Moment


@rule("TRM002", "term-outside-period", Severity.INFO, worst=Severity.WARNING, packs=("terms", "methodology"))
def term_outside_period(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    period = strategy.frame.period
    for project in strategy.projects:
        term = project.term
        if term.to is not None and Moment.parse(term.to).year < period.from_ and term.then is None:
            message = say(
                "the project ends in {year}, before the strategy starts in {start}",
                year=Moment.parse(term.to).year,
                start=period.from_,
            )
            yield Finding(
                project.origin.at("term", "to"),
                message,
                say("check the year"),
                severity=Severity.WARNING,
                subject=project.id,
            )
        elif term.from_ is not None and Moment.parse(term.from_).year > period.to:
            message = say(
                "the project starts in {year}, after the strategy ends in {end}",
                year=Moment.parse(term.from_).year,
                end=period.to,
            )
            yield Finding(
                project.origin.at("term", "from"),
                message,
                say("check the year"),
                severity=Severity.WARNING,
                subject=project.id,
            )
        elif term.to is not None and Moment.parse(term.to).year > period.to and not _divided(project, period.to):
            message = say(
                "the project goes on until {year}, beyond the strategy, which ends in {end}",
                year=Moment.parse(term.to).year,
                end=period.to,
            )
            hint = say("name a milestone for {end}: what of the project the strategy itself achieves", end=period.to)
            yield Finding(project.origin.at("term", "to"), message, hint, subject=project.id)


def _divided(project: Project, end: int) -> bool:
    """Whether a milestone of *project* says what is reached when the strategy ends."""
    return any(Moment.parse(one.by).year == end for one in project.milestones)
