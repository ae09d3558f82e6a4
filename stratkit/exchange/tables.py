"""The tables of a strategy: flat lists for spreadsheets, statistics and other programs.

A table is data only; :mod:`stratkit.exchange.csv_zip` and :mod:`stratkit.exchange.xlsx` write it.
Keys of columns are stable and English; titles are translated where a person reads them. Several
ids or titles in one cell are joined by ``; ``. An empty cell means: unknown, or not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from stratkit.diagnostics.message import mark as _
from stratkit.immutable import immutable
from stratkit.model import linked
from stratkit.model.linked import Strategy

Cell = str | int | float | None
Kind = Literal["text", "number"]

_JOINT = "; "


@immutable
class Column:
    """A column: its key in files, its title for people (marked for translation), what its cells are."""

    key: str
    title: str
    kind: Kind = "text"


@immutable
class Table:
    """A table; each row has a cell for each column."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def strategy_tables(strategy: Strategy) -> tuple[Table, ...]:
    """All tables of *strategy*, in document order."""
    return tuple(Table(name, title, columns, tuple(rows(strategy))) for name, (title, columns, rows) in _TABLES.items())


def _text(column: str, title: str) -> Column:
    return Column(column, title)


def _number(column: str, title: str) -> Column:
    return Column(column, title, "number")


def _ids(entities: Iterable[linked.Entity]) -> str:
    return _JOINT.join(one.id for one in entities)


def _titles(entities: Iterable[linked.Entity]) -> str:
    return _JOINT.join(one.title for one in entities)


def _list(values: Iterable[object]) -> str:
    return _JOINT.join(str(value) for value in values)


def _date(value: str | int | None) -> str | None:
    return None if value is None else str(value)


def _industries(strategy: Strategy) -> Iterator[tuple[Cell, ...]]:
    for one in strategy.industries:
        yield one.number, one.id, one.title, len(one.projects), len(one.indicators), one.page


_INDUSTRIES = (
    _text("number", _("No.")), _text("id", _("Id")), _text("title", _("Title")),
    _number("projects", _("Number of projects")), _number("indicators", _("Number of indicators")),
    _number("page", _("Page of the source")),
)  # fmt: skip


def _projects(strategy: Strategy) -> Iterator[tuple[Cell, ...]]:
    for industry in strategy.industries:
        for one in industry.projects:
            term = one.term
            yield (
                industry.id, industry.title, one.number, one.id, one.title, "true" if one.recommended else "false",
                one.federal.id if one.federal else None, one.goal, one.description,
                "\n".join(f"{each.by}: {each.text}" for each in one.milestones) or None,
                _date(term.from_), _date(term.to), term.then, term.recurrence, term.text,
                _list(one.financing.sources), one.financing.text, _list(one.role.kinds), one.role.text,
                _titles(one.responsible), _ids(one.challenges), _ids(one.indicators), _ids(one.tasks),
                _ids(one.technologies), _ids(one.programmes), _list(one.pages.project),
            )  # fmt: skip


_PROJECTS = (
    _text("industry", _("Industry: id")), _text("industry_title", _("Industry")), _text("number", _("No.")),
    _text("id", _("Id")), _text("title", _("Title")), _text("recommended", _("Recommended federally")),
    _text("federal", _("Federally recommended project: id")), _text("goal", _("Goal")),
    _text("description", _("Description")), _text("milestones", _("Milestones")), _text("term_from", _("Start")),
    _text("term_to", _("End")), _text("term_then", _("After the end")), _text("term_recurrence", _("Recurrence")),
    _text("term", _("Term as worded")), _text("financing_sources", _("Sources of funds: ids")),
    _text("financing", _("Financing as worded")), _text("role_kinds", _("Roles of the region: ids")),
    _text("role", _("Role of the region as worded")), _text("responsible", _("Responsible bodies")),
    _text("challenges", _("Challenges: ids")), _text("indicators", _("Indicators: ids")),
    _text("tasks", _("Tasks: ids")), _text("technologies", _("Technologies: ids")),
    _text("programmes", _("State programmes: ids")), _text("pages", _("Pages of the source")),
)  # fmt: skip


def _indicators(strategy: Strategy) -> Iterator[tuple[Cell, ...]]:
    """One row for each indicator and year."""
    for industry in strategy.industries:
        for one in industry.indicators:
            baseline = {one.baseline[0]: one.baseline[1]} if one.baseline else {}
            for year in sorted({*one.plan, *one.facts, *baseline}):
                fact = one.facts.get(year)
                yield (
                    industry.id, industry.title, one.id, one.title, one.common.id if one.common else None,
                    one.unit.symbol if one.unit else None, one.unit.okei if one.unit else None, one.direction, year,
                    baseline.get(year), one.plan.get(year), fact.value if fact else None, one.uncertain.get(year),
                    _ids(strategy.projects_of("indicator", one.id)),
                )  # fmt: skip


_INDICATORS = (
    _text("industry", _("Industry: id")), _text("industry_title", _("Industry")), _text("id", _("Id")),
    _text("title", _("Title")), _text("common", _("Common indicator: id")), _text("unit", _("Unit")),
    _text("okei", _("OKEI code")), _text("direction", _("Which way is good")), _number("year", _("Year")),
    _number("baseline", _("Baseline")), _number("plan", _("Plan")), _number("fact", _("Reached")),
    _text("uncertain", _("Doubt about the value")), _text("projects", _("Projects: ids")),
)  # fmt: skip


def _project_indicators(strategy: Strategy) -> Iterator[tuple[Cell, ...]]:
    """The rows of the official table of indicators: an indicator under several projects stands several times."""
    for one in strategy.projects:
        for row in one.rows:
            indicator = row.indicator
            yield one.industry, one.id, one.title, indicator.id, indicator.title, _titles(row.responsible), row.page


_PROJECT_INDICATORS = (
    _text("industry", _("Industry: id")), _text("project", _("Project: id")), _text("project_title", _("Project")),
    _text("indicator", _("Indicator: id")), _text("indicator_title", _("Indicator")),
    _text("responsible", _("Responsible bodies")), _number("page", _("Page of the source")),
)  # fmt: skip


def _challenges(strategy: Strategy) -> Iterator[tuple[Cell, ...]]:
    for industry in strategy.industries:
        for one in industry.challenges:
            answered = strategy.projects_of("challenge", f"{one.industry}/{one.id}")
            yield industry.id, industry.title, one.number, one.id, one.title, _ids(answered), one.page


_CHALLENGES = (
    _text("industry", _("Industry: id")), _text("industry_title", _("Industry")), _text("number", _("No.")),
    _text("id", _("Id")), _text("title", _("Title")), _text("projects", _("Projects: ids")),
    _number("page", _("Page of the source")),
)  # fmt: skip


def _benefits(strategy: Strategy) -> Iterator[tuple[Cell, ...]]:
    for one in strategy.projects:
        for benefit in one.benefits:
            for who in benefit.who:
                yield one.industry, one.id, one.title, who.id, who.title, benefit.text


_BENEFITS = (
    _text("industry", _("Industry: id")), _text("project", _("Project: id")), _text("project_title", _("Project")),
    _text("beneficiary", _("Beneficiary: id")), _text("beneficiary_title", _("Beneficiary")), _text("benefit", _("Benefit")),
)  # fmt: skip


def _bodies(strategy: Strategy) -> Iterator[tuple[Cell, ...]]:
    for one in strategy.bodies.values():
        projects = strategy.projects_of("body", one.id)
        measured = {row.indicator.id: row.indicator for each in projects for row in each.rows if one in row.responsible}
        yield one.id, one.title, one.short_title, one.kind, _ids(projects), _ids(measured.values())


_BODIES = (
    _text("id", _("Id")), _text("title", _("Title")), _text("short_title", _("Short title")), _text("kind", _("Kind")),
    _text("projects", _("Projects: ids")), _text("indicators", _("Indicators: ids")),
)  # fmt: skip


def _listed(pick: Callable[[Strategy], Iterable[linked.Numbered]]) -> Callable[[Strategy], Iterator[tuple[Cell, ...]]]:
    """Rows of a plain numbered list."""

    def rows(strategy: Strategy) -> Iterator[tuple[Cell, ...]]:
        for one in pick(strategy):
            yield one.number, one.id, one.title, one.page

    return rows


_LISTED = (
    _text("number", _("No.")), _text("id", _("Id")), _text("title", _("Title")), _number("page", _("Page of the source")),
)  # fmt: skip


def _acts(strategy: Strategy) -> Iterator[tuple[Cell, ...]]:
    for one in strategy.basis:
        yield (one.number, one.page, *_act(one.act))


def _programmes(strategy: Strategy) -> Iterator[tuple[Cell, ...]]:
    for one in strategy.programmes:
        yield (one.number, one.page, *_act(one.act)[:-1], one.title)


def _act(act: linked.Act) -> tuple[Cell, ...]:
    return (
        act.id, act.kind.title if act.kind else None, act.issuer, act.date.iso() if act.date else None, act.act_number,
        act.title,
    )  # fmt: skip


_ACTS = (
    _text("number", _("No.")), _number("page", _("Page of the source")), _text("id", _("Id")),
    _text("kind", _("Kind of act")), _text("issuer", _("Issued by")), _text("date", _("Date")),
    _text("act_number", _("Number of the act")), _text("title", _("Title")),
)  # fmt: skip


# Name of each table -> title, columns, rows.
_TABLES: dict[str, tuple[str, tuple[Column, ...], Callable[[Strategy], Iterator[tuple[Cell, ...]]]]] = {
    "industries": (_("Industries"), _INDUSTRIES, _industries),
    "projects": (_("Projects"), _PROJECTS, _projects),
    "indicators": (_("Indicators by year"), _INDICATORS, _indicators),
    "project-indicators": (_("Indicators of projects"), _PROJECT_INDICATORS, _project_indicators),
    "challenges": (_("Challenges"), _CHALLENGES, _challenges),
    "beneficiaries": (_("Beneficiaries"), _LISTED, _listed(lambda strategy: strategy.beneficiaries)),
    "benefits": (_("Benefits"), _BENEFITS, _benefits),
    "bodies": (_("Responsible bodies"), _BODIES, _bodies),
    "tasks": (_("Tasks"), _LISTED, _listed(lambda strategy: strategy.tasks)),
    "technologies": (_("Technologies"), _LISTED, _listed(lambda strategy: strategy.technologies)),
    "acts": (_("Acts of basis"), _ACTS, _acts),
    "programmes": (_("State programmes"), _ACTS, _programmes),
}
