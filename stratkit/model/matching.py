"""Two sequences side by side: what stayed and what became what, in a bounded number of steps.

Python's own matcher takes the square of how often a piece stands in both, and that for each stretch that it finds: for
a text of ten thousand equal words hours. So its steps are counted before they are taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from difflib import Match, SequenceMatcher
from itertools import accumulate, takewhile
from typing import Literal

Opcode = tuple[Literal["equal", "replace", "delete", "insert"], int, int, int, int]
"""What became of a stretch of the first sequence, and where it and its counterpart start and end."""

MOST_STEPS = 6_000_000
"""Steps of one comparison, half a second; two of the longest real texts take a third of them, sign by sign."""


class _EndlessError(Exception):
    """There is no end in sight."""


class _Counted(SequenceMatcher[str]):
    """The matcher that stops before it takes more than :data:`MOST_STEPS`."""

    def __init__(self, junk: Callable[[str], bool] | None, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(junk, old, new, autojunk=False)
        often = Counter(new) if junk is None else Counter(one for one in new if not junk(one))
        self.left = MOST_STEPS
        self.steps = [0, *accumulate(1 + often[one] for one in old)]

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        """The longest stretch that both have in common between these places."""
        self.left -= self.steps[-1 if ahi is None else ahi] - self.steps[alo]
        if self.left < 0:
            raise _EndlessError
        return super().find_longest_match(alo, ahi, blo, bhi)


def opcodes(old: Sequence[str], new: Sequence[str], junk: Callable[[str], bool] | None = None) -> list[Opcode]:
    """What turns *old* into *new*; where that cannot be told in time all between a common start and end is replaced.

    Args:
        old: pieces, or the signs of a text.
        new: the same of the other one.
        junk: pieces at which no common stretch begins.
    """
    try:
        return list(_Counted(junk, old, new).get_opcodes())
    except _EndlessError:
        head, tail = _common(old, new)
        end, stop = len(old) - tail, len(new) - tail
        found: list[Opcode] = [
            ("equal", 0, head, 0, head),
            ("replace" if head < end and head < stop else "delete" if head < end else "insert", head, end, head, stop),
            ("equal", end, len(old), stop, len(new)),
        ]
        return [one for one in found if one[1] < one[2] or one[3] < one[4]]


def likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """How much of both is common, from 0 to 1; where that cannot be told in time, a common start and end count."""
    try:
        return _Counted(None, old, new).ratio()
    except _EndlessError:
        return 2 * sum(_common(old, new)) / (len(old) + len(new))


def _common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many pieces at the start and at the end are the same in both."""
    head = _same(old, new)
    return head, _same(old[head:][::-1], new[head:][::-1])


def _same(old: Sequence[str], new: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(old, new, strict=False)))
