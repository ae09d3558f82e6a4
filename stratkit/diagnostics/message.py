"""Sentences as values: worded in one place, translated where they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

Translate = Callable[[str], str]


def mark(text: str) -> str:
    """Mark *text* for translation and return it unchanged."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with its parameters, not yet in any language.

    Args:
        text: English sentence with ``{name}`` fields; the key of the translation.
        values: what stands in the fields; a :class:`Message` among them is translated too.
    """

    text: str
    values: dict[str, object] = field(default_factory=dict)

    def render(self, translate: Translate) -> str:
        """The sentence in the language of *translate*."""
        shown = {
            name: value.render(translate) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return translate(self.text).format_map(shown)

    @property
    def facts(self) -> list[str]:
        """What the sentence is about, however it is worded: the values in its fields and in those of its parts, sorted."""
        found: list[str] = []
        for value in self.values.values():
            found += value.facts if isinstance(value, Message) else [str(value)]
        return sorted(found)

    def __str__(self) -> str:
        return self.render(lambda text: text)


def say(text: str, /, **values: object) -> Message:
    """Make a :class:`Message`; *text* is marked for translation by standing here."""
    return Message(text, values)
