"""Russian typography of official texts: what must not part at the end of a line.

The words stay as the editor wrote them; only spaces change (GOST R 7.0.97, norms of office work:
the number sign and its number, a number and its unit, day and month, initials and surname). A month and
its year may part: a line that must hold the whole date before it gapes.
"""

from __future__ import annotations

import re
from functools import lru_cache

NBSP = "\u00a0"
HYPHEN = "\u2011"
"""The hyphen at which no line breaks: ODF has no other way to keep a word whole."""

_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_BOUND = re.compile(
    " (?:"
    + "|".join(
        (
            r"(?<=№ )(?=\S)",
            r"(?<=\d )(?=%|‰|(?:тыс|млн|млрд|руб)\b|г\.|гг\.|мин\b|ч\b|ед\.|шт\.|чел\.)",
            rf"(?<=[\d_] )(?=(?:{'|'.join(_MONTHS)})\b)",
            r"(?:(?<=[^\d–—-]\d{4} )|(?<=^\d{4} ))(?=год(?:а|у|ом|е|ы|ов|ам|ами|ах)?\b)",  # a range fits no narrow column
            "(?=[—–] )",
            r"(?<=\bт\. )(?=[едкпч]\.)",
            r"(?<=\b[пг]\. )(?=[\dА-ЯЁ])",
            r"(?<=\bст\. )(?=\d)",
        )
    )
    + ")"
)
"""A space that must not part; the pattern starts with it, so that only spaces are looked at."""

_INITIALS = re.compile(r"\b([А-ЯЁ]\.) ?([А-ЯЁ]\.) ?(?=[А-ЯЁ][а-яё])")

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

NUMBER = re.compile("№\u00a0[^\\s«»,;<>&\u200b]*-[^\\s«»,;<>&\u200b]*")
"""The number of an act with a hyphen in it, in a settled text: writers keep it on one line."""

SHORT = re.compile(r"\b(?:\w{1,2}-\w+|\w+-\w{1,3})\b")
"""A word of which a few signs stand before or after a hyphen: «из-за», «ИТ-решений», «5-й». On pages that are set once
and for all it stays whole; Word knows no way but another hyphen, under which nobody finds the word."""


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
    text = _BOUND.sub(NBSP, text)
    return _INITIALS.sub(rf"\1{NBSP}\2{NBSP}", text) if "." in text else text
