"""The numbered lists of a strategy: every entry with its number, its page and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from stratkit.diagnostics import Origin, mark
from stratkit.model.base import Point
from stratkit.model.linked import Industry, Numbered, Strategy


class Entry(NamedTuple):
    """An entry of a numbered list."""

    number: int | str
    page: int | None
    origin: Origin


_known: WeakKeyDictionary[Strategy, tuple[tuple[str, list[Entry]], ...]] = WeakKeyDictionary()


def numbered_lists(strategy: Strategy) -> tuple[tuple[str, list[Entry]], ...]:
    """Every list in which official numbers must not repeat, with its name, in the order of the files; collected once."""
    found = _known.get(strategy)
    if found is None:
        found = _known[strategy] = tuple(_lists(strategy))
    return found


def _lists(strategy: Strategy) -> Iterator[tuple[str, list[Entry]]]:
    yield mark("industries"), _entities(strategy.industries)
    yield mark("tasks"), _entities(strategy.tasks)
    yield mark("programmes"), _entities(strategy.programmes)
    yield mark("acts of basis"), _entities(strategy.basis)
    yield mark("beneficiaries"), _entities(one for one in strategy.beneficiaries if one.number)
    for industry in strategy.industries:
        yield mark("projects of an industry"), _entities(industry.projects)
        yield mark("challenges of an industry"), _entities(industry.challenges)
        yield mark("problems"), _points(industry, "problems", industry.problems)
        yield mark("risks"), _points(industry, "risks", industry.risks)


def _entities(found: Iterable[Numbered]) -> list[Entry]:
    return [Entry(one.number, one.page, one.origin) for one in found]


def _points(industry: Industry, part: str, points: Iterable[Point]) -> list[Entry]:
    return [Entry(point.number, point.page, industry.origin.at(part, index)) for index, point in enumerate(points)]
