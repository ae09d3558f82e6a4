"""A target is lower than in the base revision, and reasons.yaml does not say why.

## Why this is bad
An approved figure is a promise: it is lowered by an act that gives a reason, not in passing.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 45, 2024: 60}}   # error: HIS001
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 55, 2024: 60}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import history_rule
from stratkit.model.ambition import of_value
from stratkit.model.linked import Strategy


@history_rule("HIS001", "lowered-target", Severity.WARNING, packs=("history",))
def lowered_target(old: Strategy, new: Strategy) -> Iterator[Finding]:
    former = {one.id: one for one in old.indicators}
    for one in new.indicators:
        promised = former[one.id].plan if one.id in former else {}
        for year, before in promised.items():
            after = one.plan.get(year)
            explained = any(reason.speaks_of(one.id, f"plan.{year}") for reason in new.reasons)
            if of_value(before, after, one.direction) < 0 and not explained:
                shown = say("unknown") if after is None else after
                yield Finding(
                    one.origin.at("plan", str(year)),
                    say("the target for {year} was {before} and is {after}", year=year, before=before, after=shown),
                    say("give the former target back, or write the reason into reasons.yaml"),
                    subject=one.id,
                )
