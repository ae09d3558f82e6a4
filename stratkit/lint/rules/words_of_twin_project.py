"""The texts of a project speak of what another project of nearly the same title is about.

## Why this is bad
The text was copied from the other project and a word was left as it was: the strategy promises the same twice and one thing
not at all.

## Example
    # demo/projects/health/booking.yaml
    title: Цифровая платформа для поликлиник
    goal: Дать платформу тем, кто работает в больницах   # error: TXT045
    # demo/projects/health/records.yaml
    title: Цифровая платформа для больниц
    goal: Дать платформу тем, кто работает в больницах

## Use instead
    # demo/projects/health/booking.yaml
    title: Цифровая платформа для поликлиник
    goal: Дать платформу тем, кто работает в поликлиниках
    # demo/projects/health/records.yaml
    title: Цифровая платформа для больниц
    goal: Дать платформу тем, кто работает в больницах
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.model.linked import Project, Strategy, Workspace

_SHARED = 2


@rule("TXT045", "words-of-twin-project", Severity.INFO, packs=("texts",))
def words_of_twin_project(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for industry in strategy.industries:
        titles = [(one, frozenset(stems(one.title))) for one in industry.projects]
        for (one, own), (other, others) in permutations(titles, 2):
            # Titles that differ in one word each are those of twins.
            if len(own - others) != 1 or len(others - own) != 1 or len(own & others) < _SHARED:
                continue
            (mine,), (strange,) = own - others, others - own
            yield from _borrowed(one, other, mine, strange)


def _borrowed(one: Project, other: Project, mine: bytes, strange: bytes) -> Iterator[Finding]:
    texts = {key: stems(words) for key in ("goal", "description") if (words := getattr(one, key))}
    if any(mine in words for words in texts.values()):
        return
    for key, words in texts.items():
        if strange in words:
            yield Finding(
                one.origin.at(key),
                say("the text speaks of what the project '{title}' is about", title=other.short),
                say("write what this project is about"),
                related=((other.origin, say("the other project stands here")),),
                subject=one.id,
            )
            return
