"""The pieces of texts that this process has met, and in which of them something stands: it is looked for once in each.

Regions share most of their words. What rules look for is therefore not looked for in the texts of a region, but in the
pieces that no region before it had; of each sign is known in which pieces it stands, and a region knows which of its
texts have them (:mod:`stratkit.lint.texts`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import filterfalse

from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.joined import Joined, matching, starts_of
from stratkit.lint.pieces import in_bytes
from stratkit.lint.shapes import PAGE, rough

Sign = str | bytes | Pattern
"""What a piece can have: letters and signs in lower case, a rough shape, what a pattern finds.

A blank at the beginning or the end of the first two stands for the beginning or the end of the piece.
"""
_MOST = 1 << 17
"""Pieces of a hundred regions; then a new lexicon is begun, so that a server does not grow for ever."""


class Lexicon:
    """Pieces, in one text for each region that was the first to have them, and those among them that have a sign."""

    def __init__(self) -> None:
        self._pieces: set[bytes] = set()
        self._batches: list[_Batch] = []
        self._having: dict[Sign, tuple[int, set[bytes]]] = {}

    @property
    def is_full(self) -> bool:
        """Whether it should not grow any more."""
        return len(self._pieces) >= _MOST

    def meet(self, pieces: Iterable[bytes]) -> None:
        """Take in the *pieces* of a region."""
        fresh = list(filterfalse(self._pieces.__contains__, pieces))
        if fresh:
            self._batches.append(_Batch(fresh))
            self._pieces.update(fresh)

    def having(self, sign: Sign) -> Collection[bytes]:
        """The pieces that have *sign*; it is looked for in those that were met since it was last asked for."""
        asked, found = self._having.get(sign) or (0, set())
        if asked < len(self._batches):
            found.update(*(batch.having(sign) for batch in self._batches[asked:]))
            self._having[sign] = len(self._batches), found
        return found


class _Batch:
    """Pieces that a region was the first to have, in one text to be searched at once.

    Args:
        pieces: the pieces.
    """

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = pieces

    @cached_property
    def _signs(self) -> Joined[bytes]:
        # The blank before a piece belongs to it.
        return Joined(b" %b " % b" ".join(self._pieces), starts_of(self._pieces, 1))

    @cached_property
    def _letters(self) -> Joined[str]:
        return Joined(self._signs.whole.decode(PAGE), self._signs.starts)

    @cached_property
    def _rough(self) -> Joined[bytes]:
        return Joined(rough(self._signs.whole), self._signs.starts)

    def having(self, sign: Sign) -> Iterable[bytes]:
        """The pieces that have *sign*."""
        if isinstance(sign, Pattern):
            found = matching(self._letters, sign)
        elif isinstance(sign, bytes):
            found = self._rough.with_sign(sign)
        else:
            found = self._signs.with_sign(in_bytes(sign))
        return map(self._pieces.__getitem__, found)


_lexicons = [Lexicon()]


def lexicon(pieces: Collection[bytes]) -> Lexicon:
    """The lexicon of this process, in which now the *pieces* of a region are; who asks of them has to keep it."""
    if _lexicons[-1].is_full:
        _lexicons[:] = [Lexicon()]
    _lexicons[-1].meet(pieces)
    return _lexicons[-1]
