"""Pages of their own: the passport of one project and the sheet of one indicator.

What stands on them, and under which labels, is data of the profile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import ConfigError, RenderError
from stratkit.document.columns import INDICATOR_FIELDS, PROJECT_FIELDS, value_text
from stratkit.document.fields import industry_fields, strategy_fields
from stratkit.document.onepage import on_one_page
from stratkit.document.parts import near, page_of_its_own
from stratkit.document.rewrite import rewritten
from stratkit.document.tables import TableBuilder, notes_of
from stratkit.document.templates import fill
from stratkit.document.typography import nest_quotes, settle
from stratkit.document.view import Block, Cell, DocumentView, Heading, Row, Table, Text
from stratkit.model.frozen import replaced
from stratkit.model.linked import Indicator, IndicatorRow, Industry, Project, Strategy
from stratkit.model.profile import FullProfile, IndicatorSheet, Passport, SheetRow

Content = Callable[[str], Iterable[Text]]
"""The paragraphs of a field."""

_WIDTHS = (30.0, 70.0)


def project_passport(view: DocumentView, strategy: Strategy, name: str) -> DocumentView:
    """The passport of the project *name*.

    Raises:
        ConfigError: the strategy has no such project.
        RenderError: the profile has no passport.
    """
    project = next((one for one in strategy.projects if one.id == name), None)
    if project is None:
        known = (one.id for one in strategy.projects)
        raise ConfigError(say("the strategy has no project '{id}'", id=name), near(name, known))
    profile = _profile(strategy)
    if profile.passport is None:
        raise _without(profile, "passport")
    industry = strategy.industry[project.industry]
    fields = {
        **strategy_fields(strategy, profile), **industry_fields(industry),
        "project.number": str(project.number), "project.title": project.title,
    }  # fmt: skip
    title = settle(fill(profile.passport.title, fields))
    blocks = _passport(profile.passport, title, project, replaced(industry, projects=(project,)), strategy, fields)
    return _page(view, profile, project.id, title, blocks)


def indicator_sheet(view: DocumentView, strategy: Strategy, name: str) -> DocumentView:
    """The sheet of the indicator *name*.

    Raises:
        ConfigError: the strategy has no such indicator.
        RenderError: the profile has no sheet.
    """
    indicator = next((one for one in strategy.indicators if one.id == name), None)
    if indicator is None:
        known = (one.id for one in strategy.indicators)
        raise ConfigError(say("the strategy has no indicator '{id}'", id=name), near(name, known))
    profile = _profile(strategy)
    if profile.sheet is None:
        raise _without(profile, "sheet")
    fields = {**strategy_fields(strategy, profile), "indicator.title": indicator.title}
    title = settle(fill(profile.sheet.title, fields))
    key = f"indicators/{indicator.id}"
    content = partial(_of_indicator, indicator, strategy, profile)
    blocks: list[Block] = [
        Heading(title, "", 1, key),
        _labels(profile.sheet.rows, content, key, title),
        _values(profile.sheet, indicator, strategy, profile),
    ]
    return _page(view, profile, indicator.id, title, blocks)


def _profile(strategy: Strategy) -> FullProfile:
    if strategy.profile is None:
        raise RenderError(say("the strategy '{id}' has no usable document profile", id=strategy.id))
    return strategy.profile


def _without(profile: FullProfile, key: str) -> RenderError:
    return RenderError(
        say("the profile '{id}' has no '{key}'", id=profile.id, key=key),
        say("add the key '{key}': compare with catalog/profiles/federal.yaml", key=key),
    )


def _page(view: DocumentView, profile: FullProfile, name: str, title: str, blocks: Iterable[Block]) -> DocumentView:
    page = page_of_its_own(view, name, title, blocks)
    page = rewritten(page, partial(nest_quotes, style=profile.typography.nested_quotes))
    return on_one_page(page, profile.layout, name)


def _passport(
    passport: Passport, title: str, project: Project, alone: Industry, strategy: Strategy, fields: Mapping[str, str]
) -> Iterator[Block]:
    """The blocks of a passport; *alone* is the industry of the project without the other projects."""
    profile = _profile(strategy)
    key = f"passport/{project.id}"
    yield Heading(title, "", 1, key)
    yield _labels(passport.rows, lambda field: PROJECT_FIELDS[field](project, alone, profile), key, title)
    for number, block in enumerate(passport.tables, 1):
        if project.benefits if block.rows == "benefits" else project.rows:
            caption = settle(fill(block.caption, fields))
            yield Heading(caption, "", 2, f"{key}/{number}", in_contents=False)
            builder = TableBuilder(block, strategy, profile, fields, f"{key}/{number}")
            yield builder.build([alone], merged_rows=False)


def _labels(rows: Iterable[SheetRow], content: Content, key: str, caption: str) -> Table:
    """A table of labels and values; what has no value is left out."""
    filled = ((row, tuple(content(row.field))) for row in rows)
    cells = tuple(
        Row((Cell((Text(settle(row.label)),)), Cell(words, key=f"{key}/{row.field}")), key=f"{key}/{row.field}")
        for row, words in filled
        if words
    )
    return Table(key, caption, (), cells, _WIDTHS, row_headers=True)


def _of_indicator(indicator: Indicator, strategy: Strategy, profile: FullProfile, field: str) -> Iterator[Text]:
    """The paragraphs of *field* for an indicator that may stand under several projects."""
    projects = strategy.projects_of("indicator", indicator.id)
    if field in INDICATOR_FIELDS:
        row = IndicatorRow(indicator=indicator, page=None, responsible=indicator.responsible, origin=indicator.origin)
        found = list(INDICATOR_FIELDS[field](row, profile))
    elif field == "industry":
        found = [strategy.industry[indicator.industry].title]
    elif field == "project":
        found = [one.title for one in projects]
    elif field == "responsible":
        bodies = indicator.responsible or [body for one in projects for body in one.answering]
        found = list(dict.fromkeys(body.title for body in bodies))
    else:
        raise RenderError(
            say("the sheet of an indicator cannot show the field '{field}'", field=field),
            say("it shows: {names}", names=", ".join([*INDICATOR_FIELDS, "industry", "project", "responsible"])),
        )
    return (Text(settle(text)) for text in found)


def _values(sheet: IndicatorSheet, indicator: Indicator, strategy: Strategy, profile: FullProfile) -> Table:
    """Approved values by year, and under them those that were reached, if any."""
    years = profile.years or strategy.years
    key = f"indicators/{indicator.id}/values"
    notes: dict[str, int] = {}
    rows = [_row(sheet.plan, f"{key}/plan", (_planned(indicator, year, profile, notes, key) for year in years))]
    if indicator.facts:
        rows.append(_row(sheet.fact, f"{key}/fact", (_reached(indicator, year, profile, key) for year in years)))
    head = Row((Cell((Text(sheet.year),)), *(Cell((Text(str(year)),)) for year in years)))
    widths = (30.0, *(round(70 / len(years), 2) for _ in years))
    return Table(
        key, settle(sheet.values), (head,), tuple(rows), widths, notes_of(notes, profile.words), profile.words.notes,
        row_headers=True,
    )  # fmt: skip


def _planned(indicator: Indicator, year: int, profile: FullProfile, notes: dict[str, int], key: str) -> Cell:
    """The approved value of *year*; *notes* are filled with what has to be said of it."""
    if year not in indicator.plan:
        return Cell((Text(profile.words.not_planned),), key=f"{key}/plan/{year}", numeric=True)
    doubt = indicator.uncertain.get(year)
    note = notes.setdefault(doubt, len(notes) + 1) if doubt else None
    return Cell((Text(value_text(indicator.plan[year], profile)),), key=f"{key}/plan/{year}", numeric=True, note=note)


def _reached(indicator: Indicator, year: int, profile: FullProfile, key: str) -> Cell:
    fact = indicator.facts.get(year)
    content = (Text(value_text(fact.value, profile)),) if fact is not None else ()
    return Cell(content, key=f"{key}/fact/{year}", numeric=True)


def _row(label: str, key: str, cells: Iterable[Cell]) -> Row:
    return Row((Cell((Text(settle(label)),)), *cells), key=key)
