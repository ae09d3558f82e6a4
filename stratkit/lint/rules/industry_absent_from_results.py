"""The results and effects in the card say nothing of an industry of the strategy.

## Why this is bad
The strategy carries out projects in the industry and promises nobody anything by them.

An industry is found by the words of its title and by those that most of its projects have and others do not. A result
that has several words of its indicators, which no other industry measures, is about it, too.

## Example
    # demo/card.yaml
    results:   # error: TRC038
      - text: Школы обмениваются сведениями.
    effects:
      - text: Учителя довольны.

## Use instead
    # demo/card.yaml
    results:
      - text: Школы обмениваются сведениями.
      - text: К врачу записываются за минуту.
    effects:
      - text: Учителя довольны.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.lint.vocabulary import Vocabulary, sought, telling, vocabulary
from stratkit.model.base import Passage
from stratkit.model.linked import Industry, Strategy, Workspace

# With a single project an industry has no words of its own.
_PROJECTS = 2
# One word may stand there by chance.
_MEASURED = 2


@rule("TRC038", "industry-absent-from-results", Severity.INFO, packs=("methodology",))
def industry_absent_from_results(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    card = strategy.card
    if card is None or not card.results:
        return
    known = vocabulary(strategy)
    passages = (*card.results, *card.effects)
    said = sought(" ".join(one.text for one in passages))
    unnamed = [one for one in strategy.industries if len(one.projects) >= _PROJECTS and not known.names(said, one)]
    measured = list(_measured(passages, known)) if unnamed else []
    absent = [one for one in unnamed if not any(map(partial(_is_of, one, known), measured))]
    if absent:
        yield Finding(
            strategy.place_in("card", "results"),
            say("no result and no effect is about these industries: {titles}", titles=shown([one.title for one in absent])),
            say("say what people gain in them, or why the strategy has them"),
            related=tuple((one.origin.at("industry"), say("'{title}'", title=one.title)) for one in absent),
            subject=strategy.id,
        )  # fmt: skip


def _measured(passages: Iterable[Passage], known: Vocabulary) -> Iterator[list[int]]:
    """For each of *passages* the indicators that have one of its words, word by word."""
    for one in passages:
        yield [who for asked in telling(one.text, known.common).values() if (who := known.titles.any_of(asked))]


def _is_of(industry: Industry, known: Vocabulary, measured: list[int]) -> bool:
    """Whether several of the words have indicators of the *industry* and of no other one."""
    own = known.measures[industry.id]
    return sum(who | own == own for who in measured) >= _MEASURED
