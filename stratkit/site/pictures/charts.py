"""Charts as ready geometry: the templates only draw lines between these points.

Small and printable: a plan of a few years says more in a short line with its figures written
beside the points than in anything that has to be hovered over.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stratkit.compare.facts import IndicatorFacts
from stratkit.document.columns import number_text
from stratkit.immutable import immutable
from stratkit.model.linked import Indicator

_LETTER = 7.6
"""Width of a figure of a label, in units of the drawing."""
_LABEL_HEIGHT = 15
_CLOSE = 30
"""Points of two lines in one year that are closer than this share the room for their labels."""


@immutable
class Frame:
    """Size of a drawing and its margins; without labels it is a sparkline."""

    width: int
    height: int
    side: int
    top: int
    bottom: int
    labels: bool = True


FULL = Frame(360, 180, 36, 32, 30)
SMALL = Frame(110, 30, 6, 6, 6, labels=False)


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a year, in the coordinates of the drawing; ``label_y`` is None where it would cover another."""

    year: int
    label: str
    x: float
    y: float
    known: bool
    uncertain: bool
    label_y: float | None = None
    anchor: str = "middle"


@immutable
class Series:
    """A line: stretches of neighbouring known points, and all points."""

    name: str
    points: tuple[Point, ...]
    lines: tuple[str, ...]

    def at(self, year: int) -> Point | None:
        """The point of a year; None if nothing is said for it."""
        return next((one for one in self.points if one.year == year), None)


@immutable
class Chart:
    """A whole chart with its scale."""

    frame: Frame
    years: tuple[tuple[int, float], ...]
    base: float
    series: tuple[Series, ...]
    ceiling: float | None = None


@immutable
class Line:
    """What one line shows: values by year, and which of them are doubtful."""

    name: str
    values: Mapping[int, int | float | None]
    uncertain: Mapping[int, str]


@immutable
class _Scale:
    """From years and values to coordinates."""

    frame: Frame
    column: Mapping[int, float]
    top: float
    bottom: float

    def y(self, value: float) -> float:
        span = (self.top - self.bottom) or 1
        inner = self.frame.height - self.frame.top - self.frame.bottom
        return round(self.frame.top + inner * (self.top - value) / span, 1)


def indicator_chart(
    indicator: Indicator, years: Sequence[int], plan: str, reached: str, former: Line | None = None
) -> Chart | None:
    """The plan of one indicator by year and, where facts are known, what was reached; None if no value is known.

    Args:
        indicator: the indicator.
        years: those that are drawn even where nothing is promised.
        plan: name of the line of the plan.
        reached: name of the line of facts.
        former: the plan of a former edition.
    """
    lines = [Line(plan, indicator.plan, indicator.uncertain)]
    if indicator.facts:
        lines.append(Line(reached, {year: fact.value for year, fact in indicator.facts.items()}, {}))
    if former is not None:
        lines.append(former)
    return _chart(lines, years, _is_share([indicator]), FULL)


def sparkline(indicator: Indicator, years: Sequence[int]) -> Chart | None:
    """The plan of one indicator as a line without words, to stand beside its figures; None if no value is known."""
    return _chart([Line("", indicator.plan, indicator.uncertain)], years, _is_share([indicator]), SMALL)


def compare_chart(
    indicators: Mapping[str, IndicatorFacts | None], years: Sequence[int], frame: Frame = FULL
) -> Chart | None:
    """Plans of several indicators in one drawing, by the name of each line; None if no value is known.

    A name without an indicator draws nothing but keeps its place: lines are coloured by their places.
    """
    lines = [Line(name, one.plan if one else {}, one.uncertain if one else {}) for name, one in indicators.items()]
    return _chart(lines, years, _is_share([one for one in indicators.values() if one]), frame)


def small_multiples(indicators: Mapping[str, IndicatorFacts], years: Sequence[int]) -> tuple[tuple[str, Chart], ...]:
    """One drawing for each indicator, all on one scale, by name; those without a known value are left out."""
    known = _known([Line(name, one.plan, {}) for name, one in indicators.items()])
    if not known:
        return ()
    share = _is_share(list(indicators.values()))
    drawn = (
        (name, _chart([Line(name, one.plan, one.uncertain)], years, share, FULL, known))
        for name, one in indicators.items()
    )
    return tuple((name, chart) for name, chart in drawn if chart is not None)


def _is_share(indicators: Sequence[Indicator | IndicatorFacts]) -> bool:
    return bool(indicators) and all(one.unit is not None and one.unit.maximum == 100 for one in indicators)


def _known(lines: Sequence[Line]) -> list[int | float]:
    return [value for line in lines for value in line.values.values() if value is not None and math.isfinite(value)]


def _chart(
    lines: Sequence[Line], years: Sequence[int], share: bool, frame: Frame, scale_of: Sequence[float] = ()
) -> Chart | None:
    if not _known(lines):
        return None
    known = [*scale_of, *_known(lines)]
    shown = sorted({*years, *(year for line in lines for year in line.values)})
    top, bottom = max(*known, 100 if share else 0, 0), min(*known, 0)
    step = (frame.width - 2 * frame.side) / max(len(shown) - 1, 1)
    scale = _Scale(frame, {year: round(frame.side + step * index, 1) for index, year in enumerate(shown)}, top, bottom)
    drawn = [_points(line, scale) for line in lines]
    if frame.labels:
        drawn = _labelled(drawn, scale, step)
        frame = _with_room(frame, drawn, scale.y(bottom))
    columns = list(scale.column.values())
    series = tuple(
        Series(line.name, tuple(points), _lines(points, columns)) for line, points in zip(lines, drawn, strict=True)
    )
    ceiling = scale.y(100) if share and frame.labels else None
    return Chart(frame, tuple(scale.column.items()), scale.y(bottom), series, ceiling)


def _points(line: Line, scale: _Scale) -> list[Point]:
    points: list[Point] = []
    for year, x in scale.column.items():
        if year not in line.values:
            continue
        value = line.values[year]
        known = value is not None and math.isfinite(value)
        doubt = year in line.uncertain
        label = number_text(value) + ("*" if doubt else "") if value is not None and known else ""
        y = scale.y(value) if value is not None and known else scale.y(scale.bottom)
        points.append(Point(year, label, x, y, known, doubt))
    return points


def _labelled(drawn: list[list[Point]], scale: _Scale, step: float) -> list[list[Point]]:
    """Labels above their points; below, or left out, where they would cover another."""
    longest = max((len(point.label) for points in drawn for point in points), default=0)
    every = max(1, math.ceil(longest * _LETTER / step)) if len(scale.column) > 1 else 1
    taken: dict[float, list[float]] = {}
    columns = list(scale.column.values())
    result: list[list[Point]] = []
    for points in drawn:
        placed: list[Point] = []
        for point in points:
            from_end = len(columns) - 1 - columns.index(point.x)
            others = taken.setdefault(point.x, [])
            beside = [one for line in drawn if line is not points for one in line if one.x == point.x and one.known]
            dots = [one.y for one in beside]
            above, below = point.y - 11, _under(point.y, scale)
            # Of two points that stand close, the upper one has its label above and the lower one below.
            places = (below, above) if any(0 < point.y - y < _CLOSE for y in dots) else (above, below)
            free = [y for y in places if _is_free(y, others, dots)]
            said = any(one.y == point.y and one.label == point.label for one in beside) and bool(others)
            label_y = round(free[0], 1) if free and from_end % every == 0 and not said else None
            if label_y is not None:
                others.append(label_y)
            placed.append(Point(*_bare(point), label_y=label_y, anchor=_anchor(point, columns)))
        result.append(placed)
    return result


def _with_room(frame: Frame, drawn: Sequence[Sequence[Point]], axis: float) -> Frame:
    """The drawing is higher where labels stand between the axis and the years."""
    if any(point.label_y is not None and point.label_y > axis for points in drawn for point in points):
        return replace(frame, height=frame.height + _LABEL_HEIGHT, bottom=frame.bottom + _LABEL_HEIGHT)
    return frame


def _under(y: float, scale: _Scale) -> float:
    """Where a label below a point stands: not on the axis, which would strike it through."""
    axis, label = scale.y(scale.bottom), y + 20
    return max(label, axis + 17) if label > axis - 3 else label


def _is_free(y: float, labels: Sequence[float], dots: Sequence[float]) -> bool:
    """A label that stands on *y* covers no other label and no point of another line."""
    return all(abs(y - other) >= _LABEL_HEIGHT for other in labels) and not any(y - 15 < dot < y + 5 for dot in dots)


def _bare(point: Point) -> tuple[int, str, float, float, bool, bool]:
    return point.year, point.label, point.x, point.y, point.known, point.uncertain


def _anchor(point: Point, columns: list[float]) -> str:
    """Long figures at the edges are set towards the middle."""
    if len(point.label) * _LETTER / 2 <= columns[0] or len(columns) == 1:
        return "middle"
    return {columns[0]: "start", columns[-1]: "end"}.get(point.x, "middle")


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
