"""What was meant: «did you mean …?»."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like *word*, if any is like it at all."""
    found = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return found[0] if found else None


def only_close(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate like *word* if no other one is as much like it: good enough to be put in its place."""
    listed = list(candidates)
    for cutoff in (0.85, 0.6):
        found = difflib.get_close_matches(word, listed, n=2, cutoff=cutoff)
        if found:
            return found[0] if len(found) == 1 else None
    return None
