"""The wording of the financing names a source or a support that the data do not, or excludes one that they do.

## Why this is bad
The document prints the wording, tables and charts count by the data: they speak of different money.

## Example
    # demo/projects/health/booking.yaml
    financing: {sources: [federal-budget], text: За счёт федерального бюджета и регионального бюджета}   # error: TRC047

## Use instead
    # demo/projects/health/booking.yaml
    financing: {sources: [federal-budget, regional-budget], text: За счёт федерального бюджета и регионального бюджета}
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from stratkit.diagnostics import Finding, Message, Origin, Severity, say
from stratkit.lint.names import inflected_stems, naming
from stratkit.lint.phrases import ADJECTIVES, EXCLUDED_MONEY, FUNDED, FUNDING, NEGATED, REQUESTED
from stratkit.lint.rule import rule
from stratkit.model.linked import Catalog, Project, Strategy, Workspace


class _Money(NamedTuple):
    """A source of funds or a kind of support, by what a text tells it, and what stands wherever the text does."""

    key: str
    id: str
    title: str
    lower: str
    sign: str


@rule("TRC047", "financing-unlike-wording", Severity.WARNING, packs=("methodology", "texts"))
def financing_unlike_wording(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    named = _names(workspace.catalog)
    for project in strategy.projects:
        words, lower = project.financing.text, project.financing.text.lower()
        funded = list(FUNDED.finditer(lower)) if FUNDING in lower else []
        excluded = EXCLUDED_MONEY.findall(lower)
        for money in named:
            stated = money.id in getattr(project.financing, money.key)
            if not stated and _is_named(words, lower, money, funded) and _is_meant(project, money, workspace.catalog):
                message = say("the text names '{title}', the data do not", title=money.title)
            elif stated and money.key == "sources" and any(one.startswith(_start(money.title)) for one in excluded):
                message = say("the text excludes money of '{title}', the data name it", title=money.title)
            else:
                continue
            yield Finding(
                project.origin.at("financing", "text"),
                message,
                say("settle which of the two is right"),
                related=_stated(project, money.key),
                subject=project.id,
            )


def _names(catalog: Catalog) -> list[_Money]:
    """By what a text tells sources and kinds of support: the title, of a support its first noun if no other has it."""
    kinds = [(id_, one.title.split()[0]) for id_, one in catalog.support.items()]
    often = Counter(word for _, word in kinds)
    named = [("sources", id_, one.title) for id_, one in catalog.sources.items()]
    named += [("support", id_, word) for id_, word in kinds if often[word] == 1 and not word.endswith(ADJECTIVES)]
    return [_Money(key, id_, title, lower := title.lower(), inflected_stems(lower)[0]) for key, id_, title in named]


def _is_named(words: str, lower: str, money: _Money, funded: list[re.Match[str]]) -> bool:
    """Whether the text says that there is money of this kind, not that it is needed or lacking."""
    if not funded and money.sign not in lower:
        return False
    # «Federal funding» is money of the federal budget.
    found = (*naming(money.lower, words, lower), *(one for one in funded if money.lower.startswith(one[1])))
    return any(not NEGATED.search(words[: one.start()]) for one in found) and not REQUESTED.search(words)


def _is_meant(project: Project, money: _Money, catalog: Catalog) -> bool:
    """Whether a support that comes from a certain source can be meant: text or data have the source."""
    if money.key != "support":
        return True
    title, words = catalog.support[money.id].title.lower(), project.financing.text.lower()
    givers = {id_: start for id_, one in catalog.sources.items() if (start := _start(one.title)) in title}
    return not givers or any(start in words or id_ in project.financing.sources for id_, start in givers.items())


def _start(title: str) -> str:
    """How the adjective at the beginning of the *title* of a source begins, in small letters and whatever case."""
    return title.lower()[:8]


def _stated(project: Project, key: str) -> tuple[tuple[Origin, Message], ...]:
    return (
        ((project.origin.at("financing", key), say("the data stand here")),) if getattr(project.financing, key) else ()
    )
