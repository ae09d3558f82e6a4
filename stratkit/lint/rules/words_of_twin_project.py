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

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, permutations

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.model.linked import Project, Strategy, Workspace

_SHARED, _ALIKE = 2, 0.4
"""How many words titles of twins share, and how large a part of their words texts do of which one was copied."""


@rule("TXT045", "words-of-twin-project", Severity.INFO, packs=("texts",))
def words_of_twin_project(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for industry in strategy.industries:
        # Titles of which the last word alone differs are those of twins.
        twins: defaultdict[tuple[bytes, ...], list[tuple[Project, bytes]]] = defaultdict(list)
        for project in industry.projects:
            *shared, last = stems(project.title) or (b"",)
            if len(shared) >= _SHARED:
                twins[tuple(shared)].append((project, last))
        for (one, own), (other, others) in chain.from_iterable(permutations(alike, 2) for alike in twins.values()):
            if own != others:
                yield from _borrowed(one, other, own, others)


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
