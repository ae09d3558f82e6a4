"""Tables of the document: the card, and the three big tables of projects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from stratkit.document.columns import INDICATOR_FIELDS, PROJECT_FIELDS, benefit_cell, indicator_cell, value_text
from stratkit.document.fields import industry_fields
from stratkit.document.lists import list_items
from stratkit.document.templates import fill
from stratkit.document.typography import settle
from stratkit.document.view import Cell, Note, Row, Table, Text
from stratkit.model.linked import Benefit, IndicatorRow, Industry, Project, Strategy
from stratkit.model.profile import CardBlock, Column, FullProfile, TableBlock, Words


def card_table(block: CardBlock, strategy: Strategy, profile: FullProfile, fields: Mapping[str, str]) -> Table:
    """The card: a row for each label."""
    rows: list[Row] = []
    for number, row in enumerate(block.rows, 1):
        content: tuple[Text, ...] = ()
        if row.text is not None:
            content += (Text(settle(fill(row.text, fields))),)
        if row.source is not None:
            content += list_items(row.source, row.style, strategy, profile, None)
        label = settle(fill(row.label, fields))
        rows.append(Row((Cell((Text(label),)), Cell(content)), key=f"card/{row.source or f'text-{number}'}"))
    return Table("card", settle(fill(block.caption, fields)), (), tuple(rows), (30.0, 70.0), row_headers=True)


def notes_of(numbers: Mapping[str, int], words: Words) -> tuple[Note, ...]:
    """The notes under a table, from the number of each kind of doubt that its values bear."""
    texts = {"lost": words.note_lost, "decimal-restored": words.note_decimal, "doubtful": words.note_doubtful}
    return tuple(Note(number, texts[doubt]) for doubt, number in numbers.items())


@dataclass(eq=False, repr=False)
class TableBuilder:
    """Builds one table of projects; remembers which notes its values need."""

    block: TableBlock
    strategy: Strategy
    profile: FullProfile
    fields: Mapping[str, str]
    name: str
    notes: dict[str, int] = field(default_factory=dict)

    @property
    def years(self) -> tuple[int, ...]:
        """The years shown."""
        return self.profile.years or self.strategy.years

    def build(self, industries: Sequence[Industry], *, merged_rows: bool) -> Table:
        """The table of *industries*; with *merged_rows* each industry starts with a row across."""
        rows: list[Row] = []
        for industry in industries:
            if merged_rows:
                heading = settle(fill(self.block.heading, {**self.fields, **industry_fields(industry)}))
                key = f"{self.name}/{industry.id}"
                rows.append(Row((Cell((Text(heading),), colspan=len(self.widths)),), key=key, group=True))
            for project in industry.projects:
                rows += self._project_rows(project, industry)
        caption_fields = {**self.fields, **industry_fields(industries[0])} if len(industries) == 1 else self.fields
        key = self.name if merged_rows else f"{self.name}/{industries[0].id}"
        return Table(
            key, settle(fill(self.block.caption, caption_fields)), tuple(self._heads()), tuple(rows), self.widths,
            notes_of(self.notes, self.profile.words), self.profile.words.notes,
        )  # fmt: skip

    @property
    def widths(self) -> tuple[float, ...]:
        """Shares of the columns in per cent; the years share one column's width."""
        parts: list[float] = []
        for column in self.block.columns:
            if column.field == "values":
                parts += [column.width / len(self.years)] * len(self.years)
            else:
                parts.append(column.width)
        total = sum(parts)
        return tuple(round(100 * part / total, 2) for part in parts)

    def _heads(self) -> Iterable[Row]:
        two = any(column.field == "values" for column in self.block.columns)
        first, second = [], []
        for column in self.block.columns:
            title = Text(settle(fill(column.title, self.fields)))
            if column.field == "values":
                first.append(Cell((title,), colspan=len(self.years)))
                second += [Cell((Text(str(year)),)) for year in self.years]
            else:
                first.append(Cell((title,), rowspan=2 if two else 1))
        yield Row(tuple(first))
        if two:
            yield Row(tuple(second))
        if self.block.column_numbers:
            yield Row(tuple(Cell((Text(str(index)),)) for index in range(1, len(self.widths) + 1)))

    def _project_rows(self, project: Project, industry: Industry) -> Iterable[Row]:
        lines: Sequence[Benefit | IndicatorRow | None]
        if self.block.rows == "projects":
            lines = [None]
        else:
            lines = (project.benefits if self.block.rows == "benefits" else project.rows) or [None]
        for index, line in enumerate(lines):
            cells: list[Cell] = []
            for column in self.block.columns:
                cells += self._cells(column, project, industry, line, first=index == 0, height=len(lines))
            suffix = f"/{line.indicator.id}" if isinstance(line, IndicatorRow) else f"/{index + 1}" if index else ""
            yield Row(tuple(cells), key=f"{self.name}/{project.id}{suffix}")

    def _cells(
        self, column: Column, project: Project, industry: Industry, line: Benefit | IndicatorRow | None,
        *, first: bool, height: int,
    ) -> list[Cell]:  # fmt: skip
        name = column.field
        if name in PROJECT_FIELDS:
            if not first:
                return []
            content = tuple(PROJECT_FIELDS[name](project, industry, self.profile))
            return [Cell(content, rowspan=height, key=f"projects/{project.id}/{name}")]
        if name == "values":
            return self._values(project, line if isinstance(line, IndicatorRow) else None)
        if name in INDICATOR_FIELDS:
            cell = indicator_cell(name, project, line if isinstance(line, IndicatorRow) else None, self.profile)
        else:
            cell = benefit_cell(name, project, line if isinstance(line, Benefit) else None, self.profile)
        return [cell] if cell is not None else [Cell(())]

    def _values(self, project: Project, row: IndicatorRow | None) -> list[Cell]:
        if row is None:
            return [Cell(()) for _ in self.years]
        cells: list[Cell] = []
        for year in self.years:
            key = f"rows/{project.id}/{row.indicator.id}/{year}"
            if year not in row.indicator.plan:
                cells.append(Cell((Text(self.profile.words.not_planned),), key=key, numeric=True))
                continue
            doubt = row.indicator.uncertain.get(year)
            text = value_text(row.indicator.plan[year], self.profile)
            cells.append(Cell((Text(text),), key=key, numeric=True, note=self._note(doubt)))
        return cells

    def _note(self, doubt: str | None) -> int | None:
        if doubt is None:
            return None
        return self.notes.setdefault(doubt, len(self.notes) + 1)
