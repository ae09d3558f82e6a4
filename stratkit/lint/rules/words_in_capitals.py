"""A word or a title is written in capitals.

## Why this is bad
The size of letters belongs to the layout; readers take such words for abbreviations, and screen readers spell them out.

## Example
    # demo/projects/health/booking.yaml
    title: ЗАПИСЬ К ВРАЧУ ЧЕРЕЗ ИНТЕРНЕТ   # error: OFF006

## Use instead
    # demo/projects/health/booking.yaml
    title: Запись к врачу через интернет
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.clause import ELECTRONIC_ACTS
from stratkit.lint.rule import rule
from stratkit.lint.shapes import BLANK, CAPITAL
from stratkit.lint.slips import IN_CAPITALS
from stratkit.lint.texts import matches, texts_like
from stratkit.model.linked import Strategy, Workspace

_SHAPES = (
    CAPITAL * 9, CAPITAL * 7 + BLANK + CAPITAL * 3, CAPITAL * 3 + BLANK + CAPITAL * 7,
    CAPITAL * 2 + BLANK + CAPITAL + BLANK + CAPITAL * 2,
)  # fmt: skip


@rule("OFF006", "words-in-capitals", Severity.INFO, packs=("official-text",), clause=ELECTRONIC_ACTS)
def words_in_capitals(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, IN_CAPITALS, texts_like(strategy, *_SHAPES)):
        yield Finding(
            text.origin,
            say("words are written in capitals: '{excerpt}'", excerpt=found),
            say("write them in small letters; the layout sets the size"),
            subject=text.subject,
        )
