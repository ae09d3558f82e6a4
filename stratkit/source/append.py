"""Adding an item to a list in a file, with everything else left as it is."""

from __future__ import annotations

import yaml

from stratkit.source.reader import Loader
from stratkit.source.reorder import UnmovableError, content_end, next_line


def append_item(text: str, key: str, item: str) -> str:
    """*text* with *item* as the last one in the list under *key*.

    Args:
        text: YAML whose top is a block mapping; it ends with a line break.
        key: a key at the top of the file; it is added if it is missing.
        item: the lines of a block mapping, not indented.

    Raises:
        UnmovableError: the list is written in one line with brackets, or is no list.
    """
    top = yaml.compose(text, Loader=Loader)
    pairs = top.value if isinstance(top, yaml.MappingNode) else []
    place, value = next(((name, node) for name, node in pairs if name.value == key), (None, None))
    if place is None or value is None:
        return f"{text}{key}:\n{_item(item, 2)}"
    if isinstance(value, yaml.SequenceNode) and value.value and not value.flow_style:
        end = next_line(text, content_end(text, value))
        return text[:end] + _item(item, value.start_mark.column) + text[end:]
    empty = (isinstance(value, yaml.SequenceNode) and not value.value) or value.tag == "tag:yaml.org,2002:null"
    if not empty:
        raise UnmovableError(place.start_mark.line + 1)
    end = next_line(text, value.end_mark.index)
    return f"{text[: place.end_mark.index]}:{text[value.end_mark.index : end]}{_item(item, 2)}{text[end:]}"


def _item(item: str, column: int) -> str:
    """*item* behind a dash at *column*."""
    first, *others = item.splitlines()
    lines = [f"{' ' * column}- {first}", *(f"{' ' * column}  {line}" for line in others)]
    return "\n".join(lines) + "\n"
