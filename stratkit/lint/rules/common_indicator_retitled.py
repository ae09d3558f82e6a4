"""A region gives a common indicator a title of its own.

## Why this is bad
Readers who compare regions do not see that it is the same measure.

## Example
    # sample/indicators/health.yaml
    indicators:
      - id: e-records
        common: e-records
        title: Доля бумажных карт, которых больше нет   # error: REG001
        plan: {2022: 15, 2023: 45, 2024: 90}

## Use instead
    # sample/indicators/health.yaml
    indicators:
      - {id: e-records, common: e-records, plan: {2022: 15, 2023: 45, 2024: 90}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.model.linked import Strategy, Workspace


@rule("REG001", "common-indicator-retitled", Severity.INFO, packs=("comparison",))
def common_indicator_retitled(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        common = indicator.common
        if common is not None and indicator.own_title is not None and stems(indicator.own_title) != stems(common.title):
            yield Finding(
                indicator.origin.at("title"),
                say("the catalogue calls this indicator '{title}'", title=common.title),
                say("use the title of the catalogue in the next amendment"),
                related=(
                    (
                        workspace.catalog.origins["common-indicators", common.id],
                        say("the common indicator stands here"),
                    ),
                ),
                subject=indicator.id,
            )
