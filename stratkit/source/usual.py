"""Files in the usual form, as ``fmt`` and ``new`` leave them, read line by line: several times as fast as by libyaml.

Hardly anything of YAML is understood here: block mappings and lists indented by two, flow lists and mappings on one
line, plain and quoted texts on one line, blocks (``>-`` and ``|``). A file with anything else is left, as a whole, to
:mod:`stratkit.source.reader`, and so is each that may have something wrong with it. So this way never finds fault with a
file: it is sure of what the file says, or says nothing. Tests hold it against libyaml, values and places.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from typing import Any, NamedTuple

from stratkit.source.parsed import MAX_TEXT, MAX_VALUES
from stratkit.source.scalars import STARTS, Scalar, resolve_plain

Line = tuple[str, str, str, str, str, str, str, str, str, str, str, str, str]
"""A line with the block that belongs to it, taken apart: see :func:`_line`."""

Part = tuple[str, str, str, str, str, str, str, str]
"""A value of a list or mapping in brackets, taken apart: see :func:`part`."""

_KEY = r"[A-Za-z0-9_][A-Za-z0-9_-]{0,99}+"
# Signs with which no plain text begins.
_NEVER = r" \n\xa0\-?:,\[\]{}#&*!|>'\"%@`"
# Signs with which words, numbers and traps begin; beyond Latin the letters between, too: a range is compiled much faster.
_BEGINS = "".join(sorted(sign for sign in STARTS - {"", "-"} if sign < "\x80")) + "{}-{}".format(
    min(found := STARTS - {"", *map(chr, range(0x80))}), max(found)
)
_ODD = f"[{_BEGINS}]"
_SURE = f"[^{_NEVER}{_BEGINS}]"
# What begins with another sign is a text, and so is what holds a space.
_TEXT = rf"(?:{_SURE}[^ \n]*+|{_ODD}[^ \n]*+ )(?! *+#).*+(?<!:)"
_SHORT = r"[^ ,\[\]{}:?\n]{0,40}+"
_WORD = rf"(?:{_ODD}|-(?=[0-9])){_SHORT}"
_QUOTED = r"\"[^\"\\\n]*+\"|'[^'\n]*+(?:''[^'\n]*+)*+'"
# In brackets a text ends at a comma and at brackets, too; colons and question marks are read in several ways.
_FLOW_TEXT = rf"(?:{_SURE}|{_ODD}[^ ,\[\]{{}}:?\n]*+ )[^,\[\]{{}}:?\n]*+(?<! )"
# Lists and mappings of nothing but texts and words.
_ITEM = rf"(?:{_FLOW_TEXT}|{_WORD})"
_LIST = rf"\[(?:{_ITEM}(?:, (?!\])|(?=\])))++\]"
_PAIRS = rf"\{{(?:{_KEY}: {_ITEM}(?:, (?!\}})|(?=\}})))++\}}"
_NO_BRACKET = r"[^\[\]{}\n]"
_INNER = rf"\[(?:{_NO_BRACKET}|\{{{_NO_BRACKET}*+\}})*+\]|\{{(?:{_NO_BRACKET}|\[{_NO_BRACKET}*+\])*+\}}"


# Patterns are compiled when they are needed: that takes as long as ten files.
@cache
def _line() -> re.Pattern[str]:
    """A line: indent, dash, key, then one of: text, word, quoted text, simple list, simple mapping, other brackets, sign and lines of a block.

    Then blank lines and comments. What none of this fits, with all that follows it, is the last group.
    """
    return re.compile(
        # A key or a dash at least. The indent also bounds how deep values stand within each other.
        # What may be missing is written (?:…|): (…)? takes several times as long.
        rf"( {{0,60}}+)(?:(- )|)(?:({_KEY}):(?: |(?=\n))|)(?(2)|(?(3)|(?!)))"
        rf"(?>({_TEXT})|((?:{_WORD}|{_SURE}{_SHORT})(?=[ \n]))|({_QUOTED})|({_LIST}(?=[ \n]))|({_PAIRS}(?=[ \n]))|(\[.*\]|\{{.*\}})"
        # What belongs to a block is indented by two more than its key or its dash. Nothing may stand behind a key alone.
        rf"|([|>]-?)(\n\1(?(2)  )(?(3)  )[^ \n].*+(?:\n++\1(?(2)  )(?(3)  ).++)*+)|(?(3)|(?!)))"
        # Behind a block an indented comment may belong to it.
        r"(?:(?<! )| ++#.*+)\n(?:(?= *+[#\n])((?(10)(?:#.*+)?+\n|(?: *+#.*+)?+\n)*+)|)"
        r"|([\s\S]++)"
    )


@cache
def part() -> re.Pattern[str]:
    """What stands in brackets: key, then one of: text, word, quoted text, simple list, simple mapping, other brackets; last what none of this fits."""
    return re.compile(
        rf"(?>({_KEY}): |)(?:({_FLOW_TEXT})|({_WORD})|({_QUOTED})|({_LIST})|({_PAIRS})|({_INNER}))(?:, |(?=[\]}}]\Z))"
        r"|[\]}]\Z|([\s\S]++)"
    )


_TOP = re.compile(r"(?:(?: *+#.*+)?+\n)*+")


class Unsure(Exception):  # noqa: N818 - it is a signal within this file, not an error
    """The text is not in the usual form, or may have something wrong with it."""


class Usual(NamedTuple):
    """A file in the usual form.

    Args:
        value: what it holds.
        lines: taken apart.
        first: how many lines stand before them.
        places: where in them the values stand: of a mapping by key, of a list in order, the number of the line; of a list
            or mapping on lines of its own the number of the first and the same of what stands in it.
    """

    value: dict[str, Any]
    lines: list[Line]
    first: int
    places: dict[str, Any]


def read_usual(text: str) -> Usual | None:
    """What *text*, decoded and with line feeds, holds; None: it is not sure."""
    if len(text) > 2 * MAX_VALUES:  # each takes more than two signs
        return None
    # Tabs, controls, marks of direction, other ends of lines: nothing that is not seen, but for the no-break space.
    if not text.replace("\n", " ").replace("\xa0", " ").isprintable():
        return None
    top = _TOP.match(text)
    start = top.end() if top else 0
    lines: list[Line] = _line().findall(text, start)
    if not lines or lines[-1][-1] or not any(lines[-1][3:-2]):
        return None
    # In a plain text it begins a comment; in quotes it is rare. One sign is found much faster than two.
    if text.find("#", start) > 0 and any(" #" in part for line in lines for part in line[3:9]):
        return None
    if len(text) > MAX_TEXT and max(map(len, chain.from_iterable(lines))) > MAX_TEXT:
        return None
    try:
        value, places = _values(lines)
    except Unsure:
        return None
    return Usual(value, lines, text.count("\n", 0, start), places)


def _values(lines: list[Line]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What *lines* hold, and where."""
    levels = _Levels()
    items, inside, width = levels.stack[0]
    opened = ""
    for number, (indent, dash, key, text, word, quoted, listed, pairs, flow, style, block, _, _) in enumerate(lines):
        if len(indent) != width or dash or opened:
            items, inside, width = levels.at(len(indent), dash, key, opened, number)
            opened = ""
        if text:
            if ": " in text:
                raise Unsure
            value: Any = text
        elif word:
            value = _word(word)
        elif style:
            value = block_text(style, block, width + 2)
        elif listed or pairs or flow or quoted:
            value = _other(quoted, listed, pairs, flow)
        else:  # it stands on the next line, indented
            opened, value = key, None
        if not key:
            items.append(value)
            inside.append(number)
            width = -1  # no line adds to a list without being looked at above
        elif key in items:
            raise Unsure
        else:
            items[key] = value
            inside[key] = number
    return levels.root


class _Levels:
    """The mappings and lists in which a line stands, the innermost last: values, places, column."""

    def __init__(self) -> None:
        self.root: tuple[dict[str, Any], dict[str, Any]] = {}, {}
        self.stack: list[tuple[Any, Any, int]] = [(*self.root, 0)]

    def at(self, column: int, dash: str, key: str, opened: str, number: int) -> tuple[Any, Any, int]:
        """That to which the line *number* adds, which begins in *column*; *opened* is the key whose value begins with it."""
        stack = self.stack
        items, inside, width = stack[-1]
        if opened:
            if column != width + 2:
                raise Unsure
            items[opened] = made = _empty(dash)
            inside[opened] = number, (noted := _empty(dash))
            stack.append((made, noted, column))
        else:
            while width > column:
                stack.pop()
                items, inside, width = stack[-1]
            if width != column or (type(items) is list) is (dash == ""):
                raise Unsure
        if dash and key:
            items, inside, _ = stack[-1]
            items.append(first := _empty(""))
            inside.append((number, places := _empty("")))
            stack.append((first, places, column + 2))
        return stack[-1]


def _empty(dash: str) -> Any:
    return [] if dash else {}


def _flow(flow: str) -> Any:
    """The value of a list or mapping in brackets."""
    parts: list[Part] = part().findall(flow, 1)
    end = parts.pop()
    if end[-1] or flow[0] + flow[-1] not in ("[]", "{}"):
        raise Unsure
    made: dict[str, Any] = {}
    items: list[Any] = []
    for key, text, word, quoted, listed, pairs, inner, _ in parts:
        if text:
            value: Any = text
        elif word:
            value = _word(word)
        else:
            value = _other(quoted, listed, pairs, inner)
        if key:
            made[key] = value
        else:
            items.append(value)
    if flow[0] == "[":
        if made:
            raise Unsure
        return items
    if len(made) != len(parts):
        raise Unsure
    return made


def _other(quoted: str, listed: str, pairs: str, flow: str) -> Any:
    """The value of what is quoted or stands in brackets."""
    if listed:
        return list(_listed(listed))
    if not pairs:
        return _flow(flow) if flow else unquoted(quoted)
    made: dict[str, Scalar] = {}
    parts = pairs[1:-1].split(", ")
    for part in parts:
        key, one = part.split(": ")
        made[key] = one if one[0] not in STARTS or " " in one else _word(one)
    if len(made) != len(parts):
        raise Unsure
    return made


# Nine of ten lists stood in another file before.
@lru_cache(maxsize=1024)
def _listed(listed: str) -> tuple[Scalar, ...]:
    """What a list of texts and words holds."""
    return tuple(one if one[0] not in STARTS or " " in one else _word(one) for one in listed[1:-1].split(", "))


# Words are short, so hardly anything is kept.
@lru_cache(maxsize=4096)
def _word(text: str) -> Scalar:
    """The value of a plain scalar that may be a word or a number."""
    value, trap = resolve_plain(text)
    if trap:
        raise Unsure
    return value


def unquoted(quoted: str) -> str:
    """What stands between the quotes."""
    return quoted[1:-1] if quoted[0] == '"' else quoted[1:-1].replace("''", "'")


def block_text(style: str, block: str, indent: int) -> str:
    """The text of a block: with its lines as they stand, or folded into one."""
    pad = "\n" + " " * indent
    if style[0] == "|":
        text = block.replace(pad, "\n")[1:]
    else:
        text = block.replace(pad, " ")[1:]
        if "\n" in text or ("  " in text and f"{pad} " in block):  # paragraphs, or lines that are kept apart
            raise Unsure
    return text if style[-1] == "-" else f"{text}\n"
