"""A later milestone promises the same as an earlier one, or less.

## Why this is bad
Years pass and nothing is reached: the milestone was copied and its figure or its date not changed.

## Example
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2022, text: Записались через интернет 40 % жителей}
      - {by: 2024, text: Записались через интернет 30 % жителей}   # error: TRM016

## Use instead
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2022, text: Записались через интернет 40 % жителей}
      - {by: 2024, text: Записались через интернет 60 % жителей}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.amounts import SHRINKS, number
from stratkit.lint.rule import rule
from stratkit.lint.words import AT_MOST, PERCENT
from stratkit.model.linked import Project, Strategy, Workspace
from stratkit.model.numbers import Moment

_LEAST = 20
"""Shorter texts may stand in two milestones by accident."""
_DIGITS = Pattern(r"\d+")


@rule("TRM016", "milestone-without-progress", Severity.WARNING, packs=("terms", "texts"))
def milestone_without_progress(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        keys = [_DIGITS.sub("", one.text) for one in project.milestones]
        if len(set(keys)) < len(keys):
            yield from _standing_still(project, keys)


def _standing_still(project: Project, keys: list[str]) -> Iterator[Finding]:
    """Milestones that differ from an earlier one in figures at the most, in the order of their dates."""
    latest: dict[str, int] = {}
    for index, milestone in sorted(enumerate(project.milestones), key=lambda one: Moment.parse(one[1].by).last):
        before = latest.get(keys[index])
        latest[keys[index]] = index
        if before is None or len(keys[index]) < _LEAST or not _no_more(project.milestones[before].text, milestone.text):
            continue
        yield Finding(
            project.origin.at("milestones", index, "text"),
            say("the milestone of {by} promises what that of {before} did, or less", by=milestone.by, before=project.milestones[before].by),
            say("correct the figure or the date, or leave one of the two out"),
            related=((project.origin.at("milestones", before, "text"), say("the earlier one stands here")),),
            subject=project.id,
        )  # fmt: skip


def _no_more(earlier: str, later: str) -> bool:
    """Whether the *later* text promises as many per cent as the *earlier* one at the most, and more would be better."""
    if SHRINKS.search(later) or AT_MOST.search(later):
        return False
    pairs = zip(PERCENT.findall(earlier), PERCENT.findall(later), strict=True)
    same = PERCENT.sub("", earlier) == PERCENT.sub("", later)
    return same and all(number(new) <= number(old) for old, new in pairs)
