"""A linked strategy and its profile -> the resolved document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import RenderError
from stratkit.document.fields import industry_fields, strategy_fields
from stratkit.document.lists import list_items
from stratkit.document.pages import has_room
from stratkit.document.rewrite import rewritten
from stratkit.document.tables import TableBuilder, card_table
from stratkit.document.templates import fill
from stratkit.document.typography import nest_quotes, settle
from stratkit.document.view import Block, DocumentView, Heading, Layout, Paragraphs, Part, Text
from stratkit.model import profile as profiles
from stratkit.model.linked import Industry, Strategy
from stratkit.model.numbers import Moment


def build_document(strategy: Strategy, created: datetime | None = None) -> DocumentView:
    """The official document of *strategy*, laid out by its profile.

    Args:
        strategy: what is printed.
        created: the moment for the properties of files (``SOURCE_DATE_EPOCH``); without it the
            first moment of the day of the approving act, so that the same data give the same bytes.

    Raises:
        RenderError: the strategy has no usable profile, the profile names a section or a field
            that does not exist, or its margins leave no room on the page.
    """
    profile = strategy.profile
    if profile is None:
        raise RenderError(
            say("the strategy '{id}' has no usable document profile", id=strategy.id),
            say("run 'stratkit lint' and mend the profile first"),
        )
    view = _Builder(strategy, profile).view(created or _approved(strategy))
    return rewritten(view, partial(nest_quotes, style=profile.typography.nested_quotes))


def _approved(strategy: Strategy) -> datetime:
    """The day of the approving act, or the first day of the strategy's year if the act has none."""
    date = strategy.approval_act.date or Moment(strategy.frame.year)
    return datetime.combine(date.first, time(), UTC)


class _Builder:
    def __init__(self, strategy: Strategy, profile: profiles.FullProfile) -> None:
        self.strategy = strategy
        self.profile = profile
        self.fields = strategy_fields(strategy, profile)
        self.running = 0

    def view(self, created: datetime) -> DocumentView:
        frame = self.strategy.frame
        return DocumentView(
            id=self.strategy.id,
            title=frame.title,
            language="ru-RU",
            author=self.fields["region.nominative"],
            stamp=self._lines(self.profile.stamps.get(frame.approval.kind, ())),
            title_page=self._lines(self.profile.title_page),
            notice=settle(frame.source.notice) if frame.source else "",
            contents_title=self.profile.words.contents,
            contents_depth=self.profile.contents_depth,
            parts=tuple(self._parts(self.profile.outline)),
            layout=self._layout(),
            created=created,
        )

    def _layout(self) -> Layout:
        looks = self.profile.layout
        margins = looks.margins
        layout = Layout(
            (margins.left, margins.right, margins.top, margins.bottom), looks.fonts, looks.size,
            looks.table_size, looks.line_spacing, looks.indent, looks.stamp_width,
            looks.page_number, looks.number_distance, self.profile.typography.whole_numbers,
        )  # fmt: skip
        if not has_room(layout):
            raise RenderError(
                say("the margins of the profile '{id}' leave no room for text on the page", id=self.profile.id),
                say("make 'layout.margins' smaller: GOST R 7.0.97 asks for no more than 30 mm on any side"),
            )
        return layout

    def _lines(self, templates: Iterable[str]) -> tuple[str, ...]:
        return tuple(line for line in (settle(fill(one, self.fields)) for one in templates) if line)

    def _parts(self, outline: Iterable[profiles.Outline]) -> Iterator[Part]:
        """The sections at the top, each with everything under it, on pages of its orientation."""
        for entry in outline:
            section = self._section(entry)
            blocks = tuple(self._blocks(entry, 1, None))
            if blocks:
                yield Part(blocks, section.landscape, section.new_page)

    def _section(self, entry: profiles.Outline) -> profiles.Section:
        try:
            return self.profile.sections[entry.section]
        except KeyError as error:
            raise RenderError(
                say("the profile '{id}' has no section '{section}'", id=self.profile.id, section=entry.section),
                say("add it under 'sections', or take it out of 'outline'"),
            ) from error

    def _blocks(self, entry: profiles.Outline, level: int, industry: Industry | None) -> Iterator[Block]:
        section = self._section(entry)
        owners: Iterable[Industry | None] = self.strategy.industries if section.each == "industry" else (industry,)
        for owner in owners:
            fields = {**self.fields, **industry_fields(owner)} if owner else self.fields
            key = f"{entry.section}/{owner.id}" if owner else entry.section
            if section.heading:
                yield self._heading(section, fields, level, key)
            for place, block in enumerate(section.blocks, 1):
                leads = any(not isinstance(one, profiles.Paragraph) for one in section.blocks[place : place + 1])
                for made in self._block(block, fields, level, entry.section, owner):
                    yield replace(made, leads=leads) if isinstance(made, Paragraphs) and not made.key else made
            for child in entry.children:
                yield from self._blocks(child, level + 1 if section.heading else level, owner)

    def _heading(self, section: profiles.Section, fields: Mapping[str, str], level: int, key: str) -> Heading:
        if "{running}" in section.number:
            self.running += 1
        number = fill(section.number, {**fields, "running": str(self.running)})
        return Heading(settle(fill(section.title, fields)), number, level, key, section.in_contents)

    def _block(
        self, block: profiles.Block, fields: Mapping[str, str], level: int, section: str, industry: Industry | None
    ) -> Iterator[Block]:
        if isinstance(block, profiles.Paragraph):
            yield Paragraphs((Text(settle(fill(block.text, fields))),))
        elif isinstance(block, profiles.ListBlock):
            items = list_items(block.source, block.style, self.strategy, self.profile, industry, block.end)
            yield Paragraphs(items, key=f"{section}/{block.source}")
        elif isinstance(block, profiles.CardBlock):
            yield card_table(block, self.strategy, self.profile, fields)
        else:
            yield from self._tables(block, fields, level, section)

    def _tables(
        self, block: profiles.TableBlock, fields: Mapping[str, str], level: int, section: str
    ) -> Iterator[Block]:
        industries = [one for one in self.strategy.industries if one.projects]
        if block.industries == "rows":
            if industries:
                builder = TableBuilder(block, self.strategy, self.profile, fields, section)
                yield builder.build(industries, merged_rows=True)
            return
        for industry in industries:
            own = {**fields, **industry_fields(industry)}
            yield Heading(
                settle(fill(block.heading, own)), "", level + 1, f"{section}/{industry.id}", in_contents=False
            )
            builder = TableBuilder(block, self.strategy, self.profile, own, section)
            yield builder.build([industry], merged_rows=False)
