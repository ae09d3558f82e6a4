"""A text ends in the middle of a sentence.

## Why this is bad
The end was lost when the text was copied, and with it perhaps a condition or a figure.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу можно из дома и на   # error: TXT031

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу можно из дома и на работе
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import CUT_OFF, CUT_OFF_ENDS
from stratkit.lint.rule import rule
from stratkit.lint.texts import excerpt, texts
from stratkit.model.linked import Strategy, Workspace


@rule("TXT031", "cut-off-text", Severity.WARNING, packs=("texts",))
def cut_off_text(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts(strategy):
        end = text.words.rstrip()
        if end.endswith(CUT_OFF_ENDS) and " " in text.words and (found := CUT_OFF.search(end)) is not None:
            yield Finding(
                text.origin,
                say("the text breaks off: '{excerpt}'", excerpt=excerpt(end, *found.span())),
                say("put the lost end back"),
                subject=text.subject,
            )
