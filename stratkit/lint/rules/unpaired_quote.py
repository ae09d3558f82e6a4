"""A quotation mark or a bracket opens or closes nothing.

## Why this is bad
It is not clear where a name ends; a program that looks for names in quotes takes the rest of the text for one.

## Example
    # demo/projects/health/booking.yaml
    goal: Сервис «Запись к врачу работает   # error: TXT021

## Use instead
    # demo/projects/health/booking.yaml
    goal: Сервис «Запись к врачу» работает
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_with
from stratkit.lint.words import OUTER_QUOTES
from stratkit.model.linked import Strategy, Workspace


@rule("TXT021", "unpaired-quote", Severity.WARNING, packs=("typography",))
def unpaired_quote(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    yield from _quotes(strategy)
    for text in texts_with(strategy, "("):
        opened, closed = text.words.count("("), text.words.count(")")
        # Items of a list close a bracket that they do not open: «а)».
        if opened > closed:
            yield Finding(
                text.origin,
                say("brackets that open: {opened}, that close: {closed}", opened=opened, closed=closed),
                say("add the missing bracket, or remove the one that is too many"),
                subject=text.subject,
            )


def _quotes(strategy: Strategy) -> Iterator[Finding]:
    opening, closing = OUTER_QUOTES
    for text in texts_with(strategy, opening, closing):
        opened, closed = text.words.count(opening), text.words.count(closing)
        # Two that close together may be written as one.
        if opened != closed and not (opened == closed + 1 and not _met(text.words) and _nested(text.words)):
            yield Finding(
                text.origin,
                say("quotation marks that open: {opened}, that close: {closed}", opened=opened, closed=closed),
                say("add the missing mark, or remove the one that is too many"),
                subject=text.subject,
            )


def _met(words: str) -> bool:
    return any(mark * 2 in words for mark in OUTER_QUOTES)


def _nested(words: str) -> bool:
    """Whether a quotation opens inside another one: both may close with one mark."""
    opening, closing = OUTER_QUOTES
    # What stands behind a mark that closes is outside of all quotations, unless another one closes behind it.
    return any(opening in piece.partition(opening)[2] for piece in words.split(closing)[:-1])
