"""A remark on the values of an indicator gives values that its plan does not have.

## Why this is bad
The plan was corrected and the remark was not: it explains what is no longer there.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}, note: Значения 40 и 55 прочитаны по смыслу}   # error: IND042
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}, note: Значения 40 и 50 прочитаны по смыслу}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import number
from stratkit.lint.phrases import FIGURE_IN_REMARK, VALUES_SIGNS, VALUES_TOLD
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("IND042", "remark-unlike-plan", Severity.WARNING, packs=("figures",))
def remark_unlike_plan(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        note = indicator.note or ""
        if not any(sign in note for sign in VALUES_SIGNS):
            continue
        known = set(indicator.values)
        for found in VALUES_TOLD.finditer(note) if known else ():
            figures = FIGURE_IN_REMARK.findall(found["figures"])
            strange = [one for one in figures if number(one) not in known]
            if strange and len(strange) < len(figures):
                yield Finding(
                    indicator.origin.at("note"),
                    say("the remark speaks of the values {told}, the plan has no {value}", told=found["figures"], value=strange[0]),
                    say("correct the remark or the plan"),
                    related=((indicator.origin.at("plan"), say("the plan stands here")),),
                    subject=indicator.id,
                )  # fmt: skip
                break
