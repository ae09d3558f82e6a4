"""Changed words: from two wordings of a paragraph to replacements, and from replacements to the new wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from stratkit.amend.grammar import Node
from stratkit.amend.problems import Ambiguous, Missing
from stratkit.amend.quotes import balanced, naming
from stratkit.model.amendments import Limits

_TOKEN = re.compile(r"\d+(?: \d{3})*(?:[.,]\d+)*(?!\w)|\w+(?:[-‑–]\w+)*|\s+|[^\w\s]")
_NEVER_AFTER_SPACE = ",.;:!?)»%"
_LONGEST = 12
"""How many pieces a fragment may grow by on each side to become unique; beyond that the whole paragraph is clearer."""

_NEAR = 3
"""Hunks with fewer unchanged pieces between them (two spaces and a word) are one."""


def apply_edits(line: str, edits: Iterable[Node]) -> str:
    """*line* after all *edits*; each names a place of the line as it was.

    Raises:
        Missing: words that an edit names do not stand there.
        Ambiguous: they stand there twice, or two edits meet.
    """
    places = sorted((_place(line, edit) for edit in edits), key=lambda one: one.start)
    result, at = "", 0
    for place in places:
        if place.start < at:
            raise Ambiguous(line)
        result += line[at : place.start] + place.words
        at = place.end
    return " ".join((result + line[at:]).split())


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    words: str


def _place(line: str, edit: Node) -> _Place:
    anchor = edit.words("after" if edit.form == "insert" else "old")
    start = _only(line, anchor)
    end = start + len(anchor)
    if edit.form == "insert":
        new = edit.words("new")
        return _Place(end, end, new if new[0] in _NEVER_AFTER_SPACE else f" {new}")
    return _Place(start, end, "" if edit.form == "remove" else edit.words("new"))


def _only(line: str, words: str) -> int:
    start = line.find(words)
    if start < 0:
        raise Missing(words)
    if line.find(words, start + 1) >= 0:
        raise Ambiguous(words)
    return start


def plan_edits(old: str, new: str, limits: Limits) -> tuple[Node, ...] | None:
    """The fewest clear replacements that turn *old* into *new*; None if the whole paragraph is clearer."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    hunks = list(_hunks(a, b))
    if not hunks or len(hunks) > limits.edits or not _small(a, b, hunks, limits):
        return None
    for short in (True, False):
        edits = _edits(a, b, hunks, old, short=short)
        if edits is not None and _turns(old, new, edits):
            return edits
    return None


Hunk = tuple[int, int, int, int]


def _hunks(a: Sequence[str], b: Sequence[str]) -> Iterator[Hunk]:
    """What differs, as ranges of both; what is near is one."""
    pending: Hunk | None = None
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if pending is not None and i1 - pending[1] <= _NEAR:
            pending = (pending[0], i2, pending[2], j2)
            continue
        if pending is not None:
            yield pending
        pending = (i1, i2, j1, j2)
    if pending is not None:
        yield pending


def _small(a: Sequence[str], b: Sequence[str], hunks: Sequence[Hunk], limits: Limits) -> bool:
    """Whether so little changes that replacing words is clearer; a lone figure always is."""
    parts = [("".join(a[i1:i2]).strip(), "".join(b[j1:j2]).strip()) for i1, i2, j1, j2 in hunks]
    if len(parts) == 1 and all(part and naming(part) in ("digit", "digits") for part in parts[0]):
        return True
    changed = sum(max(len(old), len(new)) for old, new in parts)
    return 100 * changed <= limits.changed * max(sum(map(len, a)), sum(map(len, b)))


def _edits(a: Sequence[str], b: Sequence[str], hunks: Sequence[Hunk], old: str, *, short: bool) -> tuple[Node, ...] | None:
    """An edit for each hunk, widened until its words are unique; None where that takes too much."""
    edits: list[Node] = []
    for index, (i1, i2, j1, j2) in enumerate(hunks):
        low = hunks[index - 1][1] if index else 0
        high = hunks[index + 1][0] if index + 1 < len(hunks) else len(a)
        for left, right in _widths(i1 - low, high - i2):
            edit = _edit("".join(a[i1 - left : i2 + right]), "".join(b[j1 - left : j2 + right]), a, b, (i1, i2, j1, j2), left, right, short)
            if edit is not None and _clear(edit, old):
                edits.append(edit)
                break
        else:
            return None
    return tuple(edits)


def _widths(left: int, right: int) -> Iterator[tuple[int, int]]:
    """How far to widen to the left and to the right, least first."""
    both = ((one, other) for one in range(min(left, _LONGEST) + 1) for other in range(min(right, _LONGEST) + 1))
    return iter(sorted(both, key=lambda pair: (sum(pair), pair[1])))


def _edit(
    before: str, after: str, a: Sequence[str], b: Sequence[str], hunk: Hunk, left: int, right: int, short: bool
) -> Node | None:
    """An edit that turns *before* into *after*, which are the hunk with *left* and *right* pieces around it."""
    i1, i2, j1, j2 = hunk
    added, removed = "".join(b[j1:j2]).strip(), "".join(a[i1:i2]).strip()
    if short and not removed and right == 0:
        anchor = "".join(a[i1 - left : i1]).strip()
        return Node("edit", "insert", {"after": anchor, "new": added}) if anchor and added else None
    if short and not added and left == right == 0:
        return Node("edit", "remove", {"old": removed}) if removed else None
    if before != before.strip() or after != after.strip() or not before or not after:
        return None
    return Node("edit", "replace", {"old": before, "new": after})


def _clear(edit: Node, old: str) -> bool:
    """Whether the edit names one place of *old* and tears no quotes."""
    anchor = edit.words("after" if edit.form == "insert" else "old")
    texts = [str(value) for value in edit.slots.values()]
    return old.count(anchor) == 1 and old.find(anchor) == old.rfind(anchor) and all(map(balanced, texts))


def _turns(old: str, new: str, edits: Iterable[Node]) -> bool:
    try:
        return apply_edits(old, edits) == new
    except (Missing, Ambiguous):
        return False
