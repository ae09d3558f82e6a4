"""The words of Russian official texts that rules must know; everything language-specific stands here.

A workspace in another language would need another module of this form and no other change.
"""

from __future__ import annotations

import re
from typing import Final

from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.amounts import NUMERAL

STOP_WORDS: Final = frozenset({
    "а", "без", "был", "была", "были", "было", "быть", "в", "вид", "виде", "во", "все", "всех", "год", "года",
    "году", "годов", "для", "до", "его", "ее", "если", "за", "и", "из", "или", "их", "к", "как", "ко", "между",
    "на", "над", "не", "него", "нее", "них", "но", "о", "об", "от", "по", "под", "при", "с", "со", "также",
    "те", "тем", "то", "том", "у", "уже", "что", "эта", "эти", "это", "этого", "числе",
})  # fmt: skip
"""Words that say nothing about the subject of a sentence."""

SHORT_WORDS: Final = ("в", "во", "на", "и", "с", "со", "к", "по", "о", "об", "от", "до", "из", "за", "не", "у")
"""Words of one or two letters that never stand twice in a row."""

EMPTY_WORDS: Final = (
    "росси", "федерац", "субъект", "един", "использ", "осуществ", "обеспеч", "включ", "числ",
    "общая", "общего", "общее", "общей", "общем", "общие", "общий", "общим", "общих", "общую",
)  # fmt: skip
"""Beginnings of words that stand in any official text and do not tell one subject from another; public things are others."""

DRAFT_WORDS: Final = (
    "tbd", "todo", "fixme", "lorem ipsum", "xx", "хх", "уточн", "дополнить", "__", "???", "…%", "… %", "...%", "... %", "[",
    "(согласовать", "(сверить", "(проверить", "(узнать", "(спросить", "(переделать", "(убрать", "(удалить", "(дописать", "(исправить",
)  # fmt: skip
"""A text without any of these holds no placeholder; asked first, because it is fast."""

PLACEHOLDERS: Final = Pattern(
    r"\b(?:tbd|todo|fixme|lorem ipsum|xxx+|ххх+|уточняется)\b|(?<![\w.])(?:xx|хх)(?=[ \u00a0]?(?:%|процент|ед\b|шт\b))"
    r"|(?:…|\.\.\.)[ \u00a0]?%|[(\[](?:надо |нужно |необходимо |требуется )?(?:уточнить|дополнить)\b"
    r"|\b(?:буд[еу]т|подлеж[иа]т|требу[ею]т)\s+уточн\w+|_{3,}|\?{3,}|\b20(?:_{2}|[xх]{2}\b)"
    r"|\((?:согласовать с|сверить с|проверить (?:у|по)|узнать у|спросить|переделать|убрать|удалить|дописать|исправить)\b"
    r"|\[(?:встав|указать|укажите|впи[сш]|запол|название|наименование|уточ)[^\]\n]*\](?!\()|\bуточнить (?:у|позже|позднее)\b",
    re.IGNORECASE,
)
"""What authors leave in a draft in place of a text; people may well fill in and supplement other things."""

DANGER: Final = Pattern(
    r"\b(?:не|нет|без|ни|под)\b"
    r"|\b(?:не[а-яё]|хуж|утечк|угроз|риск|срыв|сбо[йяе]|потер|утрат|отказ|ошиб|дефицит|отсутств|низк|слаб|плох|высок|рост"
    r"|раст|сниж|пад|сокращ|уменьш|увелич|удорож|дорог|дорож|задерж|опозд|отста|отток|изно|устар|зависим|уязвим|атак|мошен"
    r"|сопротив|конфликт|огранич|запрет|санкци|наруш|измен|нов[ыоа]|слож|труд|длит|долг|дольш|разрыв|преступ|авар|кризис"
    r"|инфляц|старен|уход|перегру|избыт|лишн|поздн|дубл|разрозн|бюрократ|консерват|кибер|чрезмер|опасн|вред|ущерб|голод|текуч"
    r"|форс-мажор|взлом|хакер|вирус|подмен|крах|банкрот|разглаш|прекращ|приостан|отмен|закрыт|переоцен|ликвид|эпидем|пандем"
    r"|пожар|стихий|коррупц|убыт|простой|просто[йея]|давлен)"
    r"|[а-яё]{3}(?:[аяеиую]т|[аеиуя]ться|тся)\b",
    re.IGNORECASE,
)
"""Words that tell of something unwanted or of a change, and verbs, which say what happens."""

LONG_WORD: Final = Pattern(r"[а-яёa-z-]{4,}")
"""A word of some length, in small letters."""

ANYTHING: Final = (
    "качеств", "улучш", "повыш", "сниж", "подня", "разн", "различн", "иных", "иной", "преимуществ", "вывест", "даем", "даём",
    "зрел", "достиг", "рост", "возможн", "котор", "независ", "более", "менее", "высок", "эффект", "развит", "созда", "внедр",
    "формир", "совершенств", "модерниз", "современ", "комплекс", "посредств", "средств", "примен", "успешн", "новы", "ново",
    "увелич", "уменьш", "перевод", "перех", "област", "регион", "сфер", "технолог", "счет", "счёт", "участник", "изменени", "реализац", "наруш", "принят",
    "передов", "инструмент", "аналит", "станов",
)  # fmt: skip
"""Beginnings of words that official texts use for anything."""

REGION_WORD: Final = "регион"
"""What a text may call the region instead of its name, in small letters."""

ADJECTIVE_OF_NAME: Final = Pattern(
    r"([А-ЯЁ][а-яё]{3,})(?:ая|ий|ый|ой)\b (?:область|край|округ|республика)", re.IGNORECASE
)
"""The official name of a region that begins with an adjective; its stem."""

GOAL_NOUNS: Final = Pattern(
    r"^(?:достижение|увеличение|уменьшение|внедрение|обеспечение|обеспечен[оаы]?|создание|создан[оаы]?|повышение"
    r"|развитие|формирование|организация|проведение|разработка|совершенствование|перевод|модернизация"
    r"|обеспечить|повысить|увеличить|уменьшить|снизить|сократить|создать|внедрить|довести|перевести|достичь|достигнуть"
    r"|улучшить|разработать|сформировать|организовать|развить|внедрен[оаы]?|подключен[оаы]?|к (?:концу )?20\d\d году?"
    r"|(?:на|в|во|для) [^,.;%\d]{3,80}? обеспечен[оаы]?)\b",
    re.IGNORECASE,
)
"""Beginnings of a sentence that says what is to be done and not what is measured."""

INFINITIVE_TITLE: Final = Pattern(
    r"^(?!(?:сеть|печать|кровать|рукоять|мать|пять|девять|десять|нить|плоть|медь)\b)[а-яё]{2,}(?:[аяиеыоу]ть(?:ся)?|[зс]ти(?:сь)?)\b",
    re.IGNORECASE,
)
"""A sentence that begins with an infinitive says what is to be done."""

AT_LEAST: Final = Pattern(
    r"(?:не менее|не ниже|(?<!не )(?:более|больше|свыше|выше)|минимум)(?: чем)?\s*$", re.IGNORECASE
)
"""What stands before a figure that may be exceeded."""

AT_MOST: Final = Pattern(
    r"(?:не более|не больше|не выше|не свыше|(?<!не )(?:менее|меньше|ниже)|максимум)(?: чем)?\s*$", re.IGNORECASE
)
"""What stands before a figure that may be undercut."""

OWN_TARGET: Final = Pattern(
    r"[,;]?\s[-–—]\s(?:не менее |не ниже |не более |не выше |более |менее |до )?\d[^–—]*$", re.IGNORECASE
)
"""A target at the end of a title, behind a dash."""

OWN_REGION: Final = Pattern(r"\bсубъекта (?:Российской Федерации|РФ)")
"""What a federal title says for the name of the region."""

POSSIBILITY: Final = Pattern(r"\b(?:мо[гж]ут|может|можно|возможн|доступ)", re.IGNORECASE)
"""Words that speak of what people may do and not of what they did."""

SHARE_TITLE: Final = Pattern(r"^(?:дол[яию]|удельн(?:ый|ого) вес[а]?|процент[а]?)\b", re.IGNORECASE)
"""How the title of a share begins."""

COUNT_TITLE: Final = Pattern(r"^(?:количество|число|численность)\b", re.IGNORECASE)
"""How the title of a number begins."""

CONDITIONAL_UNIT: Final = Pattern(r"условн", re.IGNORECASE)
"""How the name of a unit begins that stands for things which cannot be counted."""

INCLUDING_WORDS: Final = "в том числе"
"""Without these words no part is named; asked first, because it is fast."""

INCLUDING: Final = Pattern(r"(?<![,(\s])[,(\s]+в том числе\b", re.IGNORECASE)
"""What stands between the name of a whole and the name of its part."""

ABBREVIATION: Final = Pattern(r"(?<![\w«-])[А-ЯЁ]{3,}(?![\w])")
"""An abbreviation: three or more capitals; a name in quotes and the tail of a compound word are none."""

WELL_KNOWN: Final = frozenset({
    "ВИЧ", "ГОСТ", "ДТП", "ЕГЭ", "ЖКХ", "ЗАГС", "ИНН", "МВД", "МРТ", "МЧС", "ООО", "ПАО", "СМИ", "СНИЛС", "СССР", "США",
    "ФСБ", "ЭКГ",
})  # fmt: skip
"""Abbreviations that every reader knows and that official texts use without explaining them."""

CAPITALS: Final = Pattern(r"[А-ЯЁ]{3,}")
"""Three or more capitals, wherever they stand."""

FOREIGN_LETTERS: Final = "іїєґўјѕ"
"""Small Cyrillic letters that Russian does not have and that look like letters it has, or like Latin ones."""

MIXED_WORD: Final = Pattern(
    r"[A-Za-z](?:(?=[А-Яа-яЁё])|(?<=[А-Яа-яЁё].))|(?<=\d)[OoОоЗзlI](?=\d)"
    rf"|[{FOREIGN_LETTERS}{FOREIGN_LETTERS.upper()}]"
)
"""A Latin letter beside a Cyrillic one, a letter for a digit inside a number, and a letter of another Cyrillic alphabet."""

MISSING_SPACE: Final = Pattern(
    r"[,;](?<=[а-яё].)(?=[а-яёА-ЯЁ])|№(?=\d)|\d(?=%)"
    r"|(?<![\w./-])\d{1,3}(?=(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b)"
    r"|(?<!\d)(?:19|20)\d\d(?=(?:год(?:а|у|ом|ах|ы)?|гг?)\b)"
)
"""A comma, a semicolon, a number sign, a day or a year to which the next word sticks, a figure to which its % does."""

ODD_ACT_NUMBER: Final = Pattern(r"[№\s]|[A-Za-z]|\dФК?З|ФК?З-?\d|ФК?3|-фк?з|\d(?=(?:рп|пп|рг|пг|пр|од|фз|фкз|р)$)")
"""What does not belong in the number of a Russian act: the sign itself, blanks, Latin letters, a tail without a hyphen."""

PERCENT_WORDS: Final = ("%", "процент")
"""Without any of these a sentence holds no percentage."""

# What stands before them is looked at behind their first digits: for digits a text is gone through quickly.
PERCENT: Final = Pattern(r"(\d(?<![\d.,]\d)\d{0,2}(?:[.,]\d+)?)[ \u00a0\u202f]?(?:%|процент)")
"""A percentage in a sentence."""

YEAR: Final = Pattern(r"(?:19|20)(?<!\d\d\d)\d\d(?!\d)")
"""A year in a sentence."""

YEARS: Final = Pattern(r"((?:19|20)(?<!\d\d\d)\d\d)\s*[-–—]\s*((?:19|20)\d\d)(?!\d)")
"""A stretch of years in a title."""

PARTED_WORD: Final = Pattern(r"[а-яё]-\s+(?!(?:и|или|либо|а|но)\b)[а-яё]")
"""A word parted at the end of a line; «теле- и радиовещание» leaves out a part and is right."""

BREAKABLE: Final = Pattern(
    r"(?<=№) (?=\S)|(?<=\d) (?=%|‰|(?:тыс|млн|млрд|руб|гг?|мин|ч|ед|шт|чел)\b)"
    r"|(?<=\d) (?=(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b)"
    r"|(?<=\b[А-ЯЁ]\.) (?=[А-ЯЁ])"
)
"""A space at which a line must not end: after №, before a unit or a month, between initials and a surname."""

CASE_ENDINGS: Final = (
    (("ийся", "аяся"), 4, "ийся егося емуся имся емся аяся уюся ейся иеся ихся имися"),
    (("ие",), 2, "ие ия ию ии ий ием иям ых их ыми ими иях иями"),
    (("ый", "ий", "ой", "ая", "яя", "ое", "ые"), 2, "ый ий ой ого его ому ему ым им ом ем ая яя ую юю ое ее ей ые ие ых их ыми ими"),
    (("а", "я", "о", "е", "и", "ы", "ь", "й"), 1, " а я о е и ы ь й у ю ой ей ом ем ью ам ям ами ями ах ях ов ев ий ия ии ию"),
    (("ж", "ч", "ш", "щ"), 0, " а у е и ом ем ей ам ами ах"),
    (("",), 0, " а у е ы и ом ов ам ами ах"),
)  # fmt: skip
"""How words end in the dictionary, how much of it is the ending, and the endings of the other cases, between blanks: none
at all before the first blank; the first line fits."""

RUSSIAN_LETTERS: Final = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
"""The small letters."""

SMALL_LETTERS: Final = Pattern("[а-яё]+")
"""A stretch of small letters."""

RUSSIAN_WORD: Final = Pattern(r"[А-Яа-яЁё]{3,}")
"""A word that is long enough to be told from an abbreviation."""

TOLD_APART_BY_YO: Final = frozenset({
    "все", "всем", "всех", "чем", "небо", "узнаем", "совершенный", "совершенных", "совершенные", "совершенного",
    "признаем", "берет", "осел", "нем", "том", "счета", "села", "озера", "зерна", "ведра", "стекла", "колеса", "гнезда",
    "звезды", "сестры", "медсестры", "жены", "слезы", "ребра", "бревна", "весла", "седла", "падеж", "узнает", "признает",
})  # fmt: skip
"""Words that with ё are others than with е."""

COUNTED: Final = Pattern(
    rf"(?:(?<![\d.,–-])(?P<count>\d{{1,4}})|\b(?P<words>{NUMERAL})(?=[ \u00a0]отрасл))[ \u00a0]"
    r"(?:(?P<project>проект(?:а|ов)?)|(?P<indicator>показател(?:ь|я|ей))|(?P<industry>отрасл(?:ь|и|ей)))\b"
)
"""How many projects, indicators or industries a text counts."""

DEADLINE: Final = Pattern(
    r"\b(?:до|к)[ \u00a0](?:конца[ \u00a0]|концу[ \u00a0])?(?:\d{1,2}[ \u00a0][а-я]{3,8}[ \u00a0])?(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
"""A day or a year until which something is to be done."""

SENTENCE_END: Final = Pattern(r"[.;!?\n]")
"""Where a sentence or an item of a list ends."""

DONE: Final = Pattern(
    r"[а-яё]{4}(?:[её]н|ен[аоы]|ан[аоы]|[аеия]ли|л(?:ся|ась|ось|ись))\b|[а-яё]{2}[оеыи]вал[аои]?\b"
    r"|\b(?:был|стал|имел|в[её]л)[аои]?\b",
    re.IGNORECASE,
)
"""Words that tell of what is done already."""

RUNNING_TOTAL: Final = Pattern(r"нарастающ|накоплен|ежегодн|за год\b|в год\b", re.IGNORECASE)
"""Words that say whether the values of a number add up."""

REDUNDANT_WORDS: Final = (
    "ежегодно", "ежемесячно", "ежедневно", " месяце", " оптимальн", " сотрудничеств", " ваканси", "тся ведение",
    "тся обеспечение", "тся осуществление", "тся внедрение", "тся формирование", "тся использование",
)  # fmt: skip
"""Without any of these a text says nothing twice; asked first, because it is fast."""

REDUNDANT: Final = Pattern(
    # The first letters are asked for first, because it is fast.
    r"\b(?=[бвеимнофс])(?:ежегодно[ ,(–-]+(?:но )?(?:не [а-я]{4,6} )?(?:од[а-я]{2,4} )?раза? в год"
    r"|ежемесячно[ ,(–-]+(?:но )?(?:не [а-я]{4,6} )?(?:од[а-я]{2,4} )?раза? в месяц"
    r"|ежедневно[ ,(–-]+(?:но )?(?:не [а-я]{4,6} )?(?:од[а-я]{2,4} )?раза? в день"
    r"|в (?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре) месяце"
    r"|(?:самы[а-я]{1,2}|наиболее|более|максимально) оптимальн\w+|(?:совместн|взаимн|обоюдн)\w+ сотрудничеств\w+"
    r"|свободн\w+ ваканси\w+|вед[её]тся ведение|обеспечива[ею]тся обеспечение|осуществля[ею]тся осуществление"
    r"|внедря[ею]тся внедрение|формиру[ею]тся формирование|использу[ею]тся использование)\b",
    re.IGNORECASE,
)
"""Words of which one says nothing beside the other."""

FIGURE_IN_WORDS: Final = Pattern(
    r"\b(?:вдвое|втрое|вчетверо|дважды|трижды|половин\w+|трет[ьи]\b|четверт[ьи]\b|наполовину|в (?:два|три|четыре|полтора) раза"
    r"|(?:двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|ста)\b"
    r"|(?:дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|сто|сорока?)\b|(?:[а-яё]{2,}(?:надцат|дцат|десят)|сотн|тысяч)[а-яё]*"
    r"|пят(?:ая|ой|ую)[ \u00a0\n](?:част|дол)|кажд[а-яё]+[ \u00a0\n](?:втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят)[а-яё]+)",
    re.IGNORECASE,
)
"""How much or how many, said in words."""

WORD_TAIL: Final = Pattern(r"(?:ство|ость|зм|ь|[а-яё][аеёиоуыэюя])$")
"""The end of a noun that adjectives and other nouns of its root do not share: наука, научный; строительство, строительный."""

COORDINATED: Final = Pattern(r",| и ")
"""What stands between the parts of a title."""

COMPOUND_SEAM: Final = "но-"
"""What stands inside a compound of two adjectives, to be looked for first."""

COMPOUND: Final = Pattern(
    r"(?<![а-яё])(?P<head>[а-яё]{3,}н)о-(?P<tail>[а-яё]{4,}(?:[ыио]й|[ая]я|[ыи]е|[ыио]х|[ыи]м|[ыи]ми|ого|ому|ом|ую))\b"
)
"""An adjective made of two with a hyphen, in small letters."""

SOFT_ENDING: Final = Pattern(r"\b([а-яё]{4,}н)(?:яя|его|ему|юю|их|ими|ий|им)\b")
"""An adjective with soft endings, in small letters."""

HARD_ENDING: Final = Pattern(r"\b([а-яё]{4,}н)(?:ая|ое|ого|ому|ую|ых|ыми|ый|ом|ым)\b")
"""An adjective with hard endings, in small letters."""

SECOND_WORD: Final = Pattern(r"(?:[ыио]й|[ая]я|[ыи]е|[ыио]х|[ыи]м|[ыи]ми|ого|ому|ом|ую|ой) [(]?(?P<second>[а-яё]{4,})")
"""How an adjective ends before another one, of which the beginning is looked at."""

MINISTRY_WORD: Final = "министерств"
"""The word with which the name of a ministry begins, in small letters."""

MINISTRY: Final = Pattern(
    r"[Мм]инистерств\w*\s+(?P<of>[а-яё](?:(?!област|кра[йюя]|республик|автономн)[а-яё,\s-]){3,80}?)\s+(?:Российской\sФедерации|РФ|России)\b"
)
"""The name of a federal ministry; that of a region names the region."""

HENCEFORTH: Final = "(далее"
"""How brackets begin that say how something is called from there on, in small letters."""

COMPOUND_IN_BRACKETS: Final = Pattern(r"\((?P<first>[А-ЯЁ]{3,})(?: (?:[А-ЯЁ]+|«[^»]+»))*\)")
"""An abbreviation alone in brackets, or one with another or a name behind it, as in «(ГАС «Правосудие»)»."""

INTRODUCTIONS: Final = ("(", "далее – ", "далее ", "или ", "– ")
"""What stands before an abbreviation in brackets that are its explanation."""

FIELD_WORDS: Final = ("проактивн", "предиктивн", "оцифров", "токен", "фишинг", "биллинг")
"""Beginnings of words of the field that are right and young, so that the dictionary takes them for others."""

WHOLE_WORD: Final = Pattern(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
"""A word with all parts of a compound."""

WORD_ENDING: Final = Pattern(r"(?:[ыио]й|ть|[аяоеиыьй])$")
"""The end of a word in the form in which dictionaries have it, which other forms do not share."""

LETTERS: Final = "оеаинтслврдкмпбуягызчйхжюшцщфэъё"
"""The letters, those first that are likelier to be meant."""

CONJUNCTIONS: Final = frozenset({"и", "или", "либо", "а", "но"})
"""Words that join two of a kind."""

PREPOSITIONS: Final = {
    word: frozenset(cases.split())
    for cases, words in {
        "gent": "без для до из кроме от после против среди у вместо внутри путем путём посредством относительно",
        "datv": "к ко благодаря согласно вопреки",
        "accs": "через сквозь",
        "ablt": "над",
        "loct": "при",
        "ablt gent": "между",
        "accs ablt": "за под",
        "accs loct": "в во на о об",
        "datv accs loct": "по",
        "gent accs ablt": "с со",
    }.items()
    for word in words.split()
}
"""The cases that a preposition may ask for, in the words of the dictionary."""

GENITIVE_PHRASES: Final = frozenset({
    "на основе", "на основании", "на базе", "в целях", "в рамках", "в части", "в случае", "в сфере", "в области", "в ходе",
    "в течение", "в отношении", "в процессе", "за счет", "за счёт", "с целью", "с учетом", "с учётом", "с помощью",
    "при помощи", "по итогам", "по результатам",
})  # fmt: skip
"""A preposition and a noun that ask for the genitive together."""

ACTION_NOUNS: Final = ("ание", "ение", "ация", "яция", "ыция", "иция", "тие")
"""How nouns end that name an action."""

IMPERSONAL: Final = Pattern(
    r"\b(?:можно|нужно|надо|необходимо|приходится|следует|долж[а-я]+|легко|трудно)\b", re.IGNORECASE
)
"""Words that make a sentence of an infinitive."""

LIST_ITEM: Final = Pattern(r"^[^\S\n]*(?:[-*•]|\d+[.)])\s+(.+)$", re.MULTILINE)
"""An item of a list, without its sign."""

LINKED_STEM: Final = Pattern(r"[оеё]$")
"""How the first part of a compound ends, or an adverb."""

ADJECTIVE_ENDINGS: Final = ("ый", "ий", "ой")
"""How an adjective ends in the dictionary."""

WAIVED_UNTIL: Final = Pattern(
    r"\((?:до|по|until)\s+(?P<within>[^()]*\d{4}[^()]*)\)\s*$"
    r"|\b(?:до|по|until)\s+(?P<bare>\d{4}-\d\d-\d\d|\d\d?\.\d\d?\.\d{4})\s*$",
    re.IGNORECASE,
)
"""At the end of a reason for which a finding is let pass: the last day, as somebody wrote it."""

OUTER_QUOTES: Final = "«»"
"""How a quotation opens and closes."""

INNER_QUOTES: Final = "„“"
"""How a quotation inside another one opens and closes."""
