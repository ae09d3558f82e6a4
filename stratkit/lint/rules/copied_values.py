"""Two regions plan exactly the same values for a common indicator.

## Why this is bad
Regions differ; equal figures were mostly copied, from a neighbour or from a template.

## Example
    # sample/indicators/health.yaml
    indicators:
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}   # error: REG003

## Use instead
    # sample/indicators/health.yaml
    indicators:
      - {id: e-records, common: e-records, plan: {2022: 15, 2023: 45, 2024: 90}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import workspace_rule
from stratkit.lint.series import known
from stratkit.model.linked import Indicator, Strategy, Workspace


@workspace_rule("REG003", "copied-values", Severity.INFO)
def copied_values(workspace: Workspace) -> Iterator[Finding]:
    first: dict[tuple[object, ...], tuple[Strategy, Indicator]] = {}
    for strategy in workspace.strategies.values():
        for indicator in strategy.indicators:
            values = known(indicator)
            # Values that do not change, or that jump to the limit at once, are equal by their nature.
            if indicator.common is None or len({value for _, value in values}) < 3:
                continue
            other, earlier = first.setdefault((indicator.common.id, tuple(values)), (strategy, indicator))
            if other is not strategy:
                yield Finding(
                    indicator.origin.at("plan"),
                    say(
                        "{region} plans the same values for '{title}'",
                        region=other.frame.region.name.nominative,
                        title=indicator.short,
                    ),
                    say("check that they were computed for this region"),
                    related=((earlier.origin.at("plan"), say("the same values stand here")),),
                    subject=indicator.id,
                )
