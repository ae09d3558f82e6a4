"""The telephone, the address or the name of whoever made the text stands in it.

## Why this is bad
A strategy is published for years: the person changes, and has not always been asked.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу (исп. Петрова, тел. 8 (4822) 32-10-55)   # error: TXT052

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.slips import CONTACT, CONTACT_SIGNS
from stratkit.lint.texts import matches, texts_with
from stratkit.model.linked import Strategy, Workspace


@rule("TXT052", "contact-in-text", Severity.WARNING, packs=("texts",))
def contact_in_text(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, CONTACT, texts_with(strategy, *CONTACT_SIGNS)):
        yield Finding(
            text.origin,
            say("a telephone, an address or a person is named: '{excerpt}'", excerpt=found),
            say("leave it out, or name the body"),
            subject=text.subject,
        )
