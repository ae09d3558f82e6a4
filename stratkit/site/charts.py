"""Charts as ready geometry: the templates only draw lines between these points.

Small and printable: a plan of a few years says more in a short line with its figures written
beside the points than in anything that has to be hovered over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from stratkit.document.columns import number_text
from stratkit.model.linked import Indicator

WIDTH, HEIGHT = 360, 170
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 34, 30, 30


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a year, in the coordinates of the drawing."""

    year: int
    label: str
    x: float
    y: float
    known: bool
    uncertain: bool


@dataclass(frozen=True, slots=True)
class Series:
    """A line: stretches of neighbouring known points, and all points."""

    name: str
    points: tuple[Point, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole chart with its scale."""

    width: int
    height: int
    years: tuple[tuple[int, float], ...]
    base: float
    series: tuple[Series, ...]
    ceiling: float | None = None


def indicator_chart(indicator: Indicator, years: tuple[int, ...], name: str) -> Chart | None:
    """The plan of one indicator by year; None if no value is known."""
    return compare_chart({name: indicator}, years)


def compare_chart(indicators: dict[str, Indicator], years: tuple[int, ...]) -> Chart | None:
    """Plans of several indicators in one drawing, by the name of each line; None if no value is known."""
    shown = tuple(sorted({*years, *(year for one in indicators.values() for year in one.plan)}))
    known = [value for one in indicators.values() for value in one.plan.values() if value is not None]
    if not known:
        return None
    top, bottom = max(*known, 0), min(*known, 0)
    units = {one.unit.id for one in indicators.values() if one.unit}
    share = len(units) == 1 and all(one.unit and one.unit.maximum == 100 for one in indicators.values())
    if share:
        top = max(top, 100)
    span = (top - bottom) or 1
    step = (WIDTH - _LEFT - _RIGHT) / max(len(shown) - 1, 1)
    column = {year: round(_LEFT + step * index, 1) for index, year in enumerate(shown)}

    def height(value: float) -> float:
        return round(_TOP + (HEIGHT - _TOP - _BOTTOM) * (top - value) / span, 1)

    series = tuple(_series(name, one, column, height(bottom), height) for name, one in indicators.items())
    return Chart(WIDTH, HEIGHT, tuple(column.items()), height(bottom), series, height(100) if share else None)


def _series(
    name: str, indicator: Indicator, column: dict[int, float], floor: float, height: Callable[[float], float]
) -> Series:
    points: list[Point] = []
    for year, x in column.items():
        if year not in indicator.plan:
            continue
        value = indicator.plan[year]
        y = floor if value is None else height(value)
        label = "?" if value is None else number_text(value)
        points.append(Point(year, label, x, y, value is not None, year in indicator.uncertain))
    return Series(name, tuple(points), _lines(points, list(column.values())))


def _lines(points: list[Point], columns: list[float]) -> tuple[str, ...]:
    """Only neighbouring known values are joined: a line across a gap would claim what nobody knows."""
    runs: list[list[Point]] = [[]]
    last = -1
    for point in points:
        index = columns.index(point.x)
        if not point.known:
            continue
        if index != last + 1 and runs[-1]:
            runs.append([])
        runs[-1].append(point)
        last = index
    return tuple(" ".join(f"{one.x},{one.y}" for one in run) for run in runs if len(run) > 1)
