"""Names are found in whatever case, and as names: not as patterns."""

from __future__ import annotations

import warnings

import pytest

from stratkit.lint.texts import inflected


@pytest.mark.parametrize("name", ["данные [открытые", "данные ^открытые", "данные ]открытые"])
def test_signs_of_patterns_in_a_name_are_looked_for_as_they_stand(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a pattern that Python finds doubtful
        found = inflected(name)
    said = found.search(f"публикуются {name} для всех")
    assert said is not None
    assert said[0] == name
    assert found.search("публикуются данные открытые для всех") is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("открытые данные", "об Открытых данных региона"),
        ("большие данные", "с большими данными"),
        ("беспилотная авиация", "в беспилотной авиации"),
        ("развитие сетей", "благодаря развитию сетей"),
        ("учащийся", "для учащихся"),
    ],
)
def test_a_name_is_found_with_other_endings(name: str, text: str) -> None:
    assert inflected(name).search(text)


@pytest.mark.parametrize(
    ("name", "text"), [("развитие сетей", "развита сетей"), ("большие данные", "большинство данных")]
)
def test_another_word_is_not_taken_for_the_name(name: str, text: str) -> None:
    assert not inflected(name).search(text)
