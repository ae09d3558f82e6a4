"""Markup of web pages or fields of a word processor stand in a text.

## Why this is bad
They were copied along and show in the printed document, or were lost together with what they stood for.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться к&nbsp;врачу через интернет   # error: TXT051

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу через интернет
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.slips import MARKUP, MARKUP_SIGNS
from stratkit.lint.texts import matches, texts_with
from stratkit.model.linked import Strategy, Workspace


@rule("TXT051", "markup-left-in-text", Severity.WARNING, packs=("texts", "typography"))
def markup_left_in_text(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, MARKUP, texts_with(strategy, *MARKUP_SIGNS)):
        yield Finding(
            text.origin,
            say("markup was left in the text: '{excerpt}'", excerpt=found),
            say("write the sign that it stands for, or remove it"),
            subject=text.subject,
        )
