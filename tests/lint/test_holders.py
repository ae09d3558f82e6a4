"""Who has which word, in bits, says what sets of words say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stratkit.lint.holders import Counts, Holders

WORDS = st.sets(st.sampled_from([f"word{number}".encode() for number in range(40)]))


@given(st.lists(WORDS, max_size=40), WORDS)
def test_those_are_found_that_have_one_of_the_words(things: list[set[bytes]], asked: set[bytes]) -> None:
    found = Holders(things).any_of(asked)
    assert [bool(found >> number & 1) for number in range(len(things))] == [bool(one & asked) for one in things]


@given(st.lists(WORDS, max_size=40), WORDS)
def test_most_are_those_that_have_most_of_the_words(things: list[set[bytes]], asked: set[bytes]) -> None:
    holders = Holders(things)
    counts = Counts(holders.get(word, 0) for word in asked)
    shared = [len(one & asked) for one in things]
    most, who = counts.most()
    assert most == max(shared, default=0)
    assert who == sum(1 << number for number, count in enumerate(shared) if count == most > 0)
