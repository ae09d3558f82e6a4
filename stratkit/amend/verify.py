"""The proof: the words of the act, carried out on the edition in force, give the new edition.

Nothing of how the act was planned is used here: the act is read from the page as it was written,
understood by the formulas, and carried out on the plain words of the old document.
"""

from __future__ import annotations

from itertools import zip_longest

from stratkit.amend.apply import carry_out
from stratkit.amend.grammar import Grammar
from stratkit.amend.parse import parse_act
from stratkit.amend.plain import Section, lines
from stratkit.amend.problems import Unproven
from stratkit.amend.reader import read_document


def prove(page: str, old: Section, new: Section, grammar: Grammar) -> None:
    """Check that the act written as the HTML *page* turns *old* into *new*, word by word.

    Args:
        page: the act as written.
        old: the plain words of the edition in force; the act is carried out on them.
        new: the plain words of the new edition.
        grammar: the formulas.

    Raises:
        Unproven: it does not; the exception says where, and in which section if that is known.
    """
    result = carry_out(parse_act(read_document(page), grammar), old)
    if list(lines(result)) != list(lines(new)):
        raise _difference(result, new)


def _difference(result: Section, new: Section) -> Unproven:
    """The first place at which two documents differ, with the innermost section around it."""
    part = ""
    sections = [section for section in new.walk() if section is not new]
    seen = -1
    for found, wanted in zip_longest(lines(result), lines(new)):
        if wanted is not None and wanted[0] == "section" and wanted[1] != 0:
            seen += 1
            part = sections[seen].key
        if found != wanted:
            return Unproven(f"{found} / {wanted}", part)
    return Unproven(new.label)
