"""Two marks stand where one belongs.

## Why this is bad
A sentence was joined or cut without looking at its end.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу через интернет..   # error: TXT053

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу через интернет.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.slips import DOUBLED_SIGN, DOUBLED_SIGNS
from stratkit.lint.texts import matches, texts_with
from stratkit.model.linked import Strategy, Workspace


@rule("TXT053", "doubled-sign", Severity.INFO, packs=("typography",))
def doubled_sign(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, DOUBLED_SIGN, texts_with(strategy, *DOUBLED_SIGNS)):
        yield Finding(
            text.origin,
            say("two marks stand where one belongs: '{excerpt}'", excerpt=found),
            say("keep the one that is meant"),
            subject=text.subject,
        )
