"""Quotes, ordinal numbers, names of words, and formulas read back as they were written."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from stratkit.amend.edits import apply_edits, plan_edits
from stratkit.amend.formulas import NEEDED, check_formulas
from stratkit.amend.grammar import Grammar, Node
from stratkit.amend.problems import Ambiguous, Missing
from stratkit.amend.quotes import balanced, naming, quote, unquote
from stratkit.diagnostics.errors import ConfigError
from stratkit.model.amendments import Amendments, Limits
from stratkit.model.frozen import replaced
from tests.amend.mutations import STRATEGIES

WORDS = st.lists(
    st.sampled_from(["слово", "«Наука»", "5", "12,5", "в", "год,", "«А «Б»»", "(н/д)", "100 %", "–"]), max_size=12
)


@pytest.fixture(scope="module")
def grammar(formulas: Amendments) -> Grammar:
    return Grammar(formulas)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("слово", "«слово»"),
        ("Платформа «Наука»", "«Платформа «Наука»"),
        ("«Наука» и школа", "««Наука» и школа»"),
        ("«Наука»", "««Наука»»"),
        ("А «Б «В»»", "«А «Б «В»»"),
    ],
)
def test_closing_quotes_that_meet_are_written_once(text: str, quoted: str) -> None:
    assert quote(text) == quoted
    assert unquote(quoted[1:-1]) == text


@given(WORDS.map(" ".join).filter(bool))
def test_quotes_lose_nothing(text: str) -> None:
    assert balanced(text)
    assert unquote(quote(text)[1:-1]) == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5", "digit"), ("45", "digits"), ("83,68¹", "digits"), ("5 000", "digits"), ("2022–2024", "digits"),
        ("95 %", "words"), ("н/д", "word"), ("№ 5", "words"), ("–", "sign"), ("слово", "word"), ("2024 год", "words"),
    ],
)  # fmt: skip
def test_a_number_with_a_unit_is_words(text: str, name: str) -> None:
    assert naming(text) == name


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "первый"), (2, "второй"), (3, "третий"), (4, "четвёртый"), (6, "шестой"), (11, "одиннадцатый"), (20, "двадцатый"),
     (21, "двадцать первый"), (33, "тридцать третий"), (40, "сороковой"), (47, "сорок седьмой"), (90, "девяностый"), (99, "девяносто девятый")],
)  # fmt: skip
def test_paragraphs_are_counted_in_words(number: int, words: str, grammar: Grammar) -> None:
    assert grammar.ordinals.write(number, "masculine", "accusative") == words


@pytest.mark.parametrize(
    ("number", "prepositional", "genitive", "feminine"),
    [
        (3, "третьем", "третьего", "третьей"),
        (2, "втором", "второго", "второй"),
        (21, "двадцать первом", "двадцать первого", "двадцать первой"),
    ],
)
def test_ordinal_numbers_are_inflected(
    number: int, prepositional: str, genitive: str, feminine: str, grammar: Grammar
) -> None:
    write = grammar.ordinals.write
    assert write(number, "masculine", "prepositional") == prepositional
    assert write(number, "masculine", "genitive") == genitive
    assert write(number, "feminine", "prepositional") == feminine


def test_every_formula_is_read_as_it_was_written(grammar: Grammar) -> None:
    edits = (Node("edit", "replace", {"old": "40", "new": "45"}), Node("edit", "remove", {"old": "слово «А»"}))
    cells = (Node("cell", "cell", {"column": Node("column", "named", {"title": "2024"}), "edits": edits[:1]}),) * 2
    row = Node("row", "numbered", {"number": "3.1"})
    position = Node("in-position", "some", {"position": Node("position", "ordinal", {"ordinal": "23"})})
    where = Node("in-list", "some", {"list": Node("list", "list", {"words": "Вызовы:"})})
    nodes = [
        Node(
            "body", "edit", {"in-list": where, "paragraph": Node("paragraph", "point", {"number": "3"}), "edits": edits}
        ),
        Node(
            "body",
            "wording",
            {"in-list": Node("in-list", "none"), "paragraph": Node("paragraph", "ordinal", {"ordinal": "22"})},
        ),
        Node(
            "body",
            "repeal",
            {"in-list": Node("in-list", "none"), "paragraph": Node("paragraph", "beginning", {"words": "В «Науке»"})},
        ),
        Node("table", "cells", {"row": row, "in-position": position, "cells": cells}),
        Node("table", "remove-row", {"row": Node("row", "named", {"title": "Ресурсы"})}),
    ]
    for node in nodes:
        assert grammar.read(node.rule, grammar.write(node)) == [node]


def test_words_that_stand_twice_are_refused() -> None:
    with pytest.raises(Ambiguous):
        apply_edits("40 и 140", [Node("edit", "replace", {"old": "40", "new": "45"})])
    with pytest.raises(Missing):
        apply_edits("40 и 140", [Node("edit", "replace", {"old": "41", "new": "45"})])


@given(WORDS.map(" ".join).filter(bool), WORDS.map(" ".join).filter(bool))
def test_planned_edits_give_the_new_wording(old: str, new: str) -> None:
    edits = plan_edits(old, new, Limits(edits=5, changed=100))
    if edits is not None and old != new:
        assert apply_edits(old, edits) == new


def test_the_formulas_of_the_repository_are_complete() -> None:
    rules = yaml.safe_load((STRATEGIES / "catalog" / "amendments.yaml").read_text(encoding="utf-8"))["rules"]
    assert {rule: tuple(forms) for rule, forms in rules.items()} == dict(NEEDED)


def test_a_missing_formula_is_named(formulas: Amendments) -> None:
    rules = {rule: dict(forms) for rule, forms in formulas.rules.items()}
    del rules["table"]["remove-row"]
    with pytest.raises(ConfigError, match="table/remove-row"):
        check_formulas(replaced(formulas, rules=rules))
