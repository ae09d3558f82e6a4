"""An edition is older than the one before it, or has another date than the act that brought it about.

## Why this is bad
The history of the document shows editions in an order in which they cannot have come, and an act with two dates.

## Example
    # demo/strategy.yaml
    editions:
      - {id: first, date: 2021-08-20}
      - {id: second, date: 2020-12-15}   # error: ACT018

## Use instead
    # demo/strategy.yaml
    editions:
      - {id: first, date: 2021-08-20}
      - {id: second, date: 2022-12-15}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.numbers import Moment


@rule("ACT018", "editions-out-of-order", Severity.WARNING, packs=("acts", "terms"))
def editions_out_of_order(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    before: Moment | None = None
    for index, edition in enumerate(strategy.frame.editions):
        own = Moment.parse(edition.date) if edition.date is not None else None
        act = Moment.parse(edition.act.date) if edition.act is not None and edition.act.date is not None else None
        place = strategy.origin.at("editions", index)
        # An edition may come into force later than the day of its act, on the first of a month or of a year.
        if own is not None and act is not None and (own.last < act.first or _same_month(own, act)):
            yield Finding(
                place.at("date"),
                say("the edition is of {date}, its act of {act}", date=own.iso(), act=act.iso()),
                say("correct the one that is wrong"),
                subject=edition.id,
            )
        when = act or own
        if when is not None and before is not None and when.last < before.first:
            yield Finding(
                place if act is None else place.at("act", "date"),
                say("the edition is of {date}, the one before it of {before}", date=when.iso(), before=before.iso()),
                say("correct the date, or put the editions in order"),
                subject=edition.id,
            )
        before = when or before


def _same_month(own: Moment, act: Moment) -> bool:
    """Whether both are days of one month and differ: then one of them is mistyped."""
    days = own.day is not None and act.day is not None
    return days and (own.year, own.month) == (act.year, act.month) and own.day != act.day
