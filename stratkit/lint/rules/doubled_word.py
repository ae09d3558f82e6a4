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
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress, count, islice, pairwise
from operator import eq

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import Text, excerpt, texts
from stratkit.model.linked import Strategy, Workspace

_TWICE = re.compile(r"(?<![\w-])([^\W\d_]{3,}(?:[ \u00a0][^\W\d_]{3,})?)[ \u00a0]\1(?![\w-])", re.IGNORECASE)


@rule("TXT020", "doubled-word", Severity.WARNING, packs=("texts",))
def doubled_word(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in _repeating(texts(strategy)):
        found = _TWICE.search(text.words)
        if found is not None:
            yield Finding(
                text.origin,
                say("a word stands twice in a row: '{excerpt}'", excerpt=excerpt(text.words, *found.span())),
                say("remove one, or put back the word that was lost"),
                subject=text.subject,
            )


def _repeating(listed: Sequence[Text]) -> Iterator[Text]:
    """The texts in which a word is the one before it, or two words are the two before them.

    The pattern looks at every letter; comparing the neighbours of all texts first is many times faster.
    """
    words: list[object] = []
    ends: list[int] = []
    for index, text in enumerate(listed):
        words += text.words.lower().split()
        ends.append(len(words))
        words.append(index)  # equal to no word and to no other number
    once = compress(count(), map(eq, words, islice(words, 1, None)))
    twice = compress(count(), map(eq, words, islice(words, 2, None)))
    found = {*once, *(place for place, after in pairwise(twice) if after == place + 1)}
    yield from (listed[index] for index in sorted({bisect_left(ends, place) for place in found}))
