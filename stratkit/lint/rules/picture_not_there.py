"""A text refers to a picture, a table or an appendix by a number, and the document numbers none.

## Why this is bad
It was copied from another document: the reader looks for what is not there.

## Example
    # demo/projects/health/booking.yaml
    description: Порядок записи показан на рисунке 3.   # error: TXT061

## Use instead
    # demo/projects/health/booking.yaml
    description: Сначала выбирают врача, потом время.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.slips import PICTURE, PICTURE_SIGNS
from stratkit.lint.texts import matches, texts_with
from stratkit.model.linked import Strategy, Workspace


@rule("TXT061", "picture-not-there", Severity.WARNING, packs=("texts", "references"))
def picture_not_there(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, PICTURE, texts_with(strategy, *PICTURE_SIGNS)):
        yield Finding(
            text.origin,
            say("the text refers to what the document does not have: '{excerpt}'", excerpt=found),
            say("write here what is shown there, or leave it out"),
            subject=text.subject,
        )
