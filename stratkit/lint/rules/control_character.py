r"""A text holds a control character.

## Why this is bad
It breaks word processors and the machine formats.

## Example
    # demo/projects/health/booking.yaml
    goal: "Запись к\x07 врачу"   # error: TXT014

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись к врачу
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.rule import rule
from stratkit.lint.shapes import CONTROL, UNKNOWN
from stratkit.lint.texts import texts_like
from stratkit.model.linked import Strategy, Workspace

_FOUND = Pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


@rule("TXT014", "control-character", Severity.WARNING, packs=("typography",))
def control_character(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_like(strategy, CONTROL, UNKNOWN):
        found = _FOUND.search(text.words)
        if found is not None:
            yield Finding(
                text.origin,
                say("the text holds the control character {code}", code=f"U+{ord(found.group()):04X}"),
                say("remove it"),
                subject=text.subject,
            )
