"""Sets of words as bits say what sets of words say."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from stratkit.lint.bits import Counts, Numbered, single

WORDS = st.lists(st.sets(st.sampled_from([f"word{number}" for number in range(40)])), max_size=40)


@given(WORDS)
def test_counts_are_those_of_sets(sets: list[set[str]]) -> None:
    bits = Numbered()
    counts = Counts(sum(bits[word] for word in words) for words in sets)
    expected = Counter(chain.from_iterable(sets))
    assert {word: counts.of(bit) for word, bit in bits.items()} == expected
    names = {bit: word for word, bit in bits.items()}
    for least in range(1, len(sets) + 2):
        found = {names[bit] for bit in single(counts.at_least(least))}
        assert found == {word for word, count in expected.items() if count >= least}


def test_a_word_keeps_its_bit() -> None:
    bits = Numbered()
    assert [bits[word] for word in ("a", "b", "a", "c")] == [1, 2, 1, 4]
    assert list(single(0b1101)) == [1, 4, 8]
