"""Projects draw on a source of funds that the card does not name.

## Why this is bad
The card, which most people read, hides where money comes from.

## Example
    # demo/projects/health/booking.yaml
    financing:
      sources: [federal-budget, extra-budgetary]   # error: TRC013
      text: Федеральный бюджет и внебюджетные источники

## Use instead
    # demo/projects/health/booking.yaml
    financing:
      sources: [federal-budget]
      text: Федеральный бюджет
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC013", "source-of-funds-not-in-card", Severity.WARNING, packs=("methodology",))
def source_of_funds_not_in_card(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    if strategy.card is None:
        return
    named = {source.id for source in strategy.resources}
    for name, projects in strategy.projects_by.get("source", {}).items():
        entry = workspace.catalog.sources.get(name)
        if name in named or entry is None:
            continue
        first = projects[0]
        yield Finding(
            first.origin.at("financing", "sources", first.financing.sources.index(name)),
            say(
                "the card does not name '{title}'; projects that draw on it: {count}",
                title=entry.title,
                count=len(projects),
            ),
            say("add '{id}' to 'resources' of card.yaml", id=name),
            subject=name,
        )
