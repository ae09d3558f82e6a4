"""Not one result and not one effect in the strategy's card names a figure.

## Why this is bad
Nobody can check afterwards whether the strategy was carried out: words such as 'more convenient' are always true.

## Example
    # demo/card.yaml
    results:   # error: TRC030
      - text: Запись к врачу стала удобнее.
      - text: Школы обмениваются сведениями.
      - text: Услуги оказываются быстрее.

## Use instead
    # demo/card.yaml
    results:
      - text: Запись к врачу занимает не больше минуты.
      - text: Сведениями обмениваются 95 % школ.
      - text: Услуги оказываются быстрее.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.words import FIGURE_IN_WORDS
from stratkit.model.linked import Strategy, Workspace

# With fewer there is hardly room for a figure.
_PASSAGES = 3


@rule("TRC030", "results-without-figure", Severity.WARNING, packs=("methodology",))
def results_without_figure(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    card = strategy.card
    if card is None or not card.results:
        return
    passages = (*card.results, *card.effects)
    if len(passages) >= _PASSAGES and not any(_measured(one.text) for one in passages):
        yield Finding(
            strategy.place_in("card", "results"),
            say("none of the results and effects names a figure; there are {count}", count=len(passages)),
            say("say what will be measured: how many, how much faster, for how many people"),
            subject=strategy.id,
        )


def _measured(words: str) -> bool:
    return any(sign.isdigit() for sign in words) or FIGURE_IN_WORDS.search(words) is not None
