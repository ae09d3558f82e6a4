"""What charts, timelines and the flow of an industry claim."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from stratkit.model.frozen import replaced
from stratkit.model.linked import Indicator, Workspace
from stratkit.site.pictures.charts import SMALL, Line, compare_chart, indicator_chart, small_multiples
from stratkit.site.pictures.flow import LIMIT, flow, traces
from stratkit.site.pictures.timeline import timeline

YEARS = (2022, 2023, 2024)


@pytest.fixture
def made(real_workspace: Workspace) -> Callable[..., Indicator]:
    """Makes an indicator with a plan and nothing else that a chart looks at."""
    some = next(iter(real_workspace.strategies.values())).indicators[0]

    def make(plan: dict[int, float | None], uncertain: dict[int, str] | None = None) -> Indicator:
        return replaced(some, plan=plan, uncertain=uncertain or {}, unit=None, facts={})

    return make


def test_a_line_is_not_drawn_across_a_year_that_nobody_knows(made: Callable[..., Indicator]) -> None:
    chart = indicator_chart(made({2022: 1, 2023: None, 2024: 3}), YEARS, "Plan", "Reached")
    assert chart is not None
    (series,) = chart.series
    assert series.lines == ()
    assert [point.known for point in series.points] == [True, False, True]


def test_a_year_without_a_promise_has_no_point(made: Callable[..., Indicator]) -> None:
    chart = indicator_chart(made({2022: 1, 2024: 3}), YEARS, "Plan", "Reached")
    assert chart is not None
    assert [point.year for point in chart.series[0].points] == [2022, 2024]
    assert [year for year, _x in chart.years] == [2022, 2023, 2024]


@pytest.mark.parametrize("plan", [{}, {2022: None}, {2022: float("nan")}, {2022: float("inf")}])
def test_without_a_known_value_there_is_no_chart(plan: dict[int, float | None], made: Callable[..., Indicator]) -> None:
    assert indicator_chart(made(plan), YEARS, "Plan", "Reached") is None


def test_a_region_without_an_indicator_keeps_its_colour(made: Callable[..., Indicator]) -> None:
    chart = compare_chart({"first": None, "second": made({2022: 5, 2024: 7})}, YEARS, SMALL)
    assert chart is not None
    assert [one.name for one in chart.series] == ["first", "second"]
    assert chart.series[0].points == ()
    assert chart.series[1].at(2022) == chart.series[1].points[0]
    assert chart.series[1].at(2023) is None


def test_more_stands_higher_and_doubt_is_marked(made: Callable[..., Indicator]) -> None:
    chart = indicator_chart(made({2022: 10, 2023: 5, 2024: 20}, {2023: "doubtful"}), YEARS, "Plan", "Reached")
    assert chart is not None
    first, second, third = chart.series[0].points
    assert third.y < first.y < second.y <= chart.base
    assert (first.label, second.label) == ("10", "5*")


def test_everything_stays_inside_the_drawing(made: Callable[..., Indicator]) -> None:
    for plan in ({2022: -5, 2023: 0, 2024: 7}, {2022: 123456789.25, 2023: 2, 2024: 987654321.5}, {2024: 0}):
        chart = indicator_chart(made(plan), YEARS, "Plan", "Reached")
        assert chart is not None
        for point in chart.series[0].points:
            assert 0 <= point.x <= chart.frame.width
            assert 0 <= point.y <= chart.frame.height
            assert point.label_y is None or 0 < point.label_y < chart.frame.height


def test_a_label_under_the_axis_is_neither_struck_through_nor_on_the_years(made: Callable[..., Indicator]) -> None:
    chart = compare_chart({"low": made({2022: 0, 2023: 11, 2024: 90}), "high": made({2022: 12, 2023: 30})}, YEARS)
    assert chart is not None
    lowest = [point.label_y for point in chart.series[0].points if point.label_y is not None]
    assert lowest[0] > chart.base
    for label_y in lowest:
        assert label_y <= chart.base - 3 or label_y - 12 > chart.base
        assert label_y <= chart.frame.height - 9 - 12
    plain = compare_chart({"one": made({2022: 50, 2023: 60})}, YEARS)
    assert plain is not None
    assert plain.frame.height < chart.frame.height
    assert plain.base == chart.base


def test_labels_do_not_cover_each_other(made: Callable[..., Indicator]) -> None:
    lines = {name: made({2022: 100 + plus, 2023: 200 + plus, 2024: 300}) for plus, name in enumerate("ABC")}
    chart = compare_chart(lines, YEARS)
    assert chart is not None
    for number in range(2):
        heights = [point.label_y for series in chart.series if (point := series.points[number]).label_y is not None]
        assert len(heights) == 2
        assert abs(heights[0] - heights[1]) >= 15


def test_the_same_figure_in_the_same_place_is_written_once(made: Callable[..., Indicator]) -> None:
    same = made({2022: 10, 2023: 20, 2024: 30})
    chart = compare_chart({"A": same, "B": same, "C": same}, YEARS)
    assert chart is not None
    for number in range(3):
        assert sum(series.points[number].label_y is not None for series in chart.series) == 1


def test_a_former_plan_is_a_line_of_its_own(made: Callable[..., Indicator]) -> None:
    former = Line("Former plan", {2022: 10, 2023: 75, 2024: 90}, {})
    chart = indicator_chart(made({2022: 10, 2023: 70, 2024: 90}), YEARS, "Plan", "Reached", former)
    assert chart is not None
    now, then = chart.series
    assert then.name == "Former plan"
    assert then.points[1].label_y is not None
    assert now.points[1].label_y is not None
    # The higher promise has its figure above, the lower one below.
    assert then.points[1].label_y < then.points[1].y < now.points[1].y < now.points[1].label_y


def test_a_label_does_not_cover_the_point_of_another_line(made: Callable[..., Indicator]) -> None:
    chart = compare_chart({"below": made({2022: 23, 2024: 90}), "above": made({2022: 30, 2024: 100})}, (2022, 2024))
    assert chart is not None
    for below, above in zip(chart.series[0].points, chart.series[1].points, strict=True):
        assert below.label_y is not None
        assert above.label_y is not None
        assert below.label_y > below.y > above.y > above.label_y


def test_long_figures_of_many_years_are_thinned_and_the_last_one_stays(made: Callable[..., Indicator]) -> None:
    years = tuple(range(2022, 2034))
    chart = indicator_chart(made(dict.fromkeys(years, 1234567.5)), years, "Plan", "Reached")
    assert chart is not None
    labelled = [point.year for point in chart.series[0].points if point.label_y is not None]
    assert labelled[-1] == 2033
    assert len(labelled) < len(years) / 2


def test_small_drawings_of_several_regions_share_one_scale(made: Callable[..., Indicator]) -> None:
    drawn = dict(
        small_multiples({"low": made({2022: 10}), "high": made({2022: 100}), "unknown": made({2022: None})}, YEARS)
    )
    assert set(drawn) == {"low", "high"}
    assert drawn["low"].series[0].points[0].y > drawn["high"].series[0].points[0].y + 50


def test_a_sparkline_has_no_labels(made: Callable[..., Indicator]) -> None:
    chart = compare_chart({"A": made({2022: 10, 2023: 20})}, YEARS, SMALL)
    assert chart is not None
    assert all(point.label_y is None for point in chart.series[0].points)


def test_the_flow_joins_what_the_projects_name(real_workspace: Workspace) -> None:
    for strategy in real_workspace.strategies.values():
        for industry in strategy.industries:
            drawing = flow(industry)
            if drawing is None:
                continue
            places = {node.key: node.entity for node in drawing.nodes}
            joined = {(places[edge.source].id, places[edge.target].id) for edge in drawing.edges}
            expected = {(challenge.id, one.id) for one in industry.projects for challenge in one.challenges
                        if challenge in industry.challenges}  # fmt: skip
            expected |= {(one.id, each.id) for one in industry.projects for each in one.indicators}
            assert joined == expected
            for kind in ("challenge", "project", "indicator"):
                tops = sorted(node.y for node in drawing.nodes if node.kind == kind)
                gaps = [after - before for before, after in itertools.pairwise(tops)]
                assert all(gap > drawing.box_height for gap in gaps)
                assert not tops or tops[-1] + drawing.box_height <= drawing.height


def test_the_table_holds_everything_that_the_drawing_shows(real_workspace: Workspace) -> None:
    for strategy in real_workspace.strategies.values():
        for industry in strategy.industries:
            rows = traces(industry)
            assert {row.challenge for row in rows if row.challenge} == set(industry.challenges)
            assert {row.project for row in rows if row.project} == set(industry.projects)
            drawing = flow(industry)
            assert drawing is None or max(len(industry.projects), len(industry.challenges)) <= LIMIT


def test_every_project_has_its_bar_inside_the_years(real_workspace: Workspace) -> None:
    for strategy in real_workspace.strategies.values():
        line = timeline(strategy)
        bars = [bar for _industry, group in line.groups for bar in group]
        assert len(bars) == len(strategy.projects)
        assert all(0 <= bar.start < bar.end <= len(line.years) for bar in bars)
