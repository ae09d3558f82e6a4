"""A region gives a common indicator a title of its own.

## Why this is bad
Readers who compare regions do not see that it is the same measure. Abbreviations of the glossary, the name of the
region, the order of words and a target that is written into the title (IND016) make no difference.

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

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.lint.words import OWN_REGION, OWN_TARGET
from stratkit.model.linked import Strategy, Workspace


@rule("REG001", "common-indicator-retitled", Severity.INFO, packs=("comparison",))
def common_indicator_retitled(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    region = strategy.frame.region.name.genitive
    long = {entry.term: entry.expansion for entry in workspace.catalog.glossary}
    for indicator in strategy.indicators:
        common, own = indicator.common, indicator.own_title
        if common is None or own is None or own == common.title:
            continue
        if _measure(own, region, long) != _measure(common.title, region, long):
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


def _measure(title: str, region: str, long: Mapping[str, str]) -> frozenset[bytes]:
    """What a title says that is measured, whoever says it and whether its abbreviations are written out or not."""
    plain = OWN_REGION.sub(" ", OWN_TARGET.sub("", title).replace(region, " "))
    plain = _any_of(tuple(long)).sub(lambda match: long[match.group()], plain)
    return frozenset(stems(plain))


@lru_cache(maxsize=4)
def _any_of(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the terms as a word of its own, the longest that fits."""
    longest_first = sorted(terms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")
