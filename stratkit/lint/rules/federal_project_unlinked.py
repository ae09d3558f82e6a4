"""A project of the region has the title of a federal project and is not linked to it.

## Why this is bad
The region counts it as its own, no other region's project of the same kind is found beside it, and what the federal project
measures is not asked for.

## Example
    # demo/projects/health/booking.yaml
    title: Цифровая карта пациентов   # error: REG007

## Use instead
    # demo/projects/health/booking.yaml
    title: Запись к врачу через интернет
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from weakref import WeakKeyDictionary

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.lint.words import CAPITALS
from stratkit.model.linked import Catalog, Strategy, Workspace

_LEAST, _NEAR = 3, 0.8


class _Federal(NamedTuple):
    """A federal project, and the words of its title."""

    id: str
    title: str
    words: frozenset[bytes]


_known: WeakKeyDictionary[Catalog, tuple[Mapping[str, str], Mapping[str, list[_Federal]]]] = WeakKeyDictionary()


@rule("REG007", "federal-project-unlinked", Severity.INFO, packs=("comparison", "methodology"))
def federal_project_unlinked(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    own = [one for one in strategy.projects if one.federal is None and one.own_title is not None]
    if not own:
        return
    catalog = workspace.catalog
    long, federal = _written(catalog)
    for project in own:
        near = federal.get(project.industry, ())
        words = _written_out(project.title, long) if near else frozenset()
        for one in near:
            shared = len(words & one.words)
            if shared >= _LEAST and shared >= _NEAR * len(words | one.words):
                yield Finding(
                    project.origin.at("title"),
                    say("a federal project has this title: '{title}'", title=one.title),
                    say("write 'federal: {id}', if it is meant", id=one.id),
                    related=((catalog.origins["federal-projects", one.id], say("the federal project stands here")),),
                    subject=project.id,
                )


def _written(catalog: Catalog) -> tuple[Mapping[str, str], Mapping[str, list[_Federal]]]:
    """What the abbreviations of *catalog* are short for, and its federal projects by industry; collected once."""
    found = _known.get(catalog)
    if found is None:
        long = {entry.term: entry.expansion for entry in catalog.glossary}
        found = _known[catalog] = long, _by_industry(catalog, long)
    return found


def _by_industry(catalog: Catalog, long: Mapping[str, str]) -> Mapping[str, list[_Federal]]:
    found: defaultdict[str, list[_Federal]] = defaultdict(list)
    for id_, (entry, industry) in catalog.federal_projects.items():
        found[industry].append(_Federal(id_, entry.title, _written_out(entry.title, long)))
    return found


def _written_out(title: str, long: Mapping[str, str]) -> frozenset[bytes]:
    """The words of a title with those that its abbreviations are short for."""
    return frozenset(stems(CAPITALS.sub(lambda found: long.get(found[0], found[0]), title)))
