r"""A text holds an invisible character.

## Why this is bad
The reader sees another text than the program; so numbers and names can be made to lie.

## Example
    # demo/projects/health/booking.yaml
    goal: "Запись к\u200b врачу"   # error: TXT013

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись к врачу
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.clause import ELECTRONIC_ACTS
from stratkit.lint.rule import rule
from stratkit.lint.shapes import CONTROL, UNKNOWN
from stratkit.lint.texts import texts_like
from stratkit.model.linked import Strategy, Workspace

# Zero-width characters and soft hyphens; non-breaking spaces are wanted. The reader itself reports what changes direction.
_FOUND = Pattern("[\u00ad\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff]")


@rule("TXT013", "invisible-character", Severity.WARNING, packs=("typography", "official-text"), clause=ELECTRONIC_ACTS)
def invisible_character(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_like(strategy, CONTROL, UNKNOWN):
        found = _FOUND.search(text.words)
        if found is not None:
            yield Finding(
                text.origin,
                say("the text holds the invisible character {code}", code=f"U+{ord(found.group()):04X}"),
                say("remove it"),
                subject=text.subject,
            )
