"""A text gives more than a hundred per cent of people or things.

## Why this is bad
There are no more than all of them: a digit was mistyped, or growth was meant.

## Example
    # demo/projects/health/booking.yaml
    description: Записываться через интернет могут 120 % жителей.   # error: TXT037

## Use instead
    # demo/projects/health/booking.yaml
    description: Записываться через интернет могут 100 % жителей.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import EXCESS, OVER_ALL
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_with
from stratkit.lint.words import PERCENT_WORDS
from stratkit.model.linked import Strategy, Workspace


@rule("TXT037", "more-than-all", Severity.WARNING, packs=("texts", "figures"))
def more_than_all(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_with(strategy, *PERCENT_WORDS):
        for said in OVER_ALL.finditer(text.words):
            # Growth by or to more than a hundred per cent is possible.
            if not EXCESS.search(text.words[: said.start()]):
                yield Finding(
                    text.origin,
                    say("more than all: '{words}'", words=said[0]),
                    say("correct the figure, or say by how much something grows"),
                    subject=text.subject,
                )
