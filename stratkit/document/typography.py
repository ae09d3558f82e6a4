"""Russian typography of official texts: what must not part at the end of a line.

The words stay as the editor wrote them; only spaces change (GOST R 7.0.97, norms of office work:
the number sign and its number, a number and its unit, day and month, initials and surname).
"""

from __future__ import annotations

import re
from functools import lru_cache

NBSP = "\u00a0"
HYPHEN = "\u2011"
"""The hyphen at which no line breaks: ODF has no other way to keep a word whole."""

_MONTH = "(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=№) (?=\S)"), NBSP),
    (re.compile(r"(?<=\d) (?=%|‰|тыс\b|млн\b|млрд\b|руб\b|г\.|гг\.|мин\b|ч\b|ед\.|шт\.|чел\.)"), NBSP),
    (re.compile(rf"(?<=[\d_]) (?={_MONTH}\b)"), NBSP),
    (re.compile(rf"(\b{_MONTH}) (?=\d{{4}})"), rf"\1{NBSP}"),
    (re.compile(r" (?=[—–] )"), NBSP),
    (re.compile(r"\b([А-ЯЁ]\.) ?([А-ЯЁ]\.) ?(?=[А-ЯЁ][а-яё])"), rf"\1{NBSP}\2{NBSP}"),
    (re.compile(r"(?<=\bт\.) (?=[едкпч]\.)"), NBSP),
    (re.compile(r"(?<=\b[пг]\.) (?=[\dА-ЯЁ])|(?<=\bст\.) (?=\d)"), NBSP),
)

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile("[\t\n\r\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """Take out of *text* what no document may hold.

    These are control characters, which XML forbids, soft hyphens and breaks inside a paragraph
    (order of the FSO of 04.07.2024 No. 92).
    """
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub("", _BREAKS.sub(" ", text))


_TWICE = re.compile("«{2,}|»{2,}")

NUMBER = re.compile("№\u00a0[^\\s«»,;<>&]*-[^\\s«»,;<>&]*")
"""The number of an act with a hyphen in it, in a settled text: writers keep it on one line."""


def nest_quotes(text: str, style: str) -> str:
    """*text* with its quotes inside quotes written as *style* wants.

    Args:
        text: words in which all quotes are «».
        style: ``laquo``: they stay, and two that meet are written once; ``bdquo``: the inner ones
            become „“. Quotes that do not match are left alone.
    """
    if "«" not in text and "»" not in text:
        return text
    if style == "laquo":
        return _TWICE.sub(lambda found: found[0][0], text)
    signs = list(text)
    depth = 0
    for place, sign in enumerate(signs):
        if sign == "«":
            depth += 1
            if depth > 1:
                signs[place] = "„"
        elif sign == "»":
            if depth > 1:
                signs[place] = "“"
            depth -= 1
            if depth < 0:
                return text
    return "".join(signs) if depth == 0 else text


@lru_cache(maxsize=65536)
def settle(text: str) -> str:
    """*text* with non-breaking spaces where the norms want them; applying it twice changes nothing."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
