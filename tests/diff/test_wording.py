from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratkit.diff.wording import redline
from stratkit.model.wording import editorial, pairs


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ребенок", "ребёнок"),
        ("Сервис «А», Б", "сервис А Б."),
        ("раз  два", "раз два"),
        ("онлайн-запись", "онлайн запись"),
    ],
)
def test_editorial(old: str, new: str):
    assert editorial(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1,5", "15"),
        ("не менее 5", "менее 5"),
        ("на -3", "на 3"),
        ("50 %", "50"),
        ("10 20", "1020"),
        ("п. 1.2", "п. 12"),
    ],
)
def test_of_substance(old: str, new: str):
    assert not editorial(old, new)


@settings(deadline=None)
@given(st.text(alphabet="аб 1,.\n"), st.text(alphabet="аб 1,.\n"))
def test_a_redline_holds_both_texts(old: str, new: str):
    steps = redline(old, new)
    assert "".join(words for kind, words in steps if kind != "added") == old
    assert "".join(words for kind, words in steps if kind != "removed") == new


@settings(deadline=None)
@given(
    st.lists(st.text(alphabet="абвг ", max_size=8), max_size=6),
    st.lists(st.text(alphabet="абвг ", max_size=8), max_size=6),
)
def test_every_text_is_matched_once(old: list[str], new: list[str]):
    found = list(pairs(old, new))
    assert sorted(i for i, _ in found if i is not None) == list(range(len(old)))
    assert sorted(k for _, k in found if k is not None) == list(range(len(new)))


def test_a_moved_sentence_in_front_does_not_shift_the_rest():
    assert list(pairs(["раз", "два"], ["новое", "раз", "два"])) == [(None, 0), (0, 1), (1, 2)]
