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
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("DOC002", "page-beyond-source", Severity.WARNING, packs=("references",))
def page_beyond_source(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    source = strategy.frame.source
    if source is None or source.pages is None:
        return
    for page, origin, *steps in _pages(strategy):
        if page > source.pages:
            yield Finding(
                origin.at(*steps),
                say("the source has {pages} pages, here stands page {page}", pages=source.pages, page=page),
                say("look the page up again"),
            )


def _pages(strategy: Strategy) -> Iterator[tuple[int, Origin, *tuple[str, ...]]]:
    """Every page named for an entry of a list, a project, a row of a project or an indicator, and what leads to it."""
    # The pages of a project stand in a table of their own.
    entries = [entry for _, found in numbered_lists(strategy) for entry in found if entry.origin.pointer]
    yield from ((entry.page, entry.origin, "page") for entry in entries if entry.page is not None)
    rows = [row for project in strategy.projects for row in project.rows]
    yield from ((row.page, row.origin, "page") for row in rows if row.page is not None)
    for project in strategy.projects:
        for part in ("relations", "project", "indicators"):
            yield from ((page, project.origin, "pages", part) for page in getattr(project.pages, part))
    for indicator in strategy.indicators:
        yield from ((page, indicator.origin, "pages") for page in indicator.pages)
