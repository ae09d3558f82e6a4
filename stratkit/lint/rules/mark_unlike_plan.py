"""The marks on values do not fit the plan: the year is not planned, a lost value is there, or one of several is unmarked.

## Why this is bad
Readers see a doubt where there is none, or miss the one that there is.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}, uncertain: {2023: lost}}   # error: IND032
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: null, 2024: 60}, uncertain: {2023: lost}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("IND032", "mark-unlike-plan", Severity.WARNING, packs=("figures",))
def mark_unlike_plan(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in (one for one in strategy.indicators if one.uncertain):
        lost = {year for year, doubt in indicator.uncertain.items() if doubt == "lost"}
        for year, value in indicator.plan.items() if lost else ():
            if value is None and year not in indicator.uncertain:
                yield Finding(
                    indicator.origin.at("plan", str(year)),
                    say("no value is known for {year}, and it is not marked as lost as others are", year=year),
                    say("mark it, or add the value"),
                    subject=indicator.id,
                )
        for year, doubt in indicator.uncertain.items():
            value = indicator.plan.get(year)
            if year not in indicator.plan:
                message = say("a value of {year} is marked, and none is planned for it", year=year)
            elif doubt == "lost" and value is not None:
                message = say("the value of {year} is marked as lost and is {value}", year=year, value=value)
            else:
                continue
            yield Finding(
                indicator.origin.at("uncertain", str(year)),
                message,
                say("remove the mark, or correct the plan"),
                subject=indicator.id,
            )
