"""The texts of a project speak of what another project of nearly the same title is about.

## Why this is bad
The text was copied from the other project and a word was left as it was: the strategy promises the same twice and one thing
not at all.

## Example
    # demo/projects/health/booking.yaml
    title: Цифровая платформа для поликлиник
    goal: Дать платформу тем, кто работает в больницах   # error: TXT045
    description: Платформа открыта всегда.
    # demo/projects/health/records.yaml
    title: Цифровая платформа для больниц
    goal: Дать платформу тем, кто работает в больницах
    description: Платформа открыта всегда.

## Use instead
    # demo/projects/health/booking.yaml
    title: Цифровая платформа для поликлиник
    goal: Дать платформу тем, кто работает в поликлиниках
    # demo/projects/health/records.yaml
    title: Цифровая платформа для больниц
    goal: Дать платформу тем, кто работает в больницах
    description: Платформа открыта всегда.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.model.linked import Project, Strategy, Workspace

_SHARED, _ALIKE = 2, 0.4
"""How many words titles of twins share, and how large a part of their words texts do of which one was copied."""


@rule("TXT045", "words-of-twin-project", Severity.INFO, packs=("texts",))
def words_of_twin_project(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for industry in strategy.industries:
        titles = [(one, stems(one.title)) for one in industry.projects]
        for (one, own), (other, others) in permutations(titles, 2):
            # Titles of which the last word alone differs are those of twins.
            if own[:-1] == others[:-1] and own[-1:] != others[-1:] and len(own) > _SHARED:
                yield from _borrowed(one, other, own[-1], others[-1])


def _borrowed(one: Project, other: Project, mine: bytes, strange: bytes) -> Iterator[Finding]:
    texts = _texts(one)
    words, theirs = set().union(*texts.values()), set().union(*_texts(other).values())
    if mine in words or strange not in words or len(words & theirs) < _ALIKE * len(words | theirs):
        return
    yield Finding(
        one.origin.at(next(key for key, said in texts.items() if strange in said)),
        say("the text speaks of what the project '{title}' is about", title=other.short),
        say("write what this project is about"),
        related=((other.origin, say("the other project stands here")),),
        subject=one.id,
    )


def _texts(project: Project) -> dict[str, frozenset[bytes]]:
    return {key: frozenset(stems(words)) for key in ("goal", "description") if (words := getattr(project, key))}
