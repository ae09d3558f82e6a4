"""Slips of the hand in Russian official texts, and what programs leave in them: how each is found.

As with :mod:`stratkit.lint.words`, a workspace in another language would need another module of this form.
"""

from __future__ import annotations

import re
from typing import Final

from stratkit.diagnostics.pattern import Pattern

MARKUP_SIGNS: Final = ("&", "<", "ошибка!", "error!", "hyperlink", "mergeformat")
"""Without any of these, in small letters, no markup was left in a text."""

MARKUP: Final = Pattern(
    r"&(?:nbsp|amp|lt|gt|quot|laquo|raquo|mdash|ndash|#\d{2,5});|</?(?:br|p|b|i|u|div|span|font|table|tr|td|li|ul|ol|a|img)\b[^>\n]*>"
    r"|\b(?:Ошибка|Error)! (?:Закладка|Источник|Ссылка|Bookmark|Reference|Hyperlink|Недопустим)|\bHYPERLINK \"|\\\* ?MERGEFORMAT",
    re.IGNORECASE,
)
"""Markup of pages and fields of word processors that show instead of doing something."""

CONTACT_SIGNS: Final = (" тел ", " тел.", "телефон", "+7", " 8 (", "исп.", "@")
"""Without any of these, in small letters, a text names no telephone, no address and nobody who made it."""

CONTACT: Final = Pattern(
    r"(?:\bтел\.?|телефону?):?[ \u00a0]?\+?\d[\d ()\u00a0-]{5,}\d|(?<![\d№])(?:\+7|8)[ \u00a0]?\(\d{3,5}\)[ \u00a0]?\d[\d -]{3,}\d"
    r"|\b[Ии]сп\.:? [А-ЯЁ]|(?<![\w.])[\w.-]+@[\w-]+\.[a-z]{2,}",
)
"""The telephone, the address or the name of whoever made the text."""

DOUBLED_SIGNS: Final = ("..", ",,", ";;", ",.", ";.", ".;", ",;", ";,")
"""Signs of which only one can stand there; without any of these a text has none too many."""

DOUBLED_SIGN: Final = Pattern(r"(?<!\.)\.\.(?![./])|,,|;;|,;|;,|[,;]\.(?!\d)|(?<=[а-яё]{5})\.;")
"""A mark too many; behind what is cut short a full stop may stand before a semicolon."""

SMALL_START: Final = Pattern(
    r"[а-яё]{3}[аеиоуыэюяьй][.!?] +(?=[а-яё])(?!(?:и|или|либо|а|но|см|т)\b)[а-яё]+|[а-яё]{3}[аеиоуыэюяьй]\.\n+ *(?=[а-яё]{2})[а-яё]+"
)
"""A sentence that begins with a small letter: words cut short seldom end with a vowel."""

ENDINGS_OF_FIGURES: Final = Pattern(
    r"(?<![\w.,№-])\d+-(?:ти|ми|мью|тью|[её]х|ух|ёмя|ый|ого|ому|ыми|ые|ая)(?![\w-])(?!-?летн)|(?<![\w.,№-])[2-4]-х(?![\w-])|(?<![\w.,№-])[5-9]-и(?![\w-])"
)
"""A figure with letters that figures do not take: cardinals take none, ordinals one or two."""

IN_CAPITALS: Final = Pattern(
    r"(?<![«\w])[А-ЯЁ]{9,}\b|\b(?=(?:[А-ЯЁ]+[ \u00a0])*[А-ЯЁ]{6})[А-ЯЁ]+(?:[ \u00a0][А-ЯЁ]+){2,}\b"
)
"""Words in capitals: one that is longer than abbreviations are, or three and more of which one is long."""

BEFORE_CONSONANT: Final = Pattern(r"^Об[ \u00a0](?=[бвгджзклмнпрстфхцчшщ])(?!(?:все[мх]|вс[её]м)\b)\w+", re.IGNORECASE)
"""A title that begins with a preposition in the form that only stands before vowels."""

BEFORE_VOWEL: Final = Pattern(r"^О[ \u00a0](?=[аоуэи])\w+", re.IGNORECASE)
"""The same with the form that stands before consonants."""

PICTURE_SIGNS: Final = ("рис. ", "рисунк", "рисунок ", "схем", "диаграмм", "приложени", "таблиц")
"""Without any of these, in small letters, a text refers to no picture."""

PICTURE: Final = Pattern(
    r"\b(?:рис\.|рисун\w+|схем\w+|диаграмм\w+|таблиц\w+)[ \u00a0\n](?:№[ \u00a0]?)?\d+\b|\bприложени\w+[ \u00a0\n](?:№[ \u00a0]?)?\d+\b(?![ \u00a0\n](?:к|ко)\b)",
    re.IGNORECASE,
)
"""A picture, a table or an appendix by its number; that of an act names the act."""
