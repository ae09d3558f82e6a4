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
from stratkit.lint.amounts import SHRINKS, number
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.lint.words import AT_MOST, PERCENT
from stratkit.model.linked import Project, Strategy, Workspace
from stratkit.model.numbers import Moment

_WORDS = 3
"""Fewer words may stand in two milestones by accident."""


@rule("TRM016", "milestone-without-progress", Severity.WARNING, packs=("terms", "texts"))
def milestone_without_progress(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        if len(project.milestones) > 1:
            yield from _standing_still(project)


def _standing_still(project: Project) -> Iterator[Finding]:
    first: dict[frozenset[bytes], tuple[int, list[str]]] = {}
    ordered = sorted(enumerate(project.milestones), key=lambda one: Moment.parse(one[1].by).last)
    for index, milestone in ordered:
        figures = PERCENT.findall(milestone.text)
        words = frozenset(stems(PERCENT.sub("", milestone.text)))
        if len(words) < _WORDS:
            continue
        before, former = first.setdefault(words, (index, figures))
        first[words] = index, figures
        if (
            before == index
            or len(figures) != len(former)
            or SHRINKS.search(milestone.text)
            or AT_MOST.search(milestone.text)
        ):
            continue
        if all(number(new) <= number(old) for new, old in zip(figures, former, strict=True)):
            yield Finding(
                project.origin.at("milestones", index, "text"),
                say("the milestone of {by} promises what that of {before} did, or less", by=milestone.by, before=project.milestones[before].by),
                say("correct the figure or the date, or leave one of the two out"),
                related=((project.origin.at("milestones", before, "text"), say("the earlier one stands here")),),
                subject=project.id,
            )  # fmt: skip
