"""A task or a promise in the card speaks of things that no project and no indicator is about.

## Why this is bad
The strategy promises something that nobody carries out and nobody measures.

Words that official texts use for anything, and words that stand in very many projects, are left out. A task that
projects name is kept by them.

## Example
    # demo/card.yaml
    effects:
      - text: Улицы чище, воздух свежее, парки зеленее, река прозрачнее.   # error: TRC041

## Use instead
    # demo/card.yaml
    effects:
      - text: Запись к врачу через интернет открыта пациенту в любой больнице.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from operator import or_

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.lint.vocabulary import Vocabulary, telling, vocabulary
from stratkit.model.linked import Industry, Strategy, Workspace

_PARTS = ("directions", "actions", "results", "effects")
# A short promise is a slogan.
_LEAST, _ABSENT, _OF_ALL = 5, 2, 1 / 3
# Elsewhere a word may stand by chance.
_BY_CHANCE = 2
_SHOWN = 5


@rule("TRC041", "unkept-promise", Severity.INFO, packs=("methodology",))
def unkept_promise(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    known = vocabulary(strategy)
    spoken = {one.id: _spoken(known, one) for one in strategy.industries}
    for origin, absent, subject in (*_tasks(strategy, known, spoken), *_promises(strategy, known, spoken)):
        yield Finding(
            origin,
            say("no project and no indicator speaks of: {names}", names=shown(absent[:_SHOWN])),
            say("name the project that does it, add one, or leave it out"),
            subject=subject,
        )


Found = tuple[Origin, list[str], str]


def _tasks(strategy: Strategy, known: Vocabulary, spoken: Mapping[str, int]) -> Iterator[Found]:
    """Tasks of which nothing is left in their industries, or much is missing."""
    seldom = known.counts.at_least(1) & ~known.counts.at_least(_BY_CHANCE + 1)
    everywhere = reduce(or_, spoken.values(), 0)
    for task in strategy.tasks:
        if strategy.projects_of("task", task.id):
            continue
        homes = [strategy.industry[one] for one in task.industries if one in strategy.industry]
        there = reduce(or_, (spoken[one.id] for one in homes), everywhere & ~seldom) if homes else everywhere
        own = known.sought(" ".join(one.title for one in homes))
        words = telling(known, task.title, known.common | own)
        absent = [word for word in words if not known.sought(word) & there]
        if absent and (len(absent) == len(words) or _many(absent, words)):
            yield task.origin.at("title"), absent, task.id


def _promises(strategy: Strategy, known: Vocabulary, spoken: Mapping[str, int]) -> Iterator[Found]:
    """Passages of the card of which much is missing in all projects."""
    everywhere = reduce(or_, spoken.values(), 0)
    for part in _PARTS if strategy.card is not None else ():
        for index, passage in enumerate(getattr(strategy.card, part)):
            words = telling(known, passage.text, known.common)
            absent = [word for word in words if not known.sought(word) & everywhere]
            if len(words) >= _LEAST and _many(absent, words):
                yield strategy.place_in("card", part, index, "text"), absent, strategy.id


def _many(absent: list[str], words: list[str]) -> bool:
    return len(absent) >= _ABSENT and len(absent) >= _OF_ALL * len(words)


def _spoken(known: Vocabulary, industry: Industry) -> int:
    """The words of the projects and indicators of *industry*."""
    projects = (known.projects[one.id] for one in industry.projects)
    return reduce(or_, projects, known.held(*(one.title for one in industry.indicators)))
