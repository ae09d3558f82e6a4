"""Milestones do not stand in the order of their dates.

## Why this is bad
Readers expect the next one below; often a year is mistyped.

## Example
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2024, text: Работает запись ко всем врачам}
      - {by: 2023, text: Работает запись к терапевтам}   # error: TRM011

## Use instead
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2023, text: Работает запись к терапевтам}
      - {by: 2024, text: Работает запись ко всем врачам}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.numbers import Moment


@rule("TRM011", "milestones-out-of-order", Severity.INFO, packs=("terms",))
def milestones_out_of_order(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        for index, (before, after) in enumerate(pairwise(project.milestones), start=1):
            if Moment.parse(after.by).last < Moment.parse(before.by).first:
                yield Finding(
                    project.origin.at("milestones", index, "by"),
                    say("the milestone of {late} stands behind that of {early}", late=after.by, early=before.by),
                    say("check the dates, then put them in order"),
                    subject=project.id,
                )
