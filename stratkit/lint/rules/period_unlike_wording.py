"""The strategy says in words that it is in force until another year than its period ends.

## Why this is bad
The charts and tables end in one year, the text of the act in another: it is not clear when the strategy expires.

## Example
    # demo/strategy.yaml
    implementation:
      - text: Стратегия действует по 2025 год включительно.   # error: TRM014

## Use instead
    # demo/strategy.yaml
    implementation:
      - text: Стратегия действует по 2024 год включительно.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import IN_FORCE_UNTIL
from stratkit.lint.rule import rule
from stratkit.lint.words import YEARS
from stratkit.model.linked import Strategy, Workspace


@rule("TRM014", "period-unlike-wording", Severity.WARNING, packs=("terms", "texts"))
def period_unlike_wording(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    end = str(strategy.frame.period.to)
    passages = enumerate(strategy.frame.implementation)
    told: list[tuple[tuple[str | int, ...], str]] = [
        (("implementation", index, "text"), found[1])
        for index, one in passages
        if (found := IN_FORCE_UNTIL.search(one.text)) is not None
    ]
    told += [(("title",), found[2]) for found in YEARS.finditer(strategy.title)]
    for pointer, year in told:
        if year != end:
            yield Finding(
                strategy.origin.at(*pointer),
                say("the text says {year}, the period of the strategy ends in {end}", year=year, end=end),
                say("correct the text or the period"),
                related=((strategy.origin.at("period", "to"), say("the period stands here")),),
                subject=strategy.id,
            )
