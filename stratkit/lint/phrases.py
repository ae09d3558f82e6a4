"""How Russian official texts write dates, cite acts, name regions and money, and how a text begins and ends.

As with :mod:`stratkit.lint.words`, a workspace in another language would need another module of this form.
"""

from __future__ import annotations

import re
from typing import Final

from stratkit.diagnostics.pattern import Pattern

WITHOUT_YO: Final = str.maketrans("ё", "е")
"""Letters that many write as one, for ``translate``."""

MONTHS: Final = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
"""The months as dates have them."""

_MONTH: Final = Pattern(r"\b(янв|февр|март|апр|ма[йяе]\b|июн|июл|авг|сент|окт|нояб|дек)", re.IGNORECASE)
_MONTHS: Final = ("янв", "февр", "март", "апр", "ма", "июн", "июл", "авг", "сент", "окт", "нояб", "дек")

DAY: Final = Pattern(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>[01]\d)\.(?P<year>(?:19|20)\d\d)(?!\d)")
"""A day in figures."""

ANY_DAY: Final = Pattern(
    r"(?<![\d.])(?P<day>\d{1,2})(?:\.(?P<month>\d\d)\.(?=(?:19|20)\d\d)|[ \u00a0\n](?P<name>"
    + "|".join(MONTHS)
    + r")\b)"
    r"(?:[ \u00a0\n]?(?P<year>(?:19|20)\d\d)(?!\d))?"
)
"""A day in figures or with the name of its month, whether there is such a day or not."""

YEAR_TO_YEAR: Final = Pattern(
    r"\b[Сс][ \u00a0\n]((?:19|20)\d\d)(?:[ \u00a0\n](?:год[ау]?|г\.))?[ \u00a0\n](?:по|до)[ \u00a0\n]((?:19|20)\d\d)(?!\d)"
)
"""A stretch of years in words."""

ACT_NUMBER: Final = Pattern(r"№\s?([\d][\w/-]*)")
"""The number of an act with the letters at its end."""

DATED_ACT: Final = Pattern(
    r"\bот[ \u00a0\n]+(?P<day>\d{1,2})(?:\.(?P<month>[01]\d)\.|[ \u00a0\n]+(?P<name>"
    + "|".join(MONTHS)
    + r")[ \u00a0\n]+)"
    r"(?P<year>(?:19|20)\d\d)(?:[ \u00a0\n]*(?:года|г\.))?[ \u00a0\n]+№[ \u00a0\n]?(?P<number>\d[\w/]*(?:-[А-Яа-яЁё]+)?)"
)
"""An act that a text cites by its date and number."""

PROJECT_TOLD: Final = Pattern(
    r"\bпроект(?:а|у|ом|е)?[ \u00a0\n](?:№[ \u00a0]?)?(?P<number>\d+(?:\.\d+)*)[ \u00a0\n]«(?P<title>[^«»]+)»"
)
"""A project by its number and its name."""

INITIALS_APART: Final = Pattern(r"(?<=\b[А-ЯЁ])\.[ \u00a0](?=[А-ЯЁ][.а-яё])")
"""What stands between initials that are written apart."""

EXACT_SIGNS: Final = Pattern(r"[\d.]")
"""Without any of these a short title has no number and no initials."""

EXACT: Final = Pattern(r"\b(?:[А-ЯЁ]\.){1,2}[А-ЯЁ][а-яё]+|\b\d+(?:[.,]\d+)?\b")
"""What a short title may leave out but not change: a name with initials, a number."""

FIGURE_IN_REMARK: Final = Pattern(r"\d+(?:,\d+)?")
"""A value that a remark gives."""

VALUES_SIGNS: Final = ("начени", "прочитано как")
"""Without any of these a remark explains no values."""

VALUES_TOLD: Final = Pattern(
    r"\b(?:[Зз]начени[яй]|прочитано как)[ \u00a0\n](?P<figures>\d+(?:,\d+)?(?:(?:,|[ \u00a0\n]и)[ \u00a0\n]\d+(?:,\d+)?)+)(?![\d,.]*\d)"
)
"""Several values that a remark explains."""

CITED_ACT: Final = Pattern(
    r"(?P<thing>\b(?:приложени|форм|школ|гимнази|лице|больниц|поликлиник|таблиц|проект|раздел)[а-яё]*[ \u00a0\n]+)?№\s?(?P<number>\d+(?:-[А-Яа-яЁё]+)?)",
    re.IGNORECASE,
)
"""The number of an act that a text cites, or of something else that has numbers."""

PAGE_SIGN: Final = "страниц"
"""Without this no remark names a page."""

PAGE_TOLD: Final = Pattern(r"\bстраниц\w*[ \u00a0\n](\d{1,4})\b")
"""A page that a remark names."""

IN_YEAR: Final = Pattern(r"\b(?:в|за)[ \u00a0\n]((?:19|20)\d\d)[ \u00a0\n]году?\b")
"""A year in which something is measured."""

COMPARED: Final = Pattern(r"\b(?:сравнен|отношен|относительн|уровн|базов|чем\b|рост|темп)", re.IGNORECASE)
"""Words that say with which year something is compared."""

FROM_YEAR: Final = Pattern(
    r"\b(?:с|в)[ \u00a0\n](?:\d{1,2}[ \u00a0\n][а-я]{3,8}[ \u00a0\n])?(?P<year>(?:19|20)\d\d)[ \u00a0\n]год[ау]\b",
    re.IGNORECASE,
)
"""The year in which something begins or is done."""

WILL_BE: Final = Pattern(
    r"\bв[ \u00a0\n](?P<year>(?:19|20)\d\d)[ \u00a0\n]году[ \u00a0\n](?:[а-яё]+[ \u00a0\n]){0,2}(?:буд[еу]т|планиру[ею]тся|предстоит)\b"
    r"|\b(?:буд[еу]т|планиру[ею]тся|предстоит)\b[^.;!?\d\n]{0,60}[ \u00a0\n]в[ \u00a0\n](?P<then>(?:19|20)\d\d)[ \u00a0\n]году\b",
    re.IGNORECASE,
)
"""A year with words that speak of it as of one to come."""

LETTERS_AT_END: Final = Pattern(r"-?[А-Яа-яё]+$")
"""The letters at the end of the number of an act and the hyphen before them."""

LAW_SIGN: Final = "фз"
"""Without these, in small letters, no text gives the number of a law."""

ODD_LAW: Final = Pattern(
    r"№[ \u00a0]?ФК?З\b[ \u00a0-]?\d+|\bФК?З[ \u00a0-]№?[ \u00a0]?\d+|№[ \u00a0]?\d+[ \u00a0]?ФК?З\b"
)
"""The number of a law with its letters at the wrong end, or without a hyphen before them."""

VAGUE_LINK: Final = Pattern(
    r"(?:здесь|тут|сюда|там|далее|подробнее|по ссылке|ссылка|читать(?: далее)?|сайт|на сайте)[.…]*", re.IGNORECASE
)
"""Words of a link that do not say where it leads."""

FOREIGN_PASSAGE: Final = Pattern(r"(?<![\w.@/-])(?:[A-Za-z]{2,}[ \u00a0]){2,}[A-Za-z]{2,}")
"""Three or more words in Latin letters."""

IN_FORCE_UNTIL: Final = Pattern(
    r"\b[Сс]тратеги\w+[^.]{0,40}?\b(?:действует|рассчитан\w*|реализуется|утвержд\w+)[^.]{0,30}?\b(?:по|до|на период до)"
    r"[ \u00a0](?:конца[ \u00a0])?((?:19|20)\d\d)(?!\d)"
)
"""The year until which a text says that the strategy is in force."""

HIGHEST_BODIES: Final = ("Правительства ", "Администрации ", "Кабинета Министров ")
"""How the names of the highest executive bodies of regions begin, in the case in which acts name them."""

FUNDING: Final = " финансировани"
"""Without this, in small letters, no funding is named; asked first, because it is fast."""

FUNDED: Final = Pattern(r"\b([а-яё]{6,}н)(?:ого|ому|ым|ом|ое)[ \u00a0\n]+финансировани")
"""Whose money a text, in small letters, says there is."""

EXCLUDED_MONEY: Final = Pattern(r"\bбез[ \u00a0\n]+([а-яё-]+)[ \u00a0\n]+(?:финансировани|софинансировани|средств)")
"""What kind of money a text, in small letters, says there is not."""

NEGATED: Final = Pattern(r"\b(?:без|не)\b[^,.;–]*$", re.IGNORECASE)
"""What turns the next words of a sentence into their contrary."""

ROMAN_TAIL: Final = Pattern(r"(?<=\d)-[IVX]+$")
"""What the numbers of laws of the nineties end with."""

YES_OR_NO: Final = Pattern(
    r"^наличие\b|\((?=[^()]*\b1\b)(?=[^()]*\b0\b)[^()]*\)|\((?=[^()]*\bда\b)(?=[^()]*\bнет\b)[^()]*\)", re.IGNORECASE
)
"""What the title of an indicator has that says whether something is there: 0 or 1."""

INSTRUMENTAL: Final = Pattern(r"(?:ья \S*ь[её]й|(?<!ь)[ая] \S*[оеё]й|[^ая] \S*[оеё]м|ь \S*ью| \S*[ая]ми)$")
"""A noun as the dictionary has it, a blank, and the form of it that says by means of what something is done."""

TOGETHER: Final = Pattern(r"\b(?:со?|между)\b", re.IGNORECASE)
"""What stands before those nouns where they name somebody and not a means."""

ADJECTIVES: Final = ("ое", "ее", "ая", "яя", "ый", "ий", "ой", "ые")
"""How adjectives end that may begin the name of a kind of support and stand in any text."""

REQUESTED: Final = Pattern(r"\bтребу[ею]", re.IGNORECASE)
"""Says that money is asked for and not that it is given."""

REGION_KINDS: Final = ("област", " кра", "республик", "автономн")
"""Beginnings of the words for kinds of regions, in small letters."""

REGION_NAME: Final = Pattern(
    # What stands before the name is looked at behind its first letter: for capitals a text is gone through quickly.
    r"[А-ЯЁ](?<=[а-яёА-ЯЁ,»)\d][ \u00a0\n].)[а-яё-]*[сц]к(?:(?:ая|ой|ую)[ \u00a0\n]област(?:ь|и|ью)|(?:ий|ого|ому|им|ом)[ \u00a0\n]кра(?:й|я|ю|ем|е))\b"
)
"""The name of a region with the word for what it is, inside a sentence: at its beginning any word has a capital."""

DEED_NOUNS: Final = Pattern(
    r"^(?:достижение|увеличение|уменьшение|внедрение|обеспечение|создание|повышение|снижение|сокращение|развитие"
    r"|формирование|организация|проведение|разработка|совершенствование|перевод|переход|модернизация|оптимизация|охват"
    r"|централизация|автоматизация|цифровизация|улучшение|расширение|построение|преодоление|вовлечение|унификация|устранение"
    r"|обновление|применение|использование|поддержка|подготовка|обучение|усиление|укрепление|ускорение|упрощение|содействие"
    r"|реализация|привлечение|популяризация|стандартизация|интеграция|внесение|ликвидация"
    r"|(?:систематическое|широкое|комплексное|масштабное|эффективное) (?:применение|использование|обучение|внедрение))\b",
    re.IGNORECASE,
)
"""Beginnings of a sentence that says what is to be done."""

CHANGE: Final = Pattern(
    r"(?:повышение|снижение|рост|прирост|увеличение|уменьшение|сокращение|улучшение|ускорение)\s+"
    # Adjectives and words for how much of a thing there is.
    r"(?P<what>(?:[«„(]?(?:[а-яё-]+(?:ого|его|ой|ей|ых|их)|уровня|степени|доли|количества|числа|объ[её]м(?:а|ов)|темп(?:а|ов)|качества"
    r"|использования)\s+)*+[«„]?(?P<thing>[а-яё-]{3,}))",
    re.IGNORECASE,
)
"""How a sentence begins that says that something grows or falls, and the first noun for what does."""

BETTER_BY: Final = Pattern(
    r"\b(?:больше|меньше|выше|ниже|быстрее|дешевле|прирост|рост|раст|выраст|сэконом|эконом"
    r"|(?:сниж|сниз|сокра|уменьш|увелич|повыш|повыс|подня)(?![а-яё]*л(?:ся|ась|ось|ись)\b))",
    re.IGNORECASE,
)
"""Words of a sentence that promises more or less of something; what fell or grew already is told otherwise."""

BOUND_BY: Final = Pattern(r"\b(?:больше|меньше|выше|ниже)[ \u00a0\n](?=\d)", re.IGNORECASE)
"""What stands before a figure from which on something holds: «more than 10 %» promises nothing."""

BURDENS: Final = ("нагрузк", "барьер", "бремен", "давлен")
"""Beginnings of nouns for what weighs on people, in small letters: measured is what of it becomes less."""

MANIFOLD_WORDS: Final = ("кратно", "кратное", "кратный", " разы", "несколько раз", "на порядок")
"""Without any of these in small letters no text promises a change of many times; asked first, because it is fast."""

MANIFOLD: Final = Pattern(
    # The first letters are asked for first, because it is fast.
    r"\b(?=[мквн])(?:(?:много)?кратн(?:о|ое|ого|ому|ым|ый)[ \u00a0\n]+(?:[а-яё]+[ \u00a0\n]+)?(?:увелич|рост|сниж|сниз|сокра|уменьш|меньш|больш|ускор|повыш|выш|ниж|быстр)"
    r"|в (?:разы|несколько раз)\b|на порядок (?:больш|меньш|выш|ниж|быстр))"
    r"|(?=[урсп])(?:увелич|расту?т|сниж|сниз|сокра|уменьш|ускор|повыш)[а-яё]*[ \u00a0\n]+(?:много)?кратно\b",
    re.IGNORECASE,
)
"""A change of many times without how many."""

COMPANY_FORMS: Final = ("ооо «", "оао «", "зао «", "пао «", "ао «", "ип ")
"""Without any of these in small letters no company is named; asked first, because it is fast."""

COMPANY: Final = Pattern(r"(?<!\w)(?:ООО|ОАО|ЗАО|ПАО|АО) «[^»]+»|(?<!\w)ИП [А-ЯЁ][а-яё]+(?: [А-ЯЁ]\.)+")
"""A company or a trader with the name."""

NEW_YEAR: Final = Pattern(r"\b(?:до|к)[ \u00a0\n]0?1[ \u00a0\n]января[ \u00a0\n]", re.IGNORECASE)
"""What stands before a year of which the first day is meant: what is due then is due at the end of the year before."""

WE_DO: Final = Pattern(r"(?:[аеиоуыюя]ем|[а-яё]{2}[еёи]м|[еи]мся)$")
"""How a verb ends that says what «we» do, in small letters; it names no thing."""

ALTERNATING: Final = {"жн": "г", "чн": "к", "шн": "х"}
"""Ends of the stems of adjectives, and how the roots of their nouns end: дорожн, дорог."""

CUT_OFF_ENDS: Final = (
    " в", " во", " на", " и", " с", " со", " к", " по", " о", " об", " от", " до", " из", " за", " для", " при", " или", " а",
    "базе", "рамках", "целях", "помощью", "учетом", "учётом", "основе", "посредством", "числе", "соответствии", "путем",
    "путём", ",", " –", " -", "также", "…", "...",
    "количества", "числа", "объема", "объёма", "количестве", "объеме", "объёме", "период",
)  # fmt: skip
"""What stands at the end of a text only if its end is lost; asked first, because it is fast."""

CUT_OFF: Final = Pattern(
    r"(?:(?<![\w-])(?:в|во|на|и|с|со|к|по|о|об|от|до|из|за|для|при|или|а)|\b(?:на базе|в рамках|в целях|с помощью|с уч[её]том"
    r"|на основе|посредством|в том числе|в соответствии|пут[её]м|а также|от общего (?:количества|числа|объ[её]ма)"
    r"|в общем (?:количестве|числе|объ[её]ме)|за период)|,| [–-]|…|\.{3})$"
)
"""A word or a sign that something has to follow."""


def months_in(text: str) -> set[int]:
    """The numbers of the months that *text* names, in words or in days."""
    named = (found.lower() for found in _MONTH.findall(text))
    words = {next(place for place, name in enumerate(_MONTHS, 1) if one.startswith(name)) for one in named}
    return words | {int(one["month"]) for one in DAY.finditer(text)}


OTHERS: Final = "руги"
"""Without it a text does not speak of others; asked first, because it is fast."""

FEDERAL_WORDS: Final = ("субъект",)
"""Without any of these a text is not taken from a federal template; asked first, because it is fast."""

FEDERAL_WORDING: Final = Pattern(
    # What stands before the word is looked at behind it: for a word a text is gone through quickly.
    r"субъект(?<!\wсубъект)(?<!между субъект)(?<!других субъект)(?<!иных субъект)(?<!остальных субъект)(?<!соседних субъект)"
    r"(?<!среди субъект)(?<!\bиз субъект)(?<!рейтинг субъект)(?<!рейтинга субъект)(?<!рейтинге субъект)(?<!числе субъект)(?:ов|ам|ах|ами|ом) (?:Российской Федерации|РФ)\b(?!,? (?:входящ|гранич|располож))"
)
"""Words of federal templates, in which the region stands for one of all; links and comparisons between regions are meant."""

FEDERAL_BODY_WORDS: Final = (
    "фоив", "ть федеральн", "федеральные о", "федеральных о", "федеральным о", "федеральными о", "федеральный о",
    "федерального о", "федеральному о", "федеральном о", "федеральную о", "федеральная о", "федеральной о", "федеральное о",
)  # fmt: skip
"""Without any of these a text does not speak of federal bodies; asked first, because it is fast."""

FEDERAL_BODIES: Final = Pattern(
    # The first letters are asked for first, because it is fast.
    r"\b(?=[\dсзирфпв])(?:(?:\d+[ \u00a0](?:%[ \u00a0])?|стороне[ \u00a0]|(?:затрат|издерж|расход)\w*[ \u00a0])"
    r"(?:ФОИВ\b|федеральн\w+ (?:О[ГИ]В\b|орган\w+ (?:исполнительной |государственной )?власти))"
    r"|федеральные органы (?:исполнительной |государственной )?власти [а-яё]+(?:[аяую]т|[её]т)\b"
    r"|(?:создать|разработать|построить|запустить|внедрить) федеральн\w+)",
    re.IGNORECASE,
)
"""Words of federal templates in which federal bodies gain, pay or are built something, not the region."""

FEDERAL_PLAN_WORDS: Final = ("федеральный проект «", "всей стране", "всей территории ")
"""Without any of these no text tells what is done for the whole country; asked first, because it is fast."""

FEDERAL_PLAN: Final = Pattern(
    r"\bфедеральный проект «[^»]+» (?:предусм|направл|предпол|обеспеч|позвол)[а-яё]+"
    r"|\bпо всей стране\b|\bна всей территории (?:страны\b|Российской Федерации|РФ\b|России\b)",
    re.IGNORECASE,
)
"""What a federal project is to do, or what is done everywhere."""

OTHER_FEDERAL_BODIES: Final = Pattern(
    r"\b(?=д)друг(?:ие|ими|их)[ \u00a0](?:ФОИВ\b|федеральн\w+ орган\w+ (?:исполнительной |государственной )?власти)",
    re.IGNORECASE,
)
"""Words by which whoever is named before them is a federal body as well."""

FEDERAL_BODY: Final = Pattern(r"(?!^)[А-ЯЁ]|(?i:федеральн|министерств|служб|агентств|фонд|казначейств)")
"""What names a federal body, or begins the name of one inside a sentence."""

FACTOR_TITLE: Final = Pattern(
    r"^(?=[сруп])(?:сокращение|снижение|рост|увеличение|уменьшение|повышение)\b.*\b(?P<factor>в[ \u00a0\n](?:[^\s;]+[ \u00a0\n])?раза?)\b",
    re.IGNORECASE | re.DOTALL,
)
"""The title of an indicator that says how many times something grows or falls."""

NEXT_SENTENCE: Final = Pattern(r"(?<=[а-яё»)][а-яё»)][а-яё»)])\. (?=[А-ЯЁ][а-яё])")
"""Where a sentence ends and another one begins; short words before a full stop are abbreviations."""

EITHER: Final = Pattern(r"\b(?:или|либо)\b", re.IGNORECASE)
"""A word that leaves open which of two is meant."""

INFLECTED_ABBREVIATION: Final = Pattern(r"(?<![\w«-])[А-ЯЁ]{3,}(?:ами|ах|ов|ам|ы|у|а|е|ом|ем|и)(?![\w-])")
"""An abbreviation in capitals with the ending of a case in small letters."""

ANOTHER_OFFICIAL: Final = Pattern(
    r"\bили[ \u00a0\n](?:ино[ейгом]+|друго[ейгом]+)[ \u00a0\n](?:должностн\w+[ \u00a0\n])?лиц[оаеу]\b", re.IGNORECASE
)
"""How a template leaves open who holds an office."""

NOT_PASSED_ON: Final = Pattern(
    r"\bне[ \u00a0\n](?:планиру[ею]тся|предусм[оа]тр\w+|предполага[ею]тся)\b[^.;]{0,60}?(?:финансир|средств|субсиди)",
    re.IGNORECASE,
)
"""What says that the money of a project does not reach the region."""
