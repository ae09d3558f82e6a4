"""A number belongs to something else than in the base revision.

## Why this is bad
Acts and reports cite projects and tasks by their numbers: they would now speak of something else.

## Example
    # demo/projects/health/records.yaml
    number: 1   # error: HIS004
    # demo/projects/health/booking.yaml
    number: 3

## Use instead
    # demo/projects/health/records.yaml
    number: 2
    # demo/projects/health/booking.yaml
    number: 1
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import history_rule
from stratkit.model.linked import Numbered, Strategy


@history_rule("HIS004", "reused-number", Severity.ERROR, packs=("history",))
def reused_number(old: Strategy, new: Strategy) -> Iterator[Finding]:
    former = dict(_numbered(old))
    for key, one in _numbered(new):
        holder = former.get(key)
        if holder is not None and holder.id != one.id:
            yield Finding(
                one.origin.at("number"),
                say("the number {number} belonged to '{id}'", number=one.number, id=holder.id),
                say("give each its former number; what is new gets the next free one"),
                subject=one.id,
            )


def _numbered(strategy: Strategy) -> Iterator[tuple[tuple[str, str], Numbered]]:
    """Everything that is cited by number, by its list and number."""
    for industry in strategy.industries:
        yield from (((f"project/{industry.id}", str(one.number)), one) for one in industry.projects)
        yield from (((f"challenge/{industry.id}", str(one.number)), one) for one in industry.challenges)
    yield from ((("task", str(one.number)), one) for one in strategy.tasks)
    yield from ((("programme", str(one.number)), one) for one in strategy.programmes)
