"""Two words say the same.

## Why this is bad
The reader looks for a difference that is not there: 'each year' and 'once a year' are one rule, not two.

## Example
    # demo/strategy.yaml
    implementation:
      - text: Стратегию уточняют ежегодно, не чаще одного раза в год.   # error: TXT022

## Use instead
    # demo/strategy.yaml
    implementation:
      - text: Стратегию уточняют не чаще одного раза в год.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import matches, texts_with
from stratkit.lint.words import REDUNDANT, REDUNDANT_WORDS
from stratkit.model.linked import Strategy, Workspace


@rule("TXT022", "redundant-words", Severity.INFO, packs=("texts",))
def redundant_words(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, REDUNDANT, texts_with(strategy, *REDUNDANT_WORDS)):
        yield Finding(
            text.origin,
            say("the same is said twice: '{excerpt}'", excerpt=found),
            say("leave out one of the two"),
            subject=text.subject,
        )
