"""An indicator measures another thing than in the base revision under the same id.

## Why this is bad
Values of former years stand beside new ones that count something else; a comparison of editions takes it for growth.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: pieces, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}}   # error: HIS007
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачам через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import history_rule
from stratkit.lint.texts import stems
from stratkit.model.linked import Indicator, Strategy

Changed = tuple[str, str, str]
"""The key, what it was and what it is."""


@history_rule("HIS007", "measure-changed", Severity.WARNING, packs=("history",))
def measure_changed(old: Strategy, new: Strategy) -> Iterator[Finding]:
    former = {one.id: one for one in old.indicators}
    for one in new.indicators:
        for key, before, after in _changes(former[one.id], one) if one.id in former else ():
            if not any(reason.speaks_of(one.id, key) for reason in new.reasons):
                yield Finding(
                    one.origin.at(key),
                    say("the indicator was measured as '{before}' and is as '{after}'", before=before, after=after),
                    say("retire the indicator and begin a new one, or write the reason into reasons.yaml"),
                    subject=one.id,
                )


def _changes(old: Indicator, new: Indicator) -> Iterator[Changed]:
    if old.unit is not None and new.unit is not None and old.unit.id != new.unit.id:
        yield "unit", old.unit.title, new.unit.title
    if old.direction is not None and new.direction is not None and old.direction != new.direction:
        yield "direction", str(old.direction), str(new.direction)
    before, after = set(stems(old.title)), set(stems(new.title))
    # Another first word, such as «number» for «share», or mostly other words.
    if old.title != new.title and (
        stems(old.title)[:1] != stems(new.title)[:1] or 2 * len(before & after) < min(len(before), len(after))
    ):
        yield "title", old.short, new.title
    elif before < after and old.plan == new.plan:
        # It speaks of fewer than it did, and as many per cent of them are promised.
        yield "title", old.title, new.title
