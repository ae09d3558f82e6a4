"""A result or an effect in the card has hardly a word in common with any indicator.

## Why this is bad
The strategy promises it to everybody, and at the end nobody can say whether it came.

Words that official texts use for anything, and words that stand in very many projects, are left out.

## Example
    # demo/card.yaml
    results:
      - text: Улицы чище, воздух свежее, парки зеленее, река прозрачнее.   # error: TRC046

## Use instead
    # demo/card.yaml
    results:
      - text: Запись к врачу через интернет открыта пациенту в любой больнице.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.holders import Counts
from stratkit.lint.rule import rule
from stratkit.lint.vocabulary import telling, vocabulary
from stratkit.model.linked import Strategy, Workspace

# A short promise is a slogan.
_LEAST = 5
_NEARER = 3


@rule("TRC046", "unmeasured-result", Severity.INFO, packs=("methodology",))
def unmeasured_result(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    card = strategy.card
    if card is None or not strategy.indicators:
        return
    known = vocabulary(strategy)
    for part, passages in (("results", card.results), ("effects", card.effects)):
        for index, passage in enumerate(passages):
            words = telling(passage.text, known.common)
            if len(words) < _LEAST:
                continue
            most, _near = Counts(map(known.titles.any_of, words.values())).most()
            if _NEARER * most < len(words):
                yield Finding(
                    strategy.place_in("card", part, index, "text"),
                    say("no indicator is about this promise of the card"),
                    say("name the indicator that measures it in its own words, add one, or leave it out"),
                    subject=strategy.id,
                )
