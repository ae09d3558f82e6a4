"""The results and effects in the card say nothing of an industry of the strategy.

## Why this is bad
The strategy carries out projects in the industry and promises nobody anything by them.

An industry is found by the words of its title and by those that most of its projects have and others do not.

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

from collections import Counter
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.lint.texts import place
from stratkit.lint.vocabulary import held, sought, vocabulary
from stratkit.model.linked import Industry, Strategy, Workspace

# With a single project an industry has no words of its own.
_PROJECTS = 2
_OF_ITS_PROJECTS = 0.4
_OF_ALL_PROJECTS = 0.75


@rule("TRC038", "industry-absent-from-results", Severity.INFO, packs=("methodology",))
def industry_absent_from_results(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    card = strategy.card
    if card is None or not card.results:
        return
    said = sought(" ".join(one.text for one in (*card.results, *card.effects)))
    everywhere = Counter(word for words in vocabulary(strategy).projects.values() for word in words)
    absent = [
        one
        for one in strategy.industries
        if len(one.projects) >= _PROJECTS and said.isdisjoint(_words_of(strategy, one, everywhere))
    ]
    if absent:
        yield Finding(
            place(strategy, "card", "results"),
            say("no result and no effect is about these industries: {titles}", titles=shown([one.title for one in absent])),
            say("say what people gain in them, or why the strategy has them"),
            related=tuple((one.origin.at("industry"), say("'{title}'", title=one.title)) for one in absent),
            subject=strategy.id,
        )  # fmt: skip


def _words_of(strategy: Strategy, industry: Industry, everywhere: Counter[str]) -> set[str]:
    """The words of the title, and those that many projects of the industry have and hardly another one."""
    projects = vocabulary(strategy).projects
    counted = Counter(word for one in industry.projects for word in projects[one.id])
    least = max(_PROJECTS, _OF_ITS_PROJECTS * len(industry.projects))
    return {
        word for word, count in counted.items() if count >= least and count >= _OF_ALL_PROJECTS * everywhere[word]
    } | held(industry.title)
