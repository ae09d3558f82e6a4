"""What the strategy says of its approval in several places differs.

## Why this is bad
The head of the document prints one date and number, its history another: nobody can tell by which act it is in force.

## Example
    # demo/strategy.yaml
    editions:
      - {id: first, date: 2021-08-02}   # error: ACT015

## Use instead
    # demo/strategy.yaml
    editions:
      - {id: first, date: 2021-08-20}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Message, Severity, say
from stratkit.lint.phrases import ACT_NUMBER, DAY
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.numbers import Moment

Told = tuple[tuple[str | int, ...], str, str]
"""Where it is told, how, and what the approval says."""


@rule("ACT015", "approval-told-otherwise", Severity.WARNING, packs=("acts",))
def approval_told_otherwise(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for pointer, told, approved in (*_first_edition(strategy), *_notice(strategy), *_year(strategy)):
        yield Finding(
            strategy.origin.at(*pointer),
            say("'{told}' stands here, '{approved}' at the approval", told=told, approved=approved),
            _hint(),
            related=((strategy.origin.at("approval", "act"), say("the approval stands here")),),
            subject=strategy.id,
        )


def _hint() -> Message:
    return say("compare both with the act, and correct the one that is wrong")


def _first_edition(strategy: Strategy) -> Iterator[Told]:
    """What the first edition says otherwise: it is the one that was approved."""
    act = strategy.approval_act
    for edition in strategy.frame.editions[:1]:
        own, place = edition.act, ("editions", 0)
        if own is not None and own.date is not None:
            yield from _unlike((*place, "act", "date"), Moment.parse(own.date), act.date)
        elif edition.date is not None:
            yield from _unlike((*place, "date"), Moment.parse(edition.date), act.date)
        for key in ("act_number", "issuer") if own is not None else ():
            told, approved = getattr(own, key), getattr(act, key)
            if told and approved and told != approved:
                yield (*place, "act", key), told, approved


def _unlike(pointer: tuple[str | int, ...], told: Moment, approved: Moment | None) -> Iterator[Told]:
    if approved is not None and (told.last < approved.first or told.first > approved.last):
        yield pointer, told.iso(), approved.iso()


def _notice(strategy: Strategy) -> Iterator[Told]:
    """Dates and numbers in the words about the source, of which none is that of the approval."""
    source, act = strategy.frame.source, strategy.approval_act
    notice = source.notice if source is not None else ""
    days = [f"{one['year']}-{one['month']}-{one['day']:>02}" for one in DAY.finditer(notice)]
    if act.date is not None and act.date.day is not None and days and act.date.iso() not in days:
        yield ("source", "notice"), days[0], act.date.iso()
    numbers = ACT_NUMBER.findall(notice)
    if act.act_number is not None and numbers and act.act_number not in numbers:
        yield ("source", "notice"), numbers[0], act.act_number


def _year(strategy: Strategy) -> Iterator[Told]:
    approved = strategy.approval_act.date
    if approved is not None and approved.year != strategy.frame.year:
        yield ("year",), str(strategy.frame.year), approved.iso()
