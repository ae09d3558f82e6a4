"""What a plain YAML scalar means here: the YAML 1.2 core schema, without its traps."""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, Scalar] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip

_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}\Z")

# Read one way by one program and another way by the next, or by the person who wrote them.
_TRAP = re.compile(
    r"(?i:yes|no|on|off|y|n|да|нет)\Z"
    r"|[-+]?0[0-9_]+\Z"  # 010: octal or ten?
    r"|[-+]?0(?i:[xob])[0-9a-fA-F_]+\Z"
    r"|[-+]?[0-9]+(?:\.[0-9]*)?[eE][-+]?[0-9]+\Z"
    r"|[-+]?[0-9]+(?:_[0-9]+)+\Z"
    r"|[-+]?[0-9]+(?::[0-5]?[0-9])+\Z"  # 12:30 is 750 in YAML 1.1
    r"|[-+]?\.[0-9]+\Z|[-+]?[0-9]+\.\Z"
    r"|[-+]?\.(?i:inf|nan)\Z"
    r"|[-+]?[0-9]{19,}(?:\.[0-9]+)?\Z|[-+]?[0-9]+\.[0-9]{18,}\Z"
)
_TRAP_STARTS = frozenset("yYnNoOдДнН0123456789+-.")
STARTS = _TRAP_STARTS | {word[:1] for word in _WORDS}
"""What is no word, no number and no trap begins with another sign: most texts and ids."""


def resolve_plain(text: str) -> tuple[Scalar, bool]:
    """The value of an unquoted scalar, and whether it is a trap.

    A trap keeps its text as the value; the reader reports it.
    """
    first = text[:1]
    if first not in STARTS:
        return text, False
    if text in _WORDS:
        return _WORDS[text], False
    if first in _TRAP_STARTS:
        if _INT.match(text):
            return int(text), False
        if _FLOAT.match(text):
            return float(text), False
        return text, _TRAP.match(text) is not None
    return text, False
