"""Several words of another language follow each other.

## Why this is bad
The website and the document are in Russian and say so: a screen reader reads foreign words by Russian rules, and nobody
understands them.

## Example
    # demo/projects/health/booking.yaml
    goal: Принцип digital by default для записи к врачу   # error: ACC005

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись к врачу прежде всего через интернет
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.clause import ACCESSIBLE_CONTENT
from stratkit.lint.phrases import FOREIGN_PASSAGE
from stratkit.lint.rule import rule
from stratkit.lint.shapes import BLANK, LATIN
from stratkit.lint.texts import matches, texts_roughly_like
from stratkit.model.linked import Strategy, Workspace


@rule(
    "ACC005", "foreign-passage", Severity.INFO, status="preview", packs=("accessibility", "strict"),
    clause=ACCESSIBLE_CONTENT,
)  # fmt: skip
def foreign_passage(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, FOREIGN_PASSAGE, texts_roughly_like(strategy, BLANK + LATIN * 2)):
        yield Finding(
            text.origin,
            say("several words of another language follow each other: '{excerpt}'", excerpt=found),
            say("say it in the language of the document; a name of a product may stay"),
            subject=text.subject,
        )
