"""Names are found in whatever case, and as names: not as patterns."""

from __future__ import annotations

import warnings

import pytest

from stratkit.lint.names import naming


def _found(name: str, text: str, start: int = 0) -> list[str]:
    return [one[0] for one in naming(name, text, text.lower(), start)]


@pytest.mark.parametrize("name", ["данные [открытые", "данные ^открытые", "данные ]открытые"])
def test_signs_of_patterns_in_a_name_are_looked_for_as_they_stand(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a pattern that Python finds doubtful
        found = _found(name, f"публикуются {name} для всех")
    assert found == [name]
    assert _found(name, "публикуются данные открытые для всех") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("открытые данные", "об Открытых данных региона"),
        ("большие данные", "с большими данными"),
        ("беспилотная авиация", "в беспилотной авиации"),
        ("развитие сетей", "благодаря развитию сетей"),
        ("учащийся", "для учащихся"),
        ("врач ОМС", "Врачами ОМС"),
    ],
)
def test_a_name_is_found_with_other_endings(name: str, text: str) -> None:
    assert len(_found(name, text)) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [("развитие сетей", "развита сетей"), ("большие данные", "большинство данных"), ("врач ОМС", "врачами омс")],
)
def test_another_word_is_not_taken_for_the_name(name: str, text: str) -> None:
    assert _found(name, text) == []


def test_a_name_is_found_wherever_it_stands_behind_the_beginning_asked_for() -> None:
    text = "Большие данные, большинство данных, больших больших данных, о больших\nданных"
    assert _found("большие данные", text) == ["Большие данные", "больших данных", "больших\nданных"]
    assert _found("большие данные", text, 1) == ["больших данных", "больших\nданных"]
