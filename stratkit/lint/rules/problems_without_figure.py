"""Not one problem of any industry is told with a figure.

## Why this is bad
How large a problem is, and whether it became smaller, nobody can say; the strategy cannot show where it started.
Years are no such figures.

## Example
    # demo/industries/health.yaml
    problems:   # error: TRC064
      - {number: 1, text: До врача трудно дозвониться}
      - {number: 2, text: Карты хранятся на бумаге}
      - {number: 3, text: Скорой помощи не хватает машин}
      - {number: 4, text: Врачи уезжают из сёл с 2019 года}
      - {number: 5, text: Анализы теряются}

## Use instead
    # demo/industries/health.yaml
    problems:
      - {number: 1, text: До врача трудно дозвониться}
      - {number: 2, text: На бумаге хранится половина карт}
      - {number: 3, text: Скорой помощи не хватает машин}
      - {number: 4, text: Врачи уезжают из сёл с 2019 года}
      - {number: 5, text: Анализы теряются}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.rule import rule
from stratkit.lint.words import FIGURE_IN_WORDS, YEAR
from stratkit.model.linked import Strategy, Workspace

# Of a few there may be nothing to count.
_MANY = 5
_DIGIT = Pattern(r"\d")


@rule("TRC064", "problems-without-figure", Severity.INFO, packs=("methodology",))
def problems_without_figure(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    told = [one.text for industry in strategy.industries for one in industry.problems]
    if len(told) >= _MANY and not _measured("\n".join(told)):
        first = next(industry for industry in strategy.industries if industry.problems)
        yield Finding(
            first.origin.at("problems"),
            say("none of the problems is told with a figure; there are {count}", count=len(told)),
            say("say how large the problem is: how many, what share, how long"),
            subject=strategy.id,
        )


def _measured(words: str) -> bool:
    return _DIGIT.search(YEAR.sub("", words)) is not None or FIGURE_IN_WORDS.search(words) is not None
