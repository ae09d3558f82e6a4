"""Filling templates: the values that go into a file are always quoted as YAML needs it."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from string import Template

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import ConfigError
from stratkit.load.formatting import format_file
from stratkit.load.placeholder import placeholder
from stratkit.scaffold.plan import PlannedFile
from stratkit.source.reader import parse

Value = str | int | tuple[int, ...] | None
"""A text, a number, nothing, or years whose values are unknown."""

_TEMPLATES = Path(__file__).parent / "templates"
_INVISIBLE = frozenset(("Cc", "Zl", "Zp"))


def region_templates() -> list[str]:
    """The names of the files that every region has."""
    return sorted(path.name for path in (_TEMPLATES / "region").glob("*.yaml"))


def filled(template: str, **values: Value) -> str:
    """The text of *template* with *values*; ``$blank`` is what an editor has yet to fill in.

    Raises:
        ConfigError: a value cannot stand on one line.
    """
    texts = {name: _written(value) for name, value in values.items()}
    return Template((_TEMPLATES / template).read_text(encoding="utf-8")).substitute(texts, blank=scalar(placeholder()))


def new_file(path: str, template: str, **values: Value) -> PlannedFile:
    """A new file from *template*, laid out like all others."""
    data = filled(template, **values).encode("utf-8")
    return PlannedFile(path, format_file(data, path).data)


def _written(value: Value) -> str:
    if value is None:
        return "null"
    if isinstance(value, tuple):
        return "{" + ", ".join(f"{year}: null" for year in value) + "}"
    return scalar(value) if isinstance(value, str) else str(value)


def scalar(text: str) -> str:
    """*text* as a YAML scalar that reads back as the same text; quoted where it must be.

    Raises:
        ConfigError: it holds a line break or another control character.
    """
    if not text.strip() or any(unicodedata.category(sign) in _INVISIBLE for sign in text):
        raise ConfigError(
            say("'{text}' is not one line of text", text=text), say("write it on one line, without control characters")
        )
    text = text.strip()
    plain = parse(f"- {text}\n- [{text}]\n".encode(), "")
    if plain.value == [text, [text]] and not plain.findings:
        return text
    return "'" + text.replace("'", "''") + "'"
