"""Adding an item or a word to a list in a file, with everything else left as it is."""

from __future__ import annotations

import yaml

from stratkit.source.events import Loader
from stratkit.source.reorder import UnmovableError, content_end, next_line

_NULL = "tag:yaml.org,2002:null"


def append_item(text: str, key: str, item: str) -> str:
    """*text* with *item* as the last one in the list under *key*.

    Args:
        text: YAML whose top is a block mapping; it ends with a line break.
        key: a key at the top of the file; it is added if it is missing.
        item: the lines of a block mapping, not indented.

    Raises:
        UnmovableError: the list is written in one line with brackets, or is no list.
    """
    place, value = _found(yaml.compose(text, Loader=Loader), key)
    if place is None or value is None:
        return f"{text}{key}:\n{_item(item, 2)}"
    if isinstance(value, yaml.SequenceNode) and value.value and not value.flow_style:
        end = next_line(text, content_end(text, value))
        return text[:end] + _item(item, value.start_mark.column) + text[end:]
    empty = (isinstance(value, yaml.SequenceNode) and not value.value) or value.tag == _NULL
    if not empty:
        raise UnmovableError(place.start_mark.line + 1)
    end = next_line(text, value.end_mark.index)
    return f"{text[: place.end_mark.index]}:{text[value.end_mark.index : end]}{_item(item, 2)}{text[end:]}"


def append_word(text: str, section: str, key: str, word: str) -> str:
    """*text* with *word* as the last one in the list under *key* of *section*.

    Args:
        text: YAML whose top is a block mapping; it ends with a line break.
        section: a key at the top of the file; it is added if it is missing.
        key: a key in it, likewise.
        word: a text that needs no quotes.

    Raises:
        UnmovableError: the section is written in one line with braces, or one of the two holds something else.
    """
    top = yaml.compose(text, Loader=Loader)
    place, within = _found(top, section)
    if place is None or within is None:
        return f"{text}{section}:\n  {key}: [{word}]\n"
    if within.tag == _NULL:
        end = next_line(text, place.end_mark.index)
        return f"{text[:end]}  {key}: [{word}]\n{text[end:]}"
    if not isinstance(within, yaml.MappingNode) or within.flow_style:
        raise UnmovableError(place.start_mark.line + 1)
    name, words = _found(within, key)
    if name is None or words is None:
        end = next_line(text, content_end(text, within))
        return f"{text[:end]}{' ' * within.start_mark.column}{key}: [{word}]\n{text[end:]}"
    if words.tag == _NULL:
        return f"{text[: name.end_mark.index]}: [{word}]{text[max(name.end_mark.index + 1, words.end_mark.index) :]}"
    if not isinstance(words, yaml.SequenceNode):
        raise UnmovableError(name.start_mark.line + 1)
    if not words.flow_style:
        end = next_line(text, content_end(text, words))
        return text[:end] + _item(word, words.start_mark.column) + text[end:]
    end = content_end(text, words.value[-1]) if words.value else words.start_mark.index + 1
    return f"{text[:end]}{', ' if words.value else ''}{word}{text[end:]}"


def _found(node: yaml.Node | None, key: str) -> tuple[yaml.Node | None, yaml.Node | None]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next(((name, value) for name, value in pairs if name.value == key), (None, None))


def _item(item: str, column: int) -> str:
    """*item* behind a dash at *column*."""
    first, *others = item.splitlines()
    lines = [f"{' ' * column}- {first}", *(f"{' ' * column}  {line}" for line in others)]
    return "\n".join(lines) + "\n"
