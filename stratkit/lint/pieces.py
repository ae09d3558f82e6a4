"""Texts taken apart into pieces: what stands between blanks, a word with the signs beside it.

The same words stand in all texts of all regions. What a rule asks of words it asks of each piece once in a process,
and a text is taken apart once for all rules: looking up what is known of a piece costs a tenth of looking at its letters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Told = TypeVar("Told")
_MOST = 1 << 17
"""Pieces of some dozens of regions; then everything is forgotten, so that a server does not grow for ever."""


class Known(dict[str, Told]):
    """What there is to say of texts, each asked for once.

    Args:
        tell: what to say of one.
    """

    def __init__(self, tell: Callable[[str], Told]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, text: str) -> Told:
        if len(self) >= _MOST:
            self.clear()
        told = self[text] = self._tell(text)
        return told


def pieces(text: str) -> list[str]:
    """The pieces of *text* in lower case, in order."""
    return text.lower().split()
