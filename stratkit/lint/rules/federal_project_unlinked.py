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

from collections.abc import Iterator, Mapping

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.lint.words import CAPITALS
from stratkit.model.linked import Catalog, Strategy, Workspace

_LEAST, _NEAR = 3, 0.8


@rule("REG007", "federal-project-unlinked", Severity.INFO, packs=("comparison", "methodology"))
def federal_project_unlinked(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    own = [one for one in strategy.projects if one.federal is None and one.own_title is not None]
    if not own:
        return
    long = _glossary(workspace.catalog)
    federal = [
        (id_, industry, entry.title, _written_out(entry.title, long))
        for id_, (entry, industry) in workspace.catalog.federal_projects.items()
    ]
    for project in own:
        words = _written_out(project.title, long)
        for id_, industry, title, others in federal:
            shared = len(words & others)
            if industry == project.industry and shared >= _LEAST and shared >= _NEAR * len(words | others):
                yield Finding(
                    project.origin.at("title"),
                    say("a federal project has this title: '{title}'", title=title),
                    say("write 'federal: {id}', if it is meant", id=id_),
                    related=((workspace.catalog.origins["federal-projects", id_], say("the federal project stands here")),),
                    subject=project.id,
                )  # fmt: skip


def _glossary(catalog: Catalog) -> Mapping[str, str]:
    return {entry.term: entry.expansion for entry in catalog.glossary}


def _written_out(title: str, long: Mapping[str, str]) -> frozenset[bytes]:
    """The words of a title with those that its abbreviations are short for."""
    return frozenset(stems(CAPITALS.sub(lambda found: long.get(found[0], found[0]), title)))
