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

from collections.abc import Collection, Iterable, Iterator

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.lint.phrases import WE_DO
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.lint.vocabulary import Vocabulary, sought, telling, vocabulary
from stratkit.model.linked import Industry, Strategy, Workspace

_DEEDS = "actions"
_PARTS = ("directions", "actions", "results", "effects")
# A short promise is a slogan.
_LEAST, _ABSENT, _OF_ALL = 5, 2, 1 / 3
# Two of the words of a promise may say where or how: «near by».
_OF_PROMISE = 3
# Elsewhere a word may stand by chance.
_BY_CHANCE = 2
_SHOWN = 5


@rule("TRC041", "unkept-promise", Severity.INFO, packs=("methodology",))
def unkept_promise(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    known = vocabulary(strategy)
    for origin, absent, subject in (*_tasks(strategy, known), *_promises(strategy, known)):
        yield Finding(
            origin,
            say("no project and no indicator speaks of: {names}", names=shown(absent[:_SHOWN])),
            say("name the project that does it, add one, or leave it out"),
            subject=subject,
        )


Found = tuple[Origin, list[str], str]


def _tasks(strategy: Strategy, known: Vocabulary) -> Iterator[Found]:
    """Tasks of which nothing is left in their industries, or much is missing."""
    for task in strategy.tasks:
        if strategy.projects_of("task", task.id):
            continue
        homes = [strategy.industry[one] for one in task.industries if one in strategy.industry]
        own = sought(" ".join(one.title for one in homes))
        words = telling(task.title, known.common | own)
        absent = [word for word, asked in words.items() if not _spoken(known, asked, homes)]
        if absent and (len(absent) == len(words) or _many(absent, words)):
            yield task.origin.at("title"), absent, task.id


def _promises(strategy: Strategy, known: Vocabulary) -> Iterator[Found]:
    """Passages of the card of which much is missing in all projects."""
    for part in _PARTS if strategy.card is not None else ():
        for index, passage in enumerate(getattr(strategy.card, part)):
            words = telling(passage.text, known.common)
            if part == _DEEDS:
                words = {word: asked for word, asked in words.items() if not WE_DO.search(word)}
            absent = [word for word, asked in words.items() if not _spoken(known, asked)]
            if len(words) >= _LEAST and len(absent) >= _OF_PROMISE and _many(absent, words):
                yield strategy.place_in("card", part, index, "text"), absent, strategy.id


def _many(absent: list[str], words: Collection[str]) -> bool:
    return len(absent) >= _ABSENT and len(absent) >= _OF_ALL * len(words)


def _spoken(known: Vocabulary, words: Iterable[bytes], homes: Collection[Industry] = ()) -> bool:
    """Whether a project or an indicator has one of *words*; one that is not of the *homes* may have it by chance."""
    for word in words:
        projects, indicators = known.projects.get(word, 0), known.titles.get(word, 0)
        if (projects or indicators) and not (homes and 0 < projects.bit_count() <= _BY_CHANCE):
            return True
        if any(projects & known.homes[one.id] or indicators & known.measures[one.id] for one in homes):
            return True
    return False
