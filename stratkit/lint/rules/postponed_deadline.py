"""A term or a milestone ends later than in the base revision, and reasons.yaml does not say why.

## Why this is bad
A date that moves a little each year never comes; whoever moves it should say why.

## Example
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2024, text: Работает запись ко всем врачам}   # error: HIS002

## Use instead
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2023, text: Работает запись ко всем врачам}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import history_rule
from stratkit.model.ambition import of_date
from stratkit.model.linked import Project, Strategy


@history_rule("HIS002", "postponed-deadline", Severity.WARNING, packs=("history",))
def postponed_deadline(old: Strategy, new: Strategy) -> Iterator[Finding]:
    former = {one.id: one for one in old.projects}
    for one in new.projects:
        if one.id not in former:
            continue
        for pointer, before, after in _dates(former[one.id], one):
            explained = any(reason.speaks_of(one.id, str(pointer[0])) for reason in new.reasons)
            if of_date(before, after) < 0 and not explained:
                shown = say("open") if after is None else after
                yield Finding(
                    one.origin.at(*pointer),
                    say("the end was {before} and is {after}", before=before, after=shown),
                    say("give the former date back, or write the reason into reasons.yaml"),
                    subject=one.id,
                )


def _dates(old: Project, new: Project) -> Iterator[tuple[tuple[str | int, ...], Any, Any]]:
    """Where a date stands, what it was and what it is; a milestone is known by its words."""
    if old.term.to is not None:
        yield ("term", "to"), old.term.to, new.term.to
    former = {one.text: one.by for one in old.milestones}
    for index, one in enumerate(new.milestones):
        if one.text in former:
            yield ("milestones", index, "by"), former[one.text], one.by
