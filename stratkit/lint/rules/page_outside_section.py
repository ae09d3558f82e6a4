"""A row of indicators or another wording stands on a page that the project does not name.

## Why this is bad
A digit is mistyped, and nobody finds the passage from which the value was taken.

## Example
    # demo/projects/health/booking.yaml
    pages: {project: [3], indicators: [5]}
    indicators:
      - {id: online-booking, page: 15}   # error: DOC004

## Use instead
    # demo/projects/health/booking.yaml
    pages: {project: [3], indicators: [5]}
    indicators:
      - {id: online-booking, page: 5}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Project, Strategy, Workspace


@rule("DOC004", "page-outside-section", Severity.WARNING, packs=("references",))
def page_outside_section(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        pages = project.pages.indicators
        for row in project.rows if pages else ():
            if row.page is not None and row.page not in pages:
                yield Finding(
                    row.origin.at("page"),
                    say("page {page} is none of those on which the project's indicators stand: {names}", page=row.page, names=", ".join(map(str, pages))),
                    say("look the page up again"),
                    related=((project.origin.at("pages", "indicators"), say("the pages stand here")),),
                    subject=project.id,
                )  # fmt: skip
    for project in strategy.projects:
        for index, variant in enumerate(project.variants):
            pages = _pages(project, variant.section)
            if variant.page is not None and pages and variant.page not in pages:
                yield Finding(
                    project.origin.at("variants", index, "page"),
                    say("page {page} is none of those of this part of the document: {names}", page=variant.page, names=", ".join(map(str, pages))),
                    say("look the page up again"),
                    subject=project.id,
                )  # fmt: skip


def _pages(project: Project, section: str) -> tuple[int, ...]:
    """The pages of a project in a part of the document."""
    pages = project.pages
    return {"projects": pages.project, "relations": pages.relations, "indicators": pages.indicators}.get(section, ())
