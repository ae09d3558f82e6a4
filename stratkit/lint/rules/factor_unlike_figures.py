"""A text says how many times something grows and from what to what, and the two do not fit.

## Why this is bad
One of the three is wrong, and no reader can tell which.

## Example
    # demo/projects/health/booking.yaml
    description: Очередей стало меньше втрое – с 20 до 10.   # error: TXT036

## Use instead
    # demo/projects/health/booking.yaml
    description: Очередей стало меньше вдвое – с 20 до 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import BESIDE, FACTOR, FACTOR_WORDS, FROM_TO, factor, number
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_with
from stratkit.lint.words import SENTENCE_END
from stratkit.model.linked import Strategy, Workspace

_NEAR = 0.1
"""Who says «twice» rounds."""


@rule("TXT036", "factor-unlike-figures", Severity.WARNING, packs=("texts",))
def factor_unlike_figures(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_with(strategy, *FACTOR_WORDS):
        for sentence in SENTENCE_END.split(text.words):
            said = FACTOR.search(sentence)
            stretch = None if said is None else FROM_TO.search(sentence, said.end())
            # What stands farther away may be said of something else.
            if said is None or stretch is None or not BESIDE.fullmatch(sentence[said.end() : stretch.start()]):
                continue
            times = factor(said)
            first, last = number(stretch["first"]), number(stretch["last"])
            if first and last and abs(max(first, last) / min(first, last) - times) > _NEAR * times:
                yield Finding(
                    text.origin,
                    say("the text says '{words}' and '{range}'", words=said[0], range=stretch[0].strip()),
                    say("correct the one that is wrong"),
                    subject=text.subject,
                )
