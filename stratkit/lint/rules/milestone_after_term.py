"""A milestone is due after the project has ended.

## Why this is bad
By then nobody works on it.

## Example
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2026, text: Работает запись ко всем врачам}   # error: TRM004

## Use instead
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2024, text: Работает запись ко всем врачам}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.numbers import Moment


@rule("TRM004", "milestone-after-term", Severity.WARNING, packs=("terms",))
def milestone_after_term(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        term = project.term
        if term.to is None or term.then is not None or term.recurrence is not None:
            continue
        end = Moment.parse(term.to).last
        for index, milestone in enumerate(project.milestones):
            if Moment.parse(milestone.by).first > end:
                yield Finding(
                    project.origin.at("milestones", index, "by"),
                    say("the milestone of {due} is due after the project ends in {end}", due=milestone.by, end=term.to),
                    say("check both; a project that goes on has 'then: permanent'"),
                    subject=project.id,
                )
