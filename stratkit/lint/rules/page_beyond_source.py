"""A page is named that the source document does not have.

## Why this is bad
Nobody can find the passage; mostly a digit is mistyped.

## Example
    # demo/strategy.yaml
    source:
      title: Стратегия
      file: strategy.txt
      notice: Вымышленный документ.
      pages: 40
    # demo/projects/health/booking.yaml
    pages: {project: [12, 51]}   # error: DOC002

## Use instead
    # demo/projects/health/booking.yaml
    pages: {project: [12, 15]}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.lint.numbering import numbered_lists
from stratkit.lint.phrases import PAGE_SIGN, PAGE_TOLD
from stratkit.lint.rule import rule
from stratkit.model.linked import Indicator, Project, Strategy, Workspace

_MANY, _SHOWN = 10, 3
"""With more places than that the number of pages is wrong, and it is said once, with the first of them."""


@rule("DOC002", "page-beyond-source", Severity.WARNING, packs=("references",))
def page_beyond_source(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    source = strategy.frame.source
    if source is None or source.pages is None:
        return
    last = source.pages
    found = [*_of_entries(strategy, last), *_of_projects(strategy, last)]
    for one in strategy.indicators:
        found += [(page, one.origin.at("pages")) for page in one.pages if page > last]
    found += _of_notes(strategy, last)
    if len(found) > _MANY:
        yield Finding(
            strategy.origin.at("source", "pages"),
            say(
                "the source has {pages} pages, and {count} places name later ones, up to page {page}",
                pages=last,
                count=len(found),
                page=max(page for page, _ in found),
            ),
            say("look up how many pages the source has"),
            related=tuple((place, say("here stands page {page}", page=page)) for page, place in found[:_SHOWN]),
            subject=strategy.id,
        )
        return
    for page, place in found:
        yield Finding(
            place,
            say("the source has {pages} pages, here stands page {page}", pages=last, page=page),
            say("look the page up again"),
        )


def _of_entries(strategy: Strategy, last: int) -> Iterator[tuple[int, Origin]]:
    """The pages after the *last* one of entries of lists and of rows of projects."""
    for _, entries in numbered_lists(strategy):
        for entry in entries:
            # The pages of a project stand in a table of their own.
            if entry.page is not None and entry.page > last and entry.origin.pointer:
                yield entry.page, entry.origin.at("page")
    for project in strategy.projects:
        for row in project.rows:
            if row.page is not None and row.page > last:
                yield row.page, row.origin.at("page")


def _of_notes(strategy: Strategy, last: int) -> Iterator[tuple[int, Origin]]:
    """The pages after the *last* one that remarks name."""
    noted: tuple[Project | Indicator, ...] = (*strategy.projects, *strategy.indicators)
    for one in noted:
        if one.note is not None:
            yield from _told(one.note, one.origin, ("note",), last)
        for index, other in enumerate(one.variants):
            if other.note is not None:
                yield from _told(other.note, one.origin, ("variants", index, "note"), last)


def _told(note: str, origin: Origin, steps: tuple[str | int, ...], last: int) -> Iterator[tuple[int, Origin]]:
    """The pages after the *last* one that one remark names."""
    for page in PAGE_TOLD.findall(note) if PAGE_SIGN in note else ():
        if int(page) > last:
            yield int(page), origin.at(*steps)


def _of_projects(strategy: Strategy, last: int) -> Iterator[tuple[int, Origin]]:
    """The pages after the *last* one of the tables of a project."""
    for project in strategy.projects:
        for part in ("relations", "project", "indicators"):
            for page in getattr(project.pages, part):
                if page > last:
                    yield page, project.origin.at("pages", part)
