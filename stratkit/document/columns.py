"""Columns of the tables of projects: what each field shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from stratkit.document.fields import date_text, programme_text
from stratkit.document.markdown import paragraphs
from stratkit.document.templates import fill
from stratkit.document.typography import settle
from stratkit.document.view import Cell, Text
from stratkit.model.indicator import Value
from stratkit.model.linked import Benefit, IndicatorRow, Industry, Project
from stratkit.model.numbers import Moment
from stratkit.model.profile import FullProfile, Words

ProjectField = Callable[[Project, Industry, FullProfile], Iterable[Text]]


def number_text(value: float) -> str:
    """A figure as documents print it: decimal comma, thousands parted by a non-breaking space."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.10f}".rstrip("0").rstrip(".")
    return text.replace(",", "\u00a0").replace(".", ",")


def _title(one: Project, _: Industry, profile: FullProfile) -> Iterable[Text]:
    mark = f" {profile.words.recommended}" if one.recommended else ""
    yield Text(settle(one.title + mark), key=f"projects/{one.id}/title")


def _description(one: Project, _: Industry, profile: FullProfile) -> Iterable[Text]:
    yield from paragraphs(one.description or "", f"projects/{one.id}/description")
    for index, milestone in enumerate(one.milestones, 1):
        text = _milestone(Moment.parse(milestone.by), milestone.text, profile.words)
        yield Text(settle(text), key=f"projects/{one.id}/milestones/{index}")


def _milestone(by: Moment, text: str, words: Words) -> str:
    """What is reached and when, as exactly as the date is known."""
    if not by.month:
        date = fill(words.milestone_date, {"year": str(by.year)})
    elif not by.day and words.milestone_month is not None:
        date = fill(words.milestone_month, {"month": words.months[by.month - 1], "year": str(by.year)})
    else:
        date = date_text(by, words)
    pattern = (words.milestone_day if by.day else None) or words.milestone
    return fill(pattern, {"date": date, "text": text})


def _plain(part: str, value: Callable[[Project], str | None]) -> ProjectField:
    def show(one: Project, _: Industry, __: FullProfile) -> Iterable[Text]:
        text = value(one)
        return [Text(settle(text), key=f"projects/{one.id}/{part}")] if text else []

    return show


def _each(part: str, values: Callable[[Project], Iterable[str]]) -> ProjectField:
    def show(one: Project, _: Industry, __: FullProfile) -> Iterable[Text]:
        return (
            Text(settle(text), key=f"projects/{one.id}/{part}/{index}") for index, text in enumerate(values(one), 1)
        )

    return show


def _programmes(one: Project, _: Industry, profile: FullProfile) -> Iterable[Text]:
    return (Text(settle(programme_text(each, profile.words))) for each in one.programmes)


PROJECT_FIELDS: Mapping[str, ProjectField] = {
    "number": _plain("number", lambda one: str(one.number)),
    "industry": lambda _, industry, __: [Text(industry.title)],
    "project": _title,
    "goal": _plain("goal", lambda one: one.goal),
    "term": _plain("term", lambda one: one.term.text),
    "description": _description,
    "financing": _plain("financing", lambda one: one.financing.text),
    "role": _plain("role", lambda one: one.role.text),
    "challenges": _each("challenges", lambda one: (each.title for each in one.challenges)),
    "technologies": _each("technologies", lambda one: (each.title for each in one.technologies)),
    "tasks": _each("tasks", lambda one: (each.title for each in one.tasks)),
    "federal": _plain("federal", lambda one: one.federal.title if one.federal else None),
    "programmes": _programmes,
    "responsible": _each("responsible", lambda one: (each.title for each in one.responsible)),
}
"""Fields that hold for a whole project: their cell spans all of its rows."""


def benefit_cell(field: str, one: Project, benefit: Benefit | None, profile: FullProfile) -> Cell | None:
    """The cell of a column that has a row for each benefit; None if *field* is no such column."""
    if field not in ("beneficiaries", "benefits"):
        return None
    if benefit is None:
        return Cell(())
    index = one.benefits.index(benefit) + 1
    key = f"projects/{one.id}/{field}/{index}"
    if field == "beneficiaries":
        return Cell(tuple(Text(settle(who.title), key=f"{key}/{who.id}") for who in benefit.who), key=key)
    return Cell((Text(settle(benefit.text or profile.words.lost), key=key),), key=key)


def indicator_cell(field: str, one: Project, row: IndicatorRow | None, profile: FullProfile) -> Cell | None:
    """The cell of a column that has a row for each indicator; None if *field* is no such column."""
    if field not in INDICATOR_FIELDS:
        return None
    if row is None:
        return Cell(())
    key = f"rows/{one.id}/{row.indicator.id}/{field}"
    return Cell(tuple(Text(settle(text), key=key) for text in INDICATOR_FIELDS[field](row, profile)), key=key)


def _baseline(row: IndicatorRow, profile: FullProfile) -> Iterable[str]:
    if row.indicator.baseline is None:
        return
    year, value = row.indicator.baseline
    yield f"{value_text(value, profile)} ({year})"


INDICATOR_FIELDS: Mapping[str, Callable[[IndicatorRow, FullProfile], Iterable[str]]] = {
    "indicator": lambda row, _: [row.indicator.title],
    "unit": lambda row, _: [row.indicator.unit.symbol] if row.indicator.unit else [],
    "direction": lambda row, profile: (
        [profile.words.directions[row.indicator.direction]] if row.indicator.direction else []
    ),
    "baseline": _baseline,
}
"""Fields that hold for one indicator."""


def value_text(value: Value, profile: FullProfile) -> str:
    """A promised value, or the words for one that is unknown."""
    return profile.words.lost if value is None else number_text(value)
