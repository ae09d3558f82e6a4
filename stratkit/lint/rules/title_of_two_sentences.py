"""The title of an indicator goes on after the end of a sentence.

## Why this is bad
What stands in the second sentence is no part of what is measured: a condition, an explanation or another promise, which
nobody looks for in the name of a figure.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио. Сведения вносят школы   # error: IND038
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200}
        national_goals: [digital-maturity]

## Use instead
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио, в которые сведения вносят школы
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200}
        national_goals: [digital-maturity]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import NEXT_SENTENCE
from stratkit.lint.rule import rule
from stratkit.lint.texts import excerpt
from stratkit.model.linked import Strategy, Workspace


@rule("IND038", "title-of-two-sentences", Severity.INFO, packs=("figures", "texts"))
def title_of_two_sentences(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        found = NEXT_SENTENCE.search(indicator.title) if ". " in indicator.title else None
        if found is not None:
            yield Finding(
                indicator.origin.at("title" if indicator.own_title else "common"),
                say("the title has a second sentence: '{excerpt}'", excerpt=excerpt(indicator.title, *found.span())),
                say("name what is measured in one sentence; put the rest into a note"),
                subject=indicator.id,
            )
