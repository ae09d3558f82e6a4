"""A region gives a common indicator another unit or another direction than the catalogue.

## Why this is bad
The regions cannot be compared any more.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}}
      - {id: e-records, common: e-records, unit: minutes, plan: {2022: 20, 2023: 60, 2024: 100}}   # error: IND005

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("IND005", "unlike-the-catalogue", Severity.WARNING, packs=("figures", "comparison"))
def unlike_the_catalogue(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        common = indicator.common
        if common is None:
            continue
        catalogue = workspace.catalog.origins["common-indicators", common.id]
        related = ((catalogue, say("the common indicator stands here")),)
        if indicator.own_unit is not None and indicator.own_unit != common.unit:
            message = say(
                "the unit '{own}' is not that of the common indicator: '{unit}'",
                own=_sign(indicator.own_unit, workspace),
                unit=_sign(common.unit, workspace),
            )
            yield Finding(
                indicator.origin.at("unit"),
                message,
                say("remove 'unit', or do not call it common"),
                related,
                subject=indicator.id,
            )
        if indicator.direction != common.direction:
            message = say(
                "the direction '{own}' is not that of the common indicator: '{direction}'",
                own=indicator.direction,
                direction=common.direction,
            )
            yield Finding(
                indicator.origin.at("direction"), message, say("remove 'direction'"), related, subject=indicator.id
            )


def _sign(unit: str, workspace: Workspace) -> str:
    """How the document writes the *unit*."""
    known = workspace.catalog.units.get(unit)
    return known.symbol if known else unit
