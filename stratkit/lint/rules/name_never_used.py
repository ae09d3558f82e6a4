"""A text introduces a short name for something, and nothing is ever called so.

## Why this is bad
The reader keeps the name in mind for nothing, or what it stands for is called otherwise further on.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу через медицинскую систему (далее – МИС) может каждый   # error: TXT046

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу через медицинскую систему (далее – МИС) может каждый
    # demo/projects/health/records.yaml
    goal: Карта пациента видна врачу в МИС
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.names import naming, texts_naming
from stratkit.lint.rule import rule
from stratkit.lint.texts import Text, places_of
from stratkit.lint.words import HENCEFORTH
from stratkit.model.linked import Strategy, Workspace

_AROUND = " \u00a0–—-:,«»\n"
_WORDS = 4


@rule("TXT046", "name-never-used", Severity.INFO, packs=("texts",))
def name_never_used(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, place in places_of(strategy, HENCEFORTH):
        end = text.words.find(")", place)
        name = text.words[place + len(HENCEFORTH) : end].strip(_AROUND) if end > place else ""
        # More words than that are an explanation.
        if 0 < len(name.split()) <= _WORDS and not _used(strategy, text, end, name):
            yield Finding(
                text.origin,
                say("'{name}' is introduced here and used nowhere", name=name),
                say("use the name further on, or do not introduce it"),
                subject=text.subject,
            )


def _used(strategy: Strategy, text: Text, end: int, name: str) -> bool:
    """Whether *name* stands behind the *end* of its introduction or in another text."""
    # Names in capitals alone have no endings.
    sought = " ".join(word.lower() if word[1:].islower() else word for word in name.split())
    if any(naming(sought, text.words, text.words.lower(), end)):
        return True
    return any(other.origin != text.origin for other, _ in texts_naming(strategy, sought))
