"""A programme or a technology names an industry that the strategy does not have.

## Why this is bad
What it pays for or serves stands nowhere in the document.

## Example
    # demo/technologies.yaml
    technologies:
      - {id: artificial-intelligence, number: 1, industries: [health, transport]}   # error: TRC052
      - {id: big-data, number: 2}

## Use instead
    # demo/technologies.yaml
    technologies:
      - {id: artificial-intelligence, number: 1, industries: [health]}
      - {id: big-data, number: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC052", "link-to-missing-industry", Severity.WARNING, packs=("methodology",))
def link_to_missing_industry(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    named = [(one.origin, one.industries, one.id) for one in strategy.programmes]
    named += [(one.origin, one.industries, one.id) for one in strategy.technologies]
    applied = strategy.place_in("technologies", "applications")
    named += [(applied.at(index), one.industries, "") for index, one in enumerate(strategy.applications)]
    for origin, industries, subject in named:
        for index, name in enumerate(industries):
            if name not in strategy.industry and name in workspace.catalog.industries:
                yield Finding(
                    origin.at("industries", index),
                    say("the strategy does not have the industry '{title}'", title=workspace.catalog.industries[name].title),
                    say("name an industry of the strategy, or add this one with its projects"),
                    subject=subject,
                )  # fmt: skip
