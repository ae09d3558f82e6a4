"""Putting the keys of YAML text in order by moving its own lines.

Nothing is parsed and printed again: an entry moves as it stands, with its quotes, its folds and
the comments above and beside it. So a file changes where the order changes and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import yaml

from stratkit.immutable import immutable
from stratkit.source.keyorder import KeyOrder

_KEPT_BREAKS = re.compile(r"[|>]\d?\+")
_BLOCK = ("|", ">")


class UnmovableError(Exception):
    """An entry cannot be moved without being rewritten.

    Args:
        line: the line on which it stands, from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@immutable
class Edit:
    """A stretch of text, in code points, and what takes its place."""

    start: int
    end: int
    text: str


@immutable
class _Entry:
    """One key of a block mapping: blank lines before it, comments above it, its own text with all that is in it."""

    key: str
    gap: str
    start: int
    end: int


def reorder(text: str, node: yaml.Node | None, order: KeyOrder) -> str:
    """*text* with all keys in order.

    Args:
        text: YAML that ends with a line break.
        node: what it says, composed from this very text.
        order: the order of its keys.

    Raises:
        UnmovableError: an entry out of order is written in a way that does not move.
    """
    return _apply(text, 0, len(text), _Sorter(text).edits(node, order)) if node is not None else text


def _apply(text: str, start: int, end: int, edits: list[Edit]) -> str:
    """The stretch from *start* to *end* with the edits that lie in it."""
    parts: list[str] = []
    for edit in edits:
        if start <= edit.start and edit.end <= end:
            parts += (text[start : edit.start], edit.text)
            start = edit.end
    return "".join(parts) + text[start:end]


def content_end(text: str, node: yaml.Node) -> int:
    """Where the last character of *node* ends, comments and blank lines after it left out."""
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in _BLOCK and not _KEPT_BREAKS.match(text, start):
            return start + len(text[start:end].rstrip("\n"))
        return end
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    if isinstance(last, tuple):
        return max(content_end(text, last[0]), content_end(text, last[1]))
    return content_end(text, last)


def next_line(text: str, position: int) -> int:
    """Where the line after the one that holds what ends at *position* starts."""
    if position and text[position - 1] == "\n":
        return position
    found = text.find("\n", position)
    return len(text) if found < 0 else found + 1


class _Sorter:
    """Finds the edits that put one text in order."""

    def __init__(self, text: str) -> None:
        self.text = text

    def edits(self, node: yaml.Node, order: KeyOrder) -> list[Edit]:
        """What has to change in *node*, in the order of the text."""
        if isinstance(node, yaml.SequenceNode):
            inner = order.item()
            return [edit for item in node.value for edit in self.edits(item, inner)]
        if not isinstance(node, yaml.MappingNode):
            return []
        keys = [key.value for key, _ in node.value]
        within = [edit for key, value in node.value for edit in self.edits(value, order.value(key.value, keys))]
        wanted = order.sorted(keys)
        if wanted == keys:
            return within
        return [self._flow(node, wanted, within) if node.flow_style else self._block(node, wanted, within)]

    def _flow(self, node: yaml.MappingNode, wanted: list[str], within: list[Edit]) -> Edit:
        """The entries of ``{…}`` change places; what stands between them stays."""
        spans = [(key.start_mark.index, self._end(key, value)) for key, value in node.value]
        between = [self.text[end:start] for (_, end), (start, _) in pairwise(spans)]
        if any(gap.strip() != "," for gap in between):
            raise UnmovableError(node.start_mark.line + 1)
        texts = {key.value: _apply(self.text, *span, within) for (key, _), span in zip(node.value, spans, strict=True)}
        parts = [part for key, gap in zip(wanted, [*between, ""], strict=True) for part in (texts[key], gap)]
        return Edit(spans[0][0], spans[-1][1], "".join(parts))

    def _block(self, node: yaml.MappingNode, wanted: list[str], within: list[Edit]) -> Edit:
        """The entries of a block change places, each with its comments; blank lines between them stay."""
        column = node.start_mark.column
        entries = self._entries(node, column)
        by_key = {entry.key: entry for entry in entries}
        first = entries[0].start
        line = self.text.rfind("\n", 0, first) + 1
        behind_dash = bool(self.text[line:first].strip())
        parts: list[str] = []
        for place, key in enumerate(wanted):
            entry = by_key[key]
            indentation = "" if behind_dash and place == 0 else " " * column
            parts += (entries[place].gap, indentation, _apply(self.text, entry.start, entry.end, within))
        return Edit(first if behind_dash else line, entries[-1].end, "".join(parts))

    def _entries(self, node: yaml.MappingNode, column: int) -> list[_Entry]:
        entries: list[_Entry] = []
        keys = [key for key, _ in node.value]
        end = self._head(node)
        for index, (key, value) in enumerate(node.value):
            start = key.start_mark.index
            line = start - key.start_mark.column
            if key.start_mark.column != column or (index and self.text[line:start].strip()):
                raise UnmovableError(key.start_mark.line + 1)
            lead = next((place for place, text in self._lines(end, line) if text.strip()), start)
            gap = self.text[end : min(lead, line)]
            following = keys[index + 1].start_mark if index + 1 < len(keys) else None
            end = next_line(self.text, self._end(key, value))
            end = self._tail(end, following.index - following.column if following else len(self.text), column)
            entries.append(_Entry(key.value, gap, self._after_spaces(lead), end))
        return entries

    def _end(self, key: yaml.Node, value: yaml.Node) -> int:
        # A value that is missing stands, for libyaml, where the colon ends.
        return max(content_end(self.text, key), content_end(self.text, value))

    def _lines(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The lines from *start* to *end*, each with its place."""
        while start < end:
            after = next_line(self.text, start + 1)
            yield start, self.text[start:after]
            start = after

    def _after_spaces(self, position: int) -> int:
        while self.text[position] == " ":
            position += 1
        return position

    def _head(self, node: yaml.MappingNode) -> int:
        """Where the comments on the first key start; the key itself where there are none."""
        start: int = node.start_mark.index
        line = start - node.start_mark.column
        if node.start_mark.column == 0 or self.text[line:start].strip():
            return start  # comments at the top of the file stay there; behind a dash there are none
        while line:
            above = self.text.rfind("\n", 0, line - 1) + 1
            if not self.text[above:line].lstrip().startswith("#"):
                break
            line = above
        return line

    def _tail(self, start: int, end: int, column: int) -> int:
        """Where an entry ends: comments indented deeper than its key still belong to it."""
        found = start
        for place, line in self._lines(start, end):
            comment = line.lstrip()
            if comment and (not comment.startswith("#") or len(line) - len(comment) <= column):
                break
            if comment:
                found = place + len(line)
        return found
