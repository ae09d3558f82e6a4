"""What is looked for once in each word of a process is found in every text of every region."""

from __future__ import annotations

import pytest

from stratkit.diagnostics.pattern import Pattern
from stratkit.lint import lexicon as module
from stratkit.lint.lexicon import Lexicon, lexicon
from stratkit.lint.pieces import in_bytes


def _pieces(words: str) -> list[bytes]:
    return [in_bytes(word) for word in words.split()]


def test_a_sign_is_found_in_pieces_met_before_and_after_it_was_first_asked_for() -> None:
    known = Lexicon()
    known.meet(_pieces("область дом"))
    known.meet(_pieces("дом района"))
    assert set(known.having("об")) == set(_pieces("область"))
    known.meet(_pieces("дом оборона"))
    known.meet(_pieces("проба"))
    assert set(known.having("об")) == set(_pieces("область оборона проба"))
    assert set(known.having("дом")) == set(_pieces("дом"))


@pytest.mark.parametrize(
    ("sign", "found"), [(" об", "область оба,"), ("ба ", "проба"), ("ба", "проба оба,"), (" оба, ", "оба,"), ("н", "")]
)
def test_a_blank_is_the_beginning_or_the_end_of_a_piece(sign: str, found: str) -> None:
    known = Lexicon()
    known.meet(_pieces("проба область оба,"))
    assert set(known.having(sign)) == set(_pieces(found))


def test_shapes_and_patterns_are_asked_for_as_letters_are() -> None:
    known = Lexicon()
    known.meet(_pieces("5% слово,слово ранняя поздний"))
    assert set(known.having(b"0%")) == set(_pieces("5%"))
    assert set(known.having(b"a,a")) == set(_pieces("слово,слово"))
    assert set(known.having(Pattern("(?:няя|ний)(?= )"))) == set(_pieces("ранняя поздний"))


def test_a_full_lexicon_is_left_to_those_who_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 2)
    first = lexicon(_pieces("один два три"))
    second = lexicon(_pieces("четыре"))
    assert set(first.having("три")) == set(_pieces("три"))
    assert set(second.having("е")) == set(_pieces("четыре"))
