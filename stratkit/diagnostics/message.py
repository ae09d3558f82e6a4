"""Sentences as values: worded in one place, translated where they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from functools import lru_cache
from string import Formatter

from stratkit.immutable import numerous

Translate = Callable[[str], str]
AMOUNTS = frozenset({"count", "all", "counts", "names", "titles", "numbers", "years", "keys", "figures", "missing"})
"""The fields of sentences in which a count or a list stands."""


def mark(text: str) -> str:
    """Mark *text* for translation and return it unchanged."""
    return text


@numerous()
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
        pattern = translate(self.text)
        if "«" in pattern:
            for name in _quoted(pattern):
                shown[name] = _inner(shown[name])
        return pattern.format_map(shown)

    @property
    def facts(self) -> list[str]:
        """What the sentence is about, however it is worded: the values in its fields and in those of its parts, sorted.

        Lists and counts are left out: they grow and shrink while the sentence is about the same.
        """
        found: list[str] = []
        for name, value in self.values.items():
            if isinstance(value, Message):
                found += value.facts
            elif name not in AMOUNTS:
                found.append(str(value))
        return sorted(found)

    def __str__(self) -> str:
        return self.render(lambda text: text)


@lru_cache(maxsize=1024)
def _quoted(pattern: str) -> frozenset[str]:
    """The fields of *pattern* that stand within «quotation marks»."""
    names: set[str] = set()
    depth = 0
    for literal, name, _, _ in Formatter().parse(pattern):
        depth += literal.count("«") - literal.count("»")
        if name and depth > 0:
            names.add(name)
    return frozenset(names)


def _inner(value: object) -> object:
    """*value* as it stands within «quotation marks»: its own become „inner“ ones; a lone one is shown as it is."""
    if isinstance(value, str) and "«" in value and value.count("«") == value.count("»"):
        return value.replace("«", "„").replace("»", "“")
    return value


def say(text: str, /, **values: object) -> Message:
    """Make a :class:`Message`; *text* is marked for translation by standing here."""
    return Message(text, values)
