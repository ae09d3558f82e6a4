"""A table of the document has no name.

## Why this is bad
Who listens to a page goes from table to table by their names.

## Example
    # catalog/profiles/demo.yaml
    sections:
      projects:
        number: '4.'
        title: Проекты
        blocks:
          - block: table
            caption: ''   # error: ACC002
            rows: projects
            columns:
              - {field: project, title: Проект, width: 30}

## Use instead
    # catalog/profiles/demo.yaml
    sections:
      projects:
        number: '4.'
        title: Проекты
        blocks:
          - block: table
            caption: Проекты
            rows: projects
            columns:
              - {field: project, title: Проект, width: 30}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.clause import ACCESSIBLE_CONTENT
from stratkit.lint.drawn_tables import drawn_tables
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("ACC002", "table-without-caption", Severity.WARNING, packs=("accessibility",), clause=ACCESSIBLE_CONTENT)
def table_without_caption(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for name, origin, table in drawn_tables(strategy):
        if not table.caption.strip():
            yield Finding(
                origin.at("caption"),
                say("the table '{name}' has no caption", name=name),
                say("write its name in 'caption'"),
                subject=name,
            )
