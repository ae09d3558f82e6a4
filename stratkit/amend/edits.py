"""Changed words: from two wordings of a paragraph to replacements, and from replacements to the new wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from stratkit.amend.grammar import Node
from stratkit.amend.problems import Ambiguous, Missing
from stratkit.amend.quotes import OPEN, balanced, naming
from stratkit.immutable import immutable
from stratkit.model.amendments import Limits
from stratkit.model.matching import opcodes

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


@immutable
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
    hunks = _hunks(a, b)
    if not hunks or len(hunks) > limits.edits or not _small(a, b, hunks, limits):
        return None
    for short in (True, False):
        edits = _edits(a, hunks, old, short=short)
        if edits is not None and _turns(old, new, edits):
            return edits
    return None


@immutable
class _Hunk:
    """A difference: the pieces from ``start`` to ``end`` became ``new``.

    What is unchanged around it reaches from ``low`` to ``high``.
    """

    start: int
    end: int
    new: tuple[str, ...]
    low: int
    high: int


def _hunks(a: Sequence[str], b: Sequence[str]) -> list[_Hunk]:
    """What differs; what is near is one."""
    ranges: list[tuple[int, int, int, int]] = []
    for tag, i1, i2, j1, j2 in opcodes(a, b):
        if tag == "equal":
            continue
        if ranges and i1 - ranges[-1][1] <= _NEAR:
            first, _, other, _ = ranges.pop()
            ranges.append((first, i2, other, j2))
        else:
            ranges.append((i1, i2, j1, j2))
    ends = [0, *(one[1] for one in ranges)]
    starts = [*(one[0] for one in ranges), len(a)]
    return [
        _Hunk(i1, i2, tuple(b[j1:j2]), ends[index], starts[index + 1]) for index, (i1, i2, j1, j2) in enumerate(ranges)
    ]


def _small(a: Sequence[str], b: Sequence[str], hunks: Sequence[_Hunk], limits: Limits) -> bool:
    """Whether so little changes that replacing words is clearer; a lone figure or words taken out always are."""
    parts = [("".join(a[one.start : one.end]).strip(), "".join(one.new).strip()) for one in hunks]
    if len(parts) == 1 and (not parts[0][1] or all(naming(part) in ("digit", "digits") for part in parts[0] if part)):
        return True
    changed = sum(max(len(old), len(new)) for old, new in parts)
    return 100 * changed <= limits.changed * max(sum(map(len, a)), sum(map(len, b)))


def _edits(a: Sequence[str], hunks: Iterable[_Hunk], old: str, *, short: bool) -> tuple[Node, ...] | None:
    """An edit for each hunk, widened until its words are unique; None where that takes too much."""
    edits: list[Node] = []
    for hunk in hunks:
        candidates = (_edit(a, hunk, *width, short=short) for width in _widths(hunk))
        found = _best(one for one in candidates if one is not None and _clear(one, old))
        if found is None:
            return None
        edits.append(found)
    return tuple(edits)


def _widths(hunk: _Hunk) -> list[tuple[int, int]]:
    """How far to widen to the left and to the right, least first."""
    left, right = min(hunk.start - hunk.low, _LONGEST), min(hunk.high - hunk.end, _LONGEST)
    both = [(one, other) for one in range(left + 1) for other in range(right + 1)]
    return sorted(both, key=lambda pair: (sum(pair), pair[1]))


def _edit(a: Sequence[str], hunk: _Hunk, left: int, right: int, *, short: bool) -> Node | None:
    """The edit that names a hunk with *left* and *right* pieces around it; None if there is no such edit.

    Punctuation is never added or removed alone: an act names words.
    """
    before, after = "".join(a[hunk.start - left : hunk.start]), "".join(a[hunk.end : hunk.end + right])
    removed, added = "".join(a[hunk.start : hunk.end]), "".join(hunk.new)
    if short and not removed.strip() and _says(added):
        anchor = before.strip()
        return Node("edit", "insert", {"after": anchor, "new": added.strip()}) if _says(anchor) and not right else None
    if short and not added.strip() and _says(removed):
        return Node("edit", "remove", {"old": removed.strip()}) if left == right == 0 else None
    old, new = before + removed + after, before + added + after
    if not _says(old) or not _says(new) or old != old.strip() or new != new.strip():
        return None
    return Node("edit", "replace", {"old": old, "new": new})


def _says(words: str) -> bool:
    return any(sign.isalnum() for sign in words)


def _best(clear: Iterable[Node]) -> Node | None:
    """The first edit that does not begin with a quote; if all do, the first one."""
    first: Node | None = None
    for one in clear:
        if not _opens(one):
            return one
        first = first or one
    return first


def _opens(edit: Node) -> bool:
    """Whether words in quotes begin with a quote: two that open in a row are hard to read."""
    return any(str(words).startswith(OPEN) for words in edit.slots.values())


def _clear(edit: Node, old: str) -> bool:
    """Whether the edit names one place of *old* and tears no quotes."""
    anchor = edit.words("after" if edit.form == "insert" else "old")
    return old.find(anchor) == old.rfind(anchor) and all(balanced(str(value)) for value in edit.slots.values())


def _turns(old: str, new: str, edits: Iterable[Node]) -> bool:
    try:
        return apply_edits(old, edits) == new
    except (Missing, Ambiguous):
        return False
