"""Two wordings side by side: which words go, and which are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from stratkit.diff.wording import redline
from stratkit.document.view import Look, Text
from stratkit.model.matching import opcodes

_ALIKE = 0.4
"""Paragraphs that have less in common are not compared word by word: every word would be marked for itself."""


def side_by_side(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """The paragraphs of both wordings: what goes is struck out in the old one, what is new is bold in the new one.

    What goes as a whole stays legible: that there is no new wording says enough.
    """
    if not new:
        return tuple(map(Text, old)), ()
    before: list[Text] = []
    after: list[Text] = []
    for operation, i, j, k, m in opcodes(old, new):
        if operation == "equal":
            before += map(Text, old[i:j])
            after += map(Text, new[k:m])
        elif j - i == m - k:
            for one, other in zip(old[i:j], new[k:m], strict=True):
                pair = _words(one, other)
                before.append(pair[0])
                after.append(pair[1])
        else:
            before += [_whole(one, "gone") for one in old[i:j]]
            after += [_whole(one, "new") for one in new[k:m]]
    return tuple(before), tuple(after)


def _whole(line: str, look: Look) -> Text:
    return Text(line, pieces=tuple(_pieces([(line, look)])))


def _words(old: str, new: str) -> tuple[Text, Text]:
    """Two wordings of one paragraph."""
    steps = redline(old, new)
    same = sum(len(words) for step, words in steps if step == "same")
    if 2 * same < _ALIKE * (len(old) + len(new)):
        return _whole(old, "gone"), _whole(new, "new")
    gone = _pieces((words, "gone" if step == "removed" else "") for step, words in steps if step != "added")
    came = _pieces((words, "new" if step == "added" else "") for step, words in steps if step != "removed")
    return Text(old, pieces=tuple(gone)), Text(new, pieces=tuple(came))


def _pieces(found: Iterable[tuple[str, Look]]) -> Iterator[tuple[str, Look]]:
    """Marks stand at words and not at the blanks around them."""
    for words, look in found:
        core = words.strip()
        if not look or not core:
            yield words, ""
            continue
        start = words.index(core)
        around: tuple[tuple[str, Look], ...] = (words[:start], ""), (core, look), (words[start + len(core) :], "")
        yield from (piece for piece in around if piece[0])
