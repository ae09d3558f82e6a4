"""Texts: whether two differ in substance, and which of one list became which of another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from stratkit.model.matching import likeness, opcodes

# Signs that carry no meaning of their own, unless a figure stands behind them: 1,5 is not 15, -3 is not 3.
_SILENT = re.compile(r"[\s.,;:!?…\"'«»„“”‘’()\[\]–—‐‑*_-]+(?!\d)|(?<!\d)[\s.;:!?…\"'«»„“”‘’()\[\]*_]+(?=\d)")
_ALIKE = 0.5


def editorial(old: str, new: str) -> bool:
    """Whether two texts differ in blanks, punctuation, case or the letter ё only."""
    return _bare(old) == _bare(new)


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return re.sub(r"\s+", " ", _SILENT.sub("", plain))


def pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Which of the *old* texts became which of the *new*; None: there is no counterpart.

    Texts that stayed are found first; what stands between them is matched if it is alike.
    """
    bare = [_bare(one) for one in old], [_bare(one) for one in new]
    for operation, i, j, k, m in opcodes(*bare):
        if operation == "equal":
            yield from zip(range(i, j), range(k, m), strict=True)
        else:
            yield from _alike(bare, range(i, j), range(k, m))


def _alike(bare: tuple[list[str], list[str]], old: range, new: range) -> Iterator[tuple[int | None, int | None]]:
    free = list(new)
    for one in old:
        ratios = {other: likeness(bare[0][one], bare[1][other]) for other in free}
        best = max(ratios, key=lambda other: ratios[other], default=None)
        if best is None or ratios[best] < _ALIKE:
            yield one, None
        else:
            free.remove(best)
            yield one, best
    for other in free:
        yield None, other
