"""Long numbers in Russian words: what they stand for, in whatever case; the first twelve are known to ``amounts``.

As with :mod:`stratkit.lint.words`, a workspace in another language would need another module of this form.
"""

from __future__ import annotations

from typing import Final

from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.amounts import NUMERALS

_STARTS: Final = (
    ("ноль нул", 0), ("тринадц", 13), ("четырнадц", 14), ("пятнадц", 15), ("шестнадц", 16), ("семнадц", 17),
    ("восемнадц", 18), ("девятнадц", 19), ("двадцат", 20), ("тридцат", 30), ("сорок", 40),
    ("пятьдесят пятидесят", 50), ("шестьдесят шестидесят", 60), ("семьдесят семидесят", 70),
    ("восемьдесят восьмидесят", 80), ("девяност", 90), ("сто ста", 100), ("двести двухсот двумст", 200),
    ("триста трехсот трёхсот трехст", 300), ("четыреста четырехсот четырёхсот", 400), ("пятьсот пятисот", 500),
    ("шестьсот шестисот", 600), ("семьсот семисот", 700), ("восемьсот восьмисот", 800), ("девятьсот девятисот", 900),
)  # fmt: skip
_SCALES: Final = (("тысяч", 1_000), ("миллион", 1_000_000))
_ALL: Final = sorted(
    ((start, value) for starts, value in (*_STARTS, *_SCALES) for start in starts.split()), key=lambda one: -len(one[0])
)

BRACKETED: Final = Pattern(
    r"(?<![\d,.])(?P<figure>\d{1,3}(?:[ \u00a0]?\d{3})*)[ \u00a0\n]\((?P<words>[а-яё]+(?:[ \u00a0\n][а-яё]+){0,8})\)"
)
"""A number in figures with words in brackets behind it, in small letters."""


def value(words: str) -> int | None:
    """The number that *words*, in small letters, are; None if they are something else."""
    total = part = 0
    for word in words.split():
        number = NUMERALS.get(word) or next((number for start, number in _ALL if word.startswith(start)), None)
        if number is None:
            return None
        if number in (scale for _, scale in _SCALES):
            total += (part or 1) * number
            part = 0
        else:
            part += number
    return total + part
