"""Milestones promise figures for years for which no indicator has a plan.

## Why this is bad
Nobody will measure them: the plan ends before, and whether what it reaches leads to the promised figure cannot be seen.

## Example
    # demo/projects/health/booking.yaml
    term: {from: 2022, to: 2030, text: 2022–2030 годы}
    milestones:
      - {by: 2023, text: Работает запись ко всем врачам}
      - {by: 2030, text: Через интернет записываются 95 % жителей}   # error: IND039

## Use instead
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2023, text: Работает запись ко всем врачам}
      - {by: 2024, text: Через интернет записываются 60 % жителей}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import has_percent
from stratkit.lint.words import PERCENT
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.numbers import Moment

_SHOWN = 12


@rule("IND039", "figures-beyond-plan", Severity.INFO, packs=("figures", "methodology"))
def figures_beyond_plan(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    end = max((year for one in strategy.indicators for year in one.plan), default=None)
    if end is None:
        return
    late = [
        (project, index)
        for project in strategy.projects
        for index, one in enumerate(project.milestones)
        if has_percent(one.text) and Moment.parse(one.by).year > end and PERCENT.search(one.text)
    ]
    if late:
        project, index = late[0]
        yield Finding(
            project.origin.at("milestones", index, "text"),
            say("milestones with figures after the last year of the plans, {years}: {count}", years=end, count=len(late)),
            say("plan indicators for those years, or say how the figures will be measured"),
            related=tuple(
                (one.origin.at("milestones", step, "text"), say("'{title}'", title=one.short)) for one, step in late[1:_SHOWN]
            ),
            subject=strategy.id,
        )  # fmt: skip
