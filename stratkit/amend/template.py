"""A formula taken apart: fixed words and the places between them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from enum import Enum
from typing import get_args

from stratkit.immutable import immutable
from stratkit.model.amendments import Case, Gender

_PLACE = re.compile(r"«([a-z_]+)»|\{(=?)([a-z-]+)(?:/([a-z_]+))?\}")
_CASES: Mapping[str, Case] = {one: one for one in get_args(Case)}
_GENDERS: Mapping[str, Gender] = {one: one for one in get_args(Gender)}


class Kind(Enum):
    """What a piece of a formula is."""

    TEXT = "fixed words"
    WORD = "a word of the table, in a case"
    QUOTE = "any words in quotes"
    NAMING = "what the words in quotes are: a digit, digits, a word, words, a sign"
    NUMBER = "a number of the document"
    ORDINAL = "an ordinal number in words"
    RULE = "another formula"
    SERIES = "another formula, several times"


@immutable
class Piece:
    """One piece of a formula; without a case it takes the case of the whole."""

    kind: Kind
    name: str
    case: Case | None = None
    gender: Gender = "masculine"


def pieces(formula: str, series: Container[str]) -> Iterator[Piece]:
    """The pieces of *formula*; *series* are the names of the formulas that are repeated."""
    quotes = {match.group(1) for match in _PLACE.finditer(formula)}
    at = 0
    for match in _PLACE.finditer(formula):
        if match.start() > at:
            yield Piece(Kind.TEXT, formula[at : match.start()])
        at = match.end()
        words, fixed, name, form = match.groups()
        if words:
            yield Piece(Kind.QUOTE, words)
        elif fixed:
            yield Piece(Kind.WORD, name, _CASES.get(form))
        elif name == "number":
            yield Piece(Kind.NUMBER, name)
        elif name == "ordinal":
            yield Piece(Kind.ORDINAL, name, gender=_GENDERS[form])
        elif name in quotes:
            yield Piece(Kind.NAMING, name, _CASES.get(form))
        else:
            yield Piece(Kind.SERIES if name in series else Kind.RULE, name, _CASES.get(form))
    if at < len(formula):
        yield Piece(Kind.TEXT, formula[at:])
