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

from collections import Counter
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Message, Origin, Severity, say
from stratkit.lint.names import naming
from stratkit.lint.phrases import ADJECTIVES, EXCLUDED_MONEY, FUNDED, FUNDING, NEGATED, REQUESTED
from stratkit.lint.rule import rule
from stratkit.model.linked import Catalog, Project, Strategy, Workspace


@rule("TRC047", "financing-unlike-wording", Severity.WARNING, packs=("methodology", "texts"))
def financing_unlike_wording(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    named = _names(workspace.catalog)
    for project in strategy.projects:
        words, lower = project.financing.text, project.financing.text.lower()
        for key, id_, title in named:
            stated = id_ in getattr(project.financing, key)
            if not stated and _is_named(words, lower, title) and _is_meant(project, key, id_, workspace.catalog):
                message = say("the text names '{title}', the data do not", title=title)
            elif stated and key == "sources" and _is_excluded(lower, title):
                message = say("the text excludes money of '{title}', the data name it", title=title)
            else:
                continue
            yield Finding(
                project.origin.at("financing", "text"),
                message,
                say("settle which of the two is right"),
                related=_stated(project, key),
                subject=project.id,
            )


def _names(catalog: Catalog) -> list[tuple[str, str, str]]:
    """By what a text tells sources and kinds of support: the title, of a support its first noun if no other has it."""
    kinds = [(id_, one.title.split()[0]) for id_, one in catalog.support.items()]
    often = Counter(word for _, word in kinds)
    sources = [("sources", id_, one.title) for id_, one in catalog.sources.items()]
    return sources + [
        ("support", id_, word) for id_, word in kinds if often[word] == 1 and not word.endswith(ADJECTIVES)
    ]


def _is_named(words: str, lower: str, title: str) -> bool:
    """Whether the text says that there is money of this kind, not that it is needed or lacking."""
    # «Federal funding» is money of the federal budget.
    funding = FUNDED.finditer(lower) if FUNDING in lower else ()
    found = (*naming(title.lower(), words, lower), *(one for one in funding if title.lower().startswith(one[1])))
    return any(not NEGATED.search(words[: one.start()]) for one in found) and not REQUESTED.search(words)


def _is_meant(project: Project, key: str, id_: str, catalog: Catalog) -> bool:
    """Whether a support that comes from a certain source can be meant: text or data have the source."""
    if key != "support":
        return True
    title, words = catalog.support[id_].title.lower(), project.financing.text.lower()
    givers = {id_: start for id_, one in catalog.sources.items() if (start := _start(one.title)) in title}
    return not givers or any(start in words or id_ in project.financing.sources for id_, start in givers.items())


def _start(title: str) -> str:
    """How the adjective at the beginning of the *title* of a source begins, in small letters and whatever case."""
    return title.lower()[:8]


def _is_excluded(lower: str, title: str) -> bool:
    """Whether the text, in small letters, says that there is no money of this kind: «without federal funds»."""
    return any(one[1].startswith(_start(title)) for one in EXCLUDED_MONEY.finditer(lower))


def _stated(project: Project, key: str) -> tuple[tuple[Origin, Message], ...]:
    return (
        ((project.origin.at("financing", key), say("the data stand here")),) if getattr(project.financing, key) else ()
    )
