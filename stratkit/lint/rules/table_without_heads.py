"""A column of a table of the document has no head.

## Why this is bad
A screen reader names the head before each cell; without it nobody who listens knows what a value means.

## Example
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
              - {field: number, title: '', width: 5}   # error: ACC001
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
              - {field: number, title: № п/п, width: 5}
              - {field: project, title: Проект, width: 30}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.clause import ACCESSIBLE_CONTENT
from stratkit.lint.drawn_tables import drawn_tables
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("ACC001", "table-without-heads", Severity.WARNING, packs=("accessibility",), clause=ACCESSIBLE_CONTENT)
def table_without_heads(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for name, origin, table in drawn_tables(strategy):
        for index, column in enumerate(table.columns):
            if not column.title.strip():
                yield Finding(
                    origin.at("columns", index, "title"),
                    say("column {number} of the table '{name}' has no head", number=index + 1, name=name),
                    say("write its head in 'title'"),
                    subject=name,
                )
