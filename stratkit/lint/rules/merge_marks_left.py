"""Marks of two versions that git could not join were left in a text.

## Why this is bad
Both versions are printed in the document, one after the other, with signs between them.

## Example
    # demo/projects/health/booking.yaml
    description: "<<<<<<< HEAD Запись занимает минуту. ======= Запись занимает секунду. >>>>>>> update"   # error: TXT038

## Use instead
    # demo/projects/health/booking.yaml
    description: Запись занимает секунду.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_with
from stratkit.model.linked import Strategy, Workspace

_MARKS = ("<<<<<<<", ">>>>>>>")
"""What git writes before the first version and behind the second one."""


@rule("TXT038", "merge-marks-left", Severity.WARNING, packs=("texts", "form"))
def merge_marks_left(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_with(strategy, *_MARKS):
        yield Finding(
            text.origin,
            say("marks of a merge of two versions stand in the text"),
            say("keep the right version, and remove the other one and the lines with the marks"),
            subject=text.subject,
        )
