"""Quotation marks in a text: which do not belong there, and which belong in their place."""

from __future__ import annotations

from stratkit.diagnostics.rewrite import Change, Rewrite
from stratkit.lint.words import INNER_QUOTES, OUTER_QUOTES

FOREIGN = "\x22\u201c\u201d"
"""Straight quotation marks and those of other languages."""
_BEFORE_OPENING = "([{–—-/«„"


def foreign_quotes(words: str) -> list[int]:
    """The places of straight quotation marks and of those that other languages use; „such“ pairs are right."""
    found: list[int] = []
    inner = False
    for place, sign in enumerate(words):
        if sign == INNER_QUOTES[0]:
            inner = True
        elif sign == INNER_QUOTES[1] and inner:
            inner = False
        elif sign in FOREIGN:
            found.append(place)
    return found


def russian_quotes(words: str) -> Rewrite | None:
    """The changes after which all quotation marks are right; None if it is not clear which open and which close."""
    foreign = set(foreign_quotes(words))
    changes: list[Change] = []
    opened: list[str] = []
    for place, sign in enumerate(words):
        if place not in foreign:
            pair = next((pair for pair in (OUTER_QUOTES, INNER_QUOTES) if sign in pair), None)
            if pair is not None and sign == pair[0]:
                opened.append(pair)
            elif pair is not None and (not opened or opened.pop() != pair):
                return None
        elif _opens(words, place):
            pair = INNER_QUOTES if opened else OUTER_QUOTES
            opened.append(pair)
            changes.append(Change(place, place + 1, pair[0]))
        elif opened:
            changes.append(Change(place, place + 1, opened.pop()[1]))
        else:
            return None
    return None if opened else Rewrite(words, tuple(changes))


def _opens(words: str, place: int) -> bool:
    """Whether a quotation mark stands before a word and not behind one."""
    before, after = words[place - 1 : place], words[place + 1 : place + 2]
    return bool(after.strip()) and (not before.strip() or before in _BEFORE_OPENING)
