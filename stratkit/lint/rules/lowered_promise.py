"""A text is the same as in the base revision but for a percentage that is lower, and reasons.yaml does not say why.

## Why this is bad
What was promised in words is given up in passing: the table of indicators does not show it, whoever lowers it should say so.

## Example
    # demo/projects/education/portfolio.yaml
    description: |   # error: HIS010
      Школы вносят сведения об олимпиадах и кружках. Ошибки исправляют в 50 % случаев за день.

## Use instead
    # demo/projects/education/portfolio.yaml
    description: |
      Школы вносят сведения об олимпиадах и кружках. Ошибки исправляют в 95 % случаев за день.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import SHRINKS, number
from stratkit.lint.rule import history_rule
from stratkit.lint.series import has_percent
from stratkit.lint.words import AT_MOST, PERCENT
from stratkit.model.linked import Strategy

_BEFORE = 60
"""Signs before a figure that say which way it is meant."""


@history_rule("HIS010", "lowered-promise", Severity.WARNING, packs=("history",))
def lowered_promise(old: Strategy, new: Strategy) -> Iterator[Finding]:
    former = {one.id: one for one in old.projects}
    for one in new.projects:
        if one.id not in former:
            continue
        for key in ("goal", "description"):
            before, after = getattr(former[one.id], key), getattr(one, key)
            if not before or not after or before == after or not has_percent(before):
                continue
            lowered = _lowered(before, after)
            if lowered is not None and not any(reason.speaks_of(one.id, key) for reason in new.reasons):
                yield Finding(
                    one.origin.at(key),
                    say("the text promised {before} % and promises {after} %", before=lowered[0], after=lowered[1]),
                    say("give the former figure back, or write the reason into reasons.yaml"),
                    subject=one.id,
                )


def _lowered(before: str, after: str) -> tuple[str, str] | None:
    """The first percentage that is lower, if nothing else was changed and lower is not better."""
    if PERCENT.sub("", before) != PERCENT.sub("", after):
        return None
    for old, new in zip(PERCENT.finditer(before), PERCENT.finditer(after), strict=True):
        lead = before[max(0, old.start() - _BEFORE) : old.start()]
        if number(new[1]) < number(old[1]) and not AT_MOST.search(lead) and not SHRINKS.search(lead):
            return old[1], new[1]
    return None
