"""Acts of one kind do not stand in the order of their dates.

## Why this is bad
Lists of acts go by rank and then by date: a reader who looks for a year does not find it, and an act gets lost more
easily when the list is amended.

## Example
    # demo/basis.yaml
    acts:
      - {act: health-decree, number: 1}
      - {act: goals-decree, number: 2}   # error: ACT013
      - {act: housing-code, number: 3}
    # catalog/acts.yaml
    items:
      - {id: goals-decree, kind: decree, issuer: Президента Российской Федерации, date: 2020-03-02, act_number: "101", title: О целях развития}
      - {id: health-decree, kind: decree, issuer: Президента Российской Федерации, date: 2021-03-02, act_number: "102", title: О здоровье}
      - {id: housing-code, kind: code, title: Жилищный кодекс}
      - {id: data-resolution, kind: resolution, issuer: Правительства Российской Федерации, date: 2019-05-14, act_number: "202", title: О данных}

## Use instead
    # demo/basis.yaml
    acts:
      - {act: goals-decree, number: 1}
      - {act: housing-code, number: 2}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import BasisAct, Strategy, Workspace
from stratkit.model.numbers import Moment


@rule("ACT013", "acts-out-of-order", Severity.INFO, packs=("acts",))
def acts_out_of_order(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    dated = [(entry, entry.act.date) for entry in strategy.basis if entry.act.date is not None]
    odd = [
        (before, after)
        for (before, earlier), (after, later) in pairwise(dated)
        if before.act.kind is after.act.kind and _mixed(earlier, later)
    ]
    if odd:
        before, after = odd[0]
        yield Finding(
            after.origin.at("number"),
            say(
                "acts of one kind are out of the order of their dates, e.g. {later} after {earlier}; places: {count}",
                later=_date(after), earlier=_date(before), count=len(odd),
            ),
            say("check the dates; the numbers of an approved list stay as they are"),
            related=tuple((one.origin.at("number"), say("another one: {date}", date=_date(one))) for _, one in odd[1:6]),
            subject=after.id,
        )  # fmt: skip


def _mixed(earlier: Moment, later: Moment) -> bool:
    return later.last < earlier.first


def _date(entry: BasisAct) -> str:
    return entry.act.date.iso() if entry.act.date is not None else ""
