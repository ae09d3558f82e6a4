"""A word stands twice in a row.

## Why this is bad
Something was moved or replaced and a piece of the former text remained; perhaps another word was lost.

## Example
    # demo/projects/health/booking.yaml
    goal: Жители области области записываются к врачу   # error: TXT020

## Use instead
    # demo/projects/health/booking.yaml
    goal: Жители области записываются к врачу
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.rule import rule
from stratkit.lint.texts import excerpt, repeating
from stratkit.lint.words import SHORT_WORDS
from stratkit.model.linked import Strategy, Workspace

_BLANK = r"(?:[ \u00a0]|\n *)"
"""Between two words of a sentence, which may go on in the next line."""
_TWICE = Pattern(
    rf"(?<![\w-])(?:([^\W\d_]{{3,}}(?:{_BLANK}[^\W\d_]{{3,}})?){_BLANK}\1|("
    + "|".join(SHORT_WORDS)
    + rf"){_BLANK}\2)(?![\w-])",
    re.IGNORECASE,
)


@rule("TXT020", "doubled-word", Severity.WARNING, packs=("texts",))
def doubled_word(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in repeating(strategy):
        found = _TWICE.search(text.words)
        if found is not None:
            yield Finding(
                text.origin,
                say("a word stands twice in a row: '{excerpt}'", excerpt=excerpt(text.words, *found.span())),
                say("remove one, or put back the word that was lost"),
                subject=text.subject,
            )
