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
from operator import eq

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import excerpt, texts
from stratkit.model.linked import Strategy, Workspace

_TWICE = re.compile(r"(?<![\w-])([^\W\d_]{3,}(?:[ \u00a0][^\W\d_]{3,})?)[ \u00a0]\1(?![\w-])", re.IGNORECASE)


@rule("TXT020", "doubled-word", Severity.WARNING, packs=("texts",))
def doubled_word(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts(strategy):
        # The pattern looks at every letter; comparing neighbours first is many times faster.
        found = _TWICE.search(text.words) if _may_repeat(text.words) else None
        if found is not None:
            yield Finding(
                text.origin,
                say("a word stands twice in a row: '{excerpt}'", excerpt=excerpt(text.words, *found.span())),
                say("remove one, or put back the word that was lost"),
                subject=text.subject,
            )


def _may_repeat(text: str) -> bool:
    """Whether a word is the one before it, or two words are the two before them."""
    words = text.lower().split()
    return 1 in bytes(map(eq, words, words[1:])) or b"\1\1" in bytes(map(eq, words, words[2:]))
