"""Acts of one kind, or those by which programmes were approved, do not stand in the order of their dates.

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
from stratkit.model.linked import Strategy, Workspace

_LEAST = 3
"""Of fewer no order can be told."""


@rule("ACT013", "acts-out-of-order", Severity.INFO, packs=("acts",))
def acts_out_of_order(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for listed in (
        [(entry, entry.act, entry.act.kind) for entry in strategy.basis],
        [(entry, entry.act, entry.act.issuer) for entry in strategy.programmes if not _follow_industries(strategy)],
    ):
        dated = [(entry, act.date, kind) for entry, act, kind in listed if act.date is not None]
        odd = [
            (earlier, later, entry)
            for (_, earlier, before), (entry, later, kind) in pairwise(dated)
            if before == kind and later.last < earlier.first
        ]
        if odd:
            earlier, later, entry = odd[0]
            yield Finding(
                entry.origin.at("number"),
                say(
                    "acts of one kind are out of the order of their dates, e.g. {later} after {earlier}; places: {count}",
                    later=later.iso(), earlier=earlier.iso(), count=len(odd),
                ),
                say("check the dates; the numbers of an approved list stay as they are"),
                related=tuple((one.origin.at("number"), say("another one: {date}", date=when.iso())) for _, when, one in odd[1:6]),
                subject=entry.id,
            )  # fmt: skip


def _follow_industries(strategy: Strategy) -> bool:
    """Whether the programmes stand in the order of the industries, which is an order as good as that of dates."""
    places = {one.id: place for place, one in enumerate(strategy.industries)}
    order = [places[one.industries[0]] for one in strategy.programmes if one.industries and one.industries[0] in places]
    return len(order) >= _LEAST and order == sorted(order)
