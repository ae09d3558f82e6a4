"""How Russian official texts say how much and how many: numerals, factors, yearly steps, parts of a whole.

As with :mod:`stratkit.lint.words`, a workspace in another language would need another module of this form.
"""

from __future__ import annotations

import re
from typing import Final

from stratkit.diagnostics.pattern import Pattern

_NUMERALS: Final = (
    (1, "один одна одно одного одной одну"), (2, "два две двух двумя"), (3, "три трёх трех тремя"),
    (4, "четыре четырёх четырех четырьмя"), (5, "пять пяти пятью"), (6, "шесть шести шестью"),
    (7, "семь семи семью"), (8, "восемь восьми восемью"), (9, "девять девяти девятью"), (10, "десять десяти десятью"),
    (11, "одиннадцать одиннадцати"), (12, "двенадцать двенадцати"),
)  # fmt: skip

NUMERALS: Final = {word: number for number, words in _NUMERALS for word in words.split()}
"""What a numeral in words stands for, in small letters."""

NUMERAL: Final = "|".join(sorted(NUMERALS, key=len, reverse=True))
"""Any of :data:`NUMERALS`, for a pattern."""

_BLANK = r"[ \n\u00a0]+"
_FIGURE = r"\d{1,3}(?:[.,]\d+)?"

FACTORS: Final = {
    "вдвое": 2.0, "втрое": 3.0, "вчетверо": 4.0, "впятеро": 5.0, "полтора": 1.5, "два": 2.0, "три": 3.0, "четыре": 4.0,
    "пять": 5.0, "десять": 10.0,
}  # fmt: skip
"""How many times, in words."""

FACTOR_WORDS: Final = ("вдвое", "втрое", "вчетверо", "впятеро", " раза", " раз ", " раз.", " раз,")
"""Without any of these, in small letters, a text does not say how many times something grows."""

FACTOR: Final = Pattern(
    rf"\b(?P<alone>вдвое|втрое|вчетверо|впятеро)\b|\bв{_BLANK}(?P<times>{_FIGURE}|полтора|два|три|четыре|пять|десять)"
    rf"{_BLANK}раза?\b"
)
"""How many times something grows or shrinks."""

STEP_WORDS: Final = ("п. п.", "п.п.", "процентн", "п.\u00a0п.")
"""Without any of these a text names no step in percentage points."""

STEP: Final = Pattern(
    rf"\b(?:ежегодно|каждый{_BLANK}год){_BLANK}(?P<least>не{_BLANK}менее{_BLANK}чем{_BLANK})?на{_BLANK}(?P<before>{_FIGURE}){_BLANK}(?:п\.[ \u00a0]?п\.|процентн\w+{_BLANK}пункт)"
    rf"|\b(?P<more>не{_BLANK}менее{_BLANK}чем{_BLANK})?на{_BLANK}(?P<behind>{_FIGURE}){_BLANK}(?:п\.[ \u00a0]?п\.|процентн\w+{_BLANK}пункт\w*){_BLANK}"
    rf"(?:ежегодно|в{_BLANK}год|каждый{_BLANK}год)\b"
)
"""By how many percentage points something grows each year."""

UP_TO: Final = "до "
"""Without this, in small letters, no text says to how much something grows."""

RANGE: Final = Pattern(
    rf"\bс{_BLANK}(?P<first>{_FIGURE})(?:{_BLANK}?(?:%|процент\w*))?{_BLANK}до{_BLANK}(?P<last>{_FIGURE}){_BLANK}?(?:%|процент)"
)
"""From how many per cent to how many something grows or shrinks."""

REACHED: Final = Pattern(
    rf"\b(?P<verb>(?:вырас|вырос|раст[её]т|растут|увелич|повыш|повыс|сниз|сниж|сокра|уменьш)\w*)\b[^.;!?\d%]{{0,160}}?"
    rf"\bдо{_BLANK}(?P<last>{_FIGURE}){_BLANK}?(?:%|процент)"
)
"""To how many per cent something grows or shrinks."""

GROWS: Final = Pattern(r"\b(?:вырас|вырос|раст[её]т|растут|увелич|повыш|повыс|подня|подним)")
"""Words that say that a measure grows."""

SHRINKS: Final = Pattern(r"\b(?:сниз|сниж|сокра|уменьш)")
"""Words that say that a measure shrinks."""

WHOLE_OF: Final = (
    "у всех ",
    "все ",
    "всем ",
    "половин",
    "каждый второй",
    "каждая вторая",
    "каждое второе",
    "большинств",
    "каждый третий",
    "каждая третья",
)
"""Without any of these, in small letters, a text does not say in words how large a part is."""

PART_OF: Final = Pattern(
    rf"\b(?:(?P<atleast>не{_BLANK}менее{_BLANK}|более{_BLANK}(?:чем{_BLANK}у{_BLANK})?|свыше{_BLANK})?(?P<half>половин[аыу])"
    rf"|(?P<most>большинств\w+)|(?P<second>кажд\w+{_BLANK}втор\w+)|(?P<third>кажд\w+{_BLANK}треть\w+|кажд\w+{_BLANK}третий)"
    rf"|(?P<all>(?:у{_BLANK})?все(?:х|м|ми)?)){_BLANK}(?P<noun>[а-яё]{{4,}}+)(?!{_BLANK}со?{_BLANK})(?P<told>,)?"
)
"""How large a part is, in words, and of what."""

SCALES: Final = {"тыс": 1_000, "млн": 1_000_000, "милл": 1_000_000, "млрд": 1_000_000_000}
"""How names of thousands and millions begin, and what they stand for; longer beginnings are asked first."""

SCALE_WORDS: Final = ("тыс", "млн", "млрд", "миллион", "миллиард")
"""Without any of these a text counts nothing in thousands or millions."""

SCALED: Final = Pattern(
    r"(?<![\d,.])(?P<figure>\d{1,3}(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?)[ \u00a0\n]+(?P<scale>тыс(?:яч\w*)?\b|млн|миллион\w*|млрд|миллиард\w*)"
)
"""A number in thousands or millions."""

_COUNT = r"\d{1,3}(?:[ \u00a0]\d{3})*"

SUM_WORDS: Final = ("в том числе", "из них")
"""Without any of these, in small letters, a text names no parts."""

SUM: Final = Pattern(
    rf"(?<![\d,.%])(?P<whole>{_COUNT}){_BLANK}[а-яё]{{4,}}(?:{_BLANK}[а-яё-]+){{0,3}},{_BLANK}(?:в{_BLANK}том{_BLANK}числе|из{_BLANK}них):?"
    rf"{_BLANK}(?P<parts>{_COUNT}{_BLANK}[^.;\n\d%]*?(?:,{_BLANK}{_COUNT}{_BLANK}[^.;\n\d%]*?)*{_BLANK}и{_BLANK}{_COUNT}{_BLANK}[^.;\n\d%]+)"
)
"""A whole and its parts, of which the last is joined by «and»: all of them are named."""

KINDS: Final = Pattern(rf"{_COUNT}{_BLANK}[а-яё-]+[ыи]х(?:(?:,|{_BLANK}и){_BLANK}{_COUNT}{_BLANK}[а-яё-]+[ыи]х)*")
"""Parts that are kinds of the whole: their nouns are left out."""

COUNT: Final = Pattern(_COUNT)
"""A whole number."""

LISTED_SIGN: Final = ":\n"
"""Without this no list is announced."""

LISTED: Final = Pattern(
    # The first letters are asked for first, because it is fast.
    rf"\b(?=[\dвдопстчш])(?P<count>{NUMERAL}|\d{{1,2}}){_BLANK}(?:[а-яё]+(?:ых|их|ые|ие|ым|им){_BLANK}){{0,2}}"
    r"(?P<noun>мероприяти|направлени|этап|результат|эффект|пункт|услов|задач|шаг|част)[а-яё]*[^\n.;]{0,60}:\n$",
    re.IGNORECASE,
)
"""How many items a sentence announces that ends before a list."""

LIST_LINE: Final = Pattern(r"(?P<depth>[ \t]*)(?:[-–*•]|\d{1,2}[.)])[ \t]+\S")
"""A line with which an item of a list begins."""

FROM_TO: Final = Pattern(
    rf"\bс{_BLANK}(?P<first>{_FIGURE})(?:{_BLANK}?[^\d\s]+)?{_BLANK}до{_BLANK}(?P<last>{_FIGURE})(?![\d,.]*\d)(?:{_BLANK}?%)?"
)
"""From what to what something grows or shrinks."""

AT_MOST_SIGN: Final = "не более "
"""Without this, in small letters, a text says nothing of a least and a greatest number."""

BOUNDS: Final = Pattern(
    rf"\bот{_BLANK}(?P<low>{_FIGURE})(?:{_BLANK}?%)?{_BLANK}до{_BLANK}(?P<high>{_FIGURE})(?![\d,.]*\d)(?!{_BLANK}?(?:час|ч\b))"
    rf"|\bне{_BLANK}менее{_BLANK}(?:чем{_BLANK})?(?P<least>{_FIGURE})(?:{_BLANK}?%)?,?(?:{_BLANK}(?:и|но|или))?{_BLANK}не{_BLANK}более{_BLANK}(?:чем{_BLANK})?(?P<most>{_FIGURE})(?![\d,.]*\d)"
)
"""A least and a greatest number."""

_UNIT = r"(?P<unit>(?!процент|год|раз|клик)[а-яёА-ЯЁ]{2,})"

FIGURES: Final = Pattern(
    # The sign before the figure is looked at behind its first digit: for digits a text is gone through quickly.
    rf"(?P<figure>\d(?<![\w.,№-]\d)\d{{0,2}}(?!\d)(?:[ \u00a0]\d{{3}})*(?:,\d+)?){_BLANK}{_UNIT}"
)
"""A number and the word behind it; years, percentages and the numbers of acts are none."""

NUMBERS: Final = Pattern(rf"\b(?P<words>{NUMERAL}){_BLANK}{_UNIT}")
"""The same with the number in words, in small letters."""

BESIDE: Final = Pattern(r"(?:[ \n\u00a0]+[а-яё]+){0,2}[ \n\u00a0]*(?:[–—(:-][ \n\u00a0]*)?")
"""What may stand between a factor and the figures that it is of."""

OVER_ALL: Final = Pattern(
    # The sign before the figure is looked at behind its first digit: for digits a text is gone through quickly.
    rf"(?P<figure>[1-9](?<![\d,.].)\d\d(?<!100))(?:,\d+)?{_BLANK}?(?:%|процент\w*){_BLANK}(?:[а-яё]+(?:ых|их){_BLANK})?"
    r"(?!больш|меньш|выше|ниже|план|оклад|тариф|доход|расход|налог|сбор|цен)(?:[а-яё]{3,}(?:ов|ев|ей|ий|ан)|школ|больниц|поликлиник|граждан|семей|детей|людей)\b"
)
"""More than a hundred per cent of things or people."""

EXCESS: Final = Pattern(rf"\b(?:на|до|выше|чем|рост\w*|индекс\w*){_BLANK}(?:(?:более|свыше){_BLANK})?$")
"""What stands before the figures by which something grows."""

FOREIGN_FIGURE: Final = Pattern(
    r"(?<![\d.,№v-])\d{1,3}\.\d{1,2}(?=[ \u00a0]?(?:%|процент|млн|млрд|тыс|руб|раза?\b|балл|кв\.|км\b))|(?<![\d.,])[1-9]\d{0,2},000(?!\d|,)(?![ \u00a0]?%)"
)
"""A figure with a point before its decimals or a comma between its thousands."""

GOES_ON: Final = Pattern(r"\b(?:постоянно|бессрочно)\b", re.IGNORECASE)
"""Says of a term that it does not end."""

HANDLED: Final = Pattern(r",|\b(?:выявл|устран|раскры|исправл|обработ|перевед|включ|рассмотр|предотвращ)")
"""What a title says further of burdens of which something good is done: a share or a number of these may well grow."""

BURDEN: Final = Pattern(
    r"(?:(?:средн|общ|максимальн|предельн)[а-яё]+ )?(?:"
    r"(?:время|длительность|продолжительность|срок|период) (?:ожидани|простоя|устранени|рассмотрени|доезд|прибыти|предоставлени|оказани|обработк|согласовани|выдач)[а-яё]*"
    r"|(?:затраты|издержки|расходы) (?:времени|труда|на оплату|на содержание|на обслуживание)|трудозатраты|себестоимость"
    r"|смертность|инвалидность|инвалидизация|заболеваемость|аварийность|травматизм|безработица|задолженность|износ|ущерб|потери"
    r"|(?P<part>количество|число|доля) (?:жалоб|отказов(?! от)|нарушений|аварий|инцидентов|сбоев|дтп|дорожно-транспортных|преступлений|пожаров|ошибок|простоев"
    r"|очных|личных (?:посещений|обращений)|просроченных|бумажных|погибших|пострадавших|дублирующ[а-яё]+)"
    r")[а-яё]*\b",
    re.IGNORECASE,
)
"""Beginnings of the name of something of which less is better."""

SENTENCE_ENDS: Final = Pattern(r"[.;!?](?=\s)(?<!\bп\.)(?<!\bг\.)(?<!\bтыс\.)|\n(?=[^\S\n]*[-\d])|\n\n")
"""Where a sentence or an item of a list ends; a point behind what is cut short ends nothing."""


def number(figure: str) -> float:
    """A number as a Russian text writes it."""
    return float(figure.replace(",", ".").replace(" ", "").replace("\u00a0", "").replace("\u202f", ""))


def factor(said: re.Match[str]) -> float:
    """How many times something grows or shrinks by what :data:`FACTOR` found."""
    return FACTORS.get(said["alone"] or said["times"]) or number(said["times"])
