"""A milestone of the base revision is gone or promises less, and reasons.yaml does not say why.

## Why this is bad
What was promised for a date disappears in passing: whoever drops it should say so.

## Example
    # demo/projects/health/booking.yaml
    milestones: []   # error: HIS009

## Use instead
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2023, text: Работает запись ко всем врачам}
      - {by: 2024, text: Запись видит каждый врач}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import number
from stratkit.lint.rule import history_rule
from stratkit.lint.texts import excerpt, stems
from stratkit.lint.words import PERCENT
from stratkit.model.linked import Project, Strategy

_SHOWN = 40


@history_rule("HIS009", "weakened-milestone", Severity.WARNING, packs=("history",))
def weakened_milestone(old: Strategy, new: Strategy) -> Iterator[Finding]:
    former = {one.id: one for one in old.projects}
    for one in new.projects:
        if one.id in former and not any(reason.speaks_of(one.id, "milestones") for reason in new.reasons):
            yield from _losses(former[one.id], one)


def _losses(old: Project, new: Project) -> Iterator[Finding]:
    """The milestones that no new one keeps up: known by their words, whatever their figures and dates."""
    there = {one.text for one in new.milestones}
    now = [(index, one.text, set(stems(PERCENT.sub("", one.text)))) for index, one in enumerate(new.milestones)]
    kept = {one.text for one in old.milestones}
    for milestone in old.milestones:
        if milestone.text in there:
            continue
        words = set(stems(PERCENT.sub("", milestone.text)))
        alike = [
            (index, text) for index, text, said in now if text not in kept and 3 * len(words & said) > len(words | said)
        ]
        if not alike:
            yield Finding(
                new.origin.at("milestones"),
                say("the milestone of {by} is gone: '{excerpt}'", by=milestone.by, excerpt=excerpt(milestone.text, 0, _SHOWN)),
                say("put it back, or write the reason into reasons.yaml"),
                subject=new.id,
            )  # fmt: skip
            continue
        index, text = alike[0]
        before, after = _figures(milestone.text), _figures(text)
        if len(before) == len(after) == 1 and number(after[0]) < number(before[0]):
            yield Finding(
                new.origin.at("milestones", index, "text"),
                say("the milestone promised {before} % and promises {after} %", before=before[0], after=after[0]),
                say("give the former figure back, or write the reason into reasons.yaml"),
                subject=new.id,
            )


def _figures(text: str) -> list[str]:
    return PERCENT.findall(text)
