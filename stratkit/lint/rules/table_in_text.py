"""A table is drawn inside a text.

## Why this is bad
The text itself stands in a cell of a table: the electronic text of an act may not hold a table within a table, and
none where a text is enough.

## Example
    # demo/projects/health/booking.yaml
    description: |   # error: OFF003
      | Год | Записей |
      |-----|---------|
      | 2023 | 50 % |

## Use instead
    # demo/projects/health/booking.yaml
    description: |
      Записи через интернет:

      - 2023 год – 50 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.clause import ELECTRONIC_ACTS
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_with
from stratkit.model.linked import Strategy, Workspace

_ROW = r"[ \t]*\|.*\|[ \t]*"
_TABLE = Pattern(rf"^{_ROW}\n{_ROW}$|<t(?:able|r|d)\b", re.MULTILINE)


@rule("OFF003", "table-in-text", Severity.WARNING, packs=("official-text",), clause=ELECTRONIC_ACTS)
def table_in_text(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_with(strategy, "|", "<t"):
        if _TABLE.search(text.words):
            yield Finding(
                text.origin,
                say("a table is drawn inside the text"),
                say("say it in a list; figures by year belong in an indicator"),
                subject=text.subject,
            )
