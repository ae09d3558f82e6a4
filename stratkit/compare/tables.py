"""A comparison as one table: the form that terminals, spreadsheets and programs share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from stratkit.compare.comparison import Comparison, IndicatorComparison, IndustryComparison, ProjectComparison
from stratkit.diagnostics import mark as _
from stratkit.diagnostics import say
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.suggest import closest
from stratkit.immutable import immutable

T = TypeVar("T")
Value = str | int | float | bool | None


@immutable
class Table:
    """Rows under named columns.

    Args:
        title: what is compared; content, or a word of the interface.
        columns: key for programs and title for people, by column.
        rows: values in the order of the columns.
    """

    title: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Value, ...], ...]


def choose(comparison: Comparison, indicator: str | None, project: str | None, industry: str | None) -> Table:
    """The table that was asked for; without a question, what can be compared.

    Raises:
        ConfigError: more than one question, or an unknown id.
    """
    asked = [one for one in (indicator, project, industry) if one is not None]
    if len(asked) > 1:
        raise ConfigError(say("only one of --indicator, --project, --industry can be compared at a time"))
    if indicator is not None:
        return indicator_table(_find(comparison.indicators, indicator, lambda one: one.common.id))
    if project is not None:
        return project_table(_find(comparison.projects, project, lambda one: one.federal.id))
    if industry is not None:
        return industry_table(_find(comparison.industries, industry, lambda one: one.entry.id))
    return overview(comparison)


def _find(items: Iterable[T], wanted: str, name: Callable[[T], str]) -> T:
    by_id = {name(one): one for one in items}
    if wanted in by_id:
        return by_id[wanted]
    near = closest(wanted, by_id)
    hint = say("did you mean '{name}'?", name=near) if near else say("'stratkit compare' lists what can be compared")
    raise ConfigError(say("the catalogue has no '{id}'", id=wanted), hint)


def overview(comparison: Comparison) -> Table:
    """Everything that at least two regions have in common."""
    indicators = (("indicator", one.common.id, one.common.title, one.regions) for one in comparison.shared_indicators)
    projects = (("project", one.federal.id, one.federal.title, one.regions) for one in comparison.shared_projects)
    columns = (("kind", _("Kind")), ("id", "id"), ("title", _("Title")), ("regions", _("Regions")))
    return Table(_("What can be compared"), columns, (*indicators, *projects))


def indicator_table(one: IndicatorComparison) -> Table:
    """A common indicator: a row for each region, a column for each year; None is unknown or not promised."""
    columns = (
        ("region", _("Region")), ("indicator", _("Indicator")), ("unit", _("Unit")),
        *((str(year), str(year)) for year in one.years), ("uncertain", _("Uncertain")),
    )  # fmt: skip
    rows = tuple(
        (
            line.region.id, line.indicator.id, one.unit, *(line.indicator.plan.get(year) for year in one.years),
            " ".join(str(year) for year in line.indicator.uncertain),
        )
        for line in one.rows
    )  # fmt: skip
    return Table(one.common.title, columns, rows)


def project_table(one: ProjectComparison) -> Table:
    """A federal project: a row for each region."""
    columns = (
        ("region", _("Region")), ("project", _("Project")), ("term", _("Term")), ("to", _("Until")),
        ("role", _("Role")), ("responsible", _("Who answers")), ("indicators", _("Indicators")),
    )  # fmt: skip
    rows = tuple(
        (
            line.region.id, line.project.id, line.project.term, line.project.to, line.project.role,
            "; ".join(body.title for body in line.project.responsible), line.project.rows,
        )
        for line in one.rows
    )  # fmt: skip
    return Table(one.federal.title, columns, rows)


def industry_table(one: IndustryComparison) -> Table:
    """An industry: a row for each recommended project, a column for each region."""
    columns = (
        ("project", _("Project")), ("title", _("Title")),
        *((line.region.id, line.region.name) for line in one.regions),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (federal.id, federal.title, *(federal.id in line.taken for line in one.regions)) for federal in one.federal
    ]
    return Table(one.entry.title, columns, tuple(rows))
