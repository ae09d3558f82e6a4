"""A common indicator of the catalogue that no region uses.

## Why this is bad
Either a region words it as its own, and then the regions cannot be compared, or it may go.

## Example
    # catalog/indicators/health.yaml
    indicators:
      - {id: e-records, title: Доля электронных карт пациентов, unit: percent, direction: up}
      - {id: e-queue, title: Доля электронных очередей, unit: percent, direction: up}   # error: TRC019

## Use instead
    # catalog/indicators/health.yaml
    indicators:
      - {id: e-records, title: Доля электронных карт пациентов, unit: percent, direction: up}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import Gathered, workspace_rule
from stratkit.model.linked import Catalog, Strategy


def _used(strategy: Strategy) -> Gathered:
    return sorted({one.common.id for one in strategy.indicators if one.common})


@workspace_rule("TRC019", "unused-common-indicator", Severity.INFO, _used, packs=("methodology",))
def unused_common_indicator(catalog: Catalog, gathered: Mapping[str, Gathered]) -> Iterator[Finding]:
    used = {name for names in gathered.values() for name in names}
    for name, (entry, _) in catalog.common_indicators.items():
        if name not in used:
            yield Finding(
                catalog.origins["common-indicators", name],
                say("no region uses the common indicator '{title}'", title=entry.short_title or entry.title),
                say("name it under 'common' of an indicator, or remove it"),
                subject=name,
            )
