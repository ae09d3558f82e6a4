"""A word joins a list in a file, and nothing else changes."""

from __future__ import annotations

import pytest

from stratkit.source.append import append_word
from stratkit.source.reorder import UnmovableError


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", "a: 1\nlint:\n  words: [слово]\n"),
        ("lint:\na: 1\n", "lint:\n  words: [слово]\na: 1\n"),
        ("lint: # почему\na: 1\n", "lint: # почему\n  words: [слово]\na: 1\n"),
        ("lint:\n    ignore: [X]  # да\n\na: 1\n", "lint:\n    ignore: [X]  # да\n    words: [слово]\n\na: 1\n"),
        ("lint:\n  words: [доезд]\n", "lint:\n  words: [доезд, слово]\n"),
        ("lint:\n  words: [доезд,]  # сюда\n", "lint:\n  words: [доезд, слово,]  # сюда\n"),
        ("lint:\n  words: []\n", "lint:\n  words: [слово]\n"),
        ("lint:\n  words:\n  ignore: [X]\n", "lint:\n  words: [слово]\n  ignore: [X]\n"),
        ("lint:\n  words: null\n", "lint:\n  words: [слово]\n"),
        ("lint:\n  words:\n    - доезд  # да\n  ignore: [X]\n", "lint:\n  words:\n    - доезд  # да\n    - слово\n  ignore: [X]\n"),
    ],
)  # fmt: skip
def test_a_word_is_the_last_of_its_list(before: str, after: str) -> None:
    assert append_word(before, "lint", "words", "слово") == after


@pytest.mark.parametrize("text", ["lint: {words: [доезд]}\n", "lint: да\n", "lint:\n  words: доезд\n"])
def test_what_is_no_list_is_left_alone(text: str) -> None:
    with pytest.raises(UnmovableError):
        append_word(text, "lint", "words", "слово")
