"""Texts are found by what stands in them, whatever stands beside it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratkit.diagnostics import Origin
from stratkit.lint import texts
from stratkit.lint.pieces import in_bytes
from stratkit.lint.shapes import in_shape, shape
from stratkit.lint.texts import Text

WORDS = st.lists(st.text("абАё -«№?0\0\nß漢²", max_size=14), max_size=6)


class _Region:
    """Stands for a strategy."""


@given(WORDS, st.text("абё -«№?", min_size=1, max_size=4))
def test_a_text_is_found_by_each_sign_that_stands_in_it(words: list[str], sign: str) -> None:
    region: Any = _Region()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "_collect", lambda _: (Text(Origin("a.yaml"), ("title",), one) for one in words))
        found = [text.words for text in texts.texts_with(region, sign)]
        places = [(text.words, place) for text, place in texts.places_of(region, sign)]
    assert found == [one for one in words if sign in one.lower()]
    assert places == [(one, place) for one in words for place in range(len(one)) if one.lower().startswith(sign, place)]


@given(WORDS, st.text("a A0«", min_size=1, max_size=4).filter(str.strip))
def test_a_text_is_found_by_each_shape_that_stands_in_it(words: list[str], like: str) -> None:
    region: Any = _Region()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "_collect", lambda _: (Text(Origin("a.yaml"), ("title",), one) for one in words))
        found = [text.words for text in texts.texts_like(region, in_shape(like))]
    assert found == [one for one in words if in_shape(like) in shape(in_bytes(one.replace("\0", "\x01")))]


@given(WORDS, st.lists(st.text("абё -«№?", min_size=1, max_size=4), min_size=1, max_size=3))
def test_a_text_in_which_all_signs_stand_is_found(words: list[str], signs: list[str]) -> None:
    region: Any = _Region()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "_collect", lambda _: (Text(Origin("a.yaml"), ("title",), one) for one in words))
        found = [text.words for text in texts.texts_with_all(region, *signs)]
    assert found == [one for one in words if all(sign in one.lower() for sign in signs)]


@given(WORDS)
def test_a_text_that_says_a_word_twice_in_a_row_is_among_those_that_repeat_something(words: list[str]) -> None:
    region: Any = _Region()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "_collect", lambda _: (Text(Origin("a.yaml"), ("title",), one) for one in words))
        found = [text.words for text in texts.repeating(region)]
    cut = [(one, [piece for piece in one.lower().split() if piece != "\0"]) for one in words if "\0" not in one]
    assert [one for one, pieces in cut if any(map(str.__eq__, pieces, pieces[1:]))] == [
        one for one in found if any(map(str.__eq__, one.lower().split(), one.lower().split()[1:])) and "\0" not in one
    ]
