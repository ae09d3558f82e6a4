"""The financing of projects names sources of which one or the other pays.

## Why this is bad
Whether the budget has to provide for the project nobody can say: each of those who might pay may wait for the other.

## Example
    # demo/projects/education/portfolio.yaml
    financing: {sources: [regional-budget, federal-budget], text: Региональный и (или) федеральный бюджет}   # error: TRC066

## Use instead
    # demo/projects/education/portfolio.yaml
    financing: {sources: [regional-budget, federal-budget], text: Региональный и федеральный бюджеты}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import EITHER
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

_SHOWN = 12


@rule("TRC066", "sources-left-open", Severity.INFO, packs=("methodology",))
def sources_left_open(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    unsettled = [
        one for one in strategy.projects if len(one.financing.sources) > 1 and EITHER.search(one.financing.text or "")
    ]
    if unsettled:
        first, *others = unsettled
        yield Finding(
            first.origin.at("financing", "text"),
            say("projects that leave open which of their sources pays: {count}", count=len(unsettled)),
            say("say for each project which source pays for what"),
            related=tuple(
                (one.origin.at("financing", "text"), say("'{title}'", title=one.short)) for one in others[:_SHOWN]
            ),
            subject=first.id,
        )
