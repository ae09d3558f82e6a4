"""On which page each heading comes to stand, as well as it can be told without a word processor.

Word and LibreOffice renew the table of contents themselves; until they do, a reader sees these
numbers. They follow the looks that the DOCX and the ODT give (see ``docx_styles``).
"""

from __future__ import annotations

import sys

from stratkit.document.measure import LINE, MILLIMETRES, Heights, heights, line_count, notes_height
from stratkit.document.pages import page, spreads
from stratkit.document.view import Block, DocumentView, Heading, Paragraphs, Part, Table, Text

HEADING_BEFORE, HEADING_AFTER = 12.0, 8.0
"""Space around a heading, in points; a layout may leave a share of it."""

TITLE_BEFORE = 0.22
"""Space before the title, as a share of the height of the page."""

APART = 6.0
"""Space above paragraphs that stand apart and between two tables, in points; a layout may leave a share of it."""

ENTRY_AFTER = 3.0
"""Space after an entry of the table of contents, in points."""

ENTRY_INDENT = 7.5
"""How far a level of the table of contents is moved in, in millimetres."""


def heading_pages(view: DocumentView, most: int = sys.maxsize) -> list[int]:
    """The page of each heading of the document, in order, counted from 1.

    At *most* so many rows under one merged cell can be kept on a page by the format.
    """
    return _Paper(view, most).pages


def page_count(view: DocumentView) -> int:
    """How many pages the document takes."""
    return _Paper(view).number


class _Paper:
    """Lays the document out line by line; lengths in millimetres."""

    def __init__(self, view: DocumentView, most: int = sys.maxsize) -> None:
        self.view = view
        self.most = most
        self.layout = view.layout
        self.line = LINE * self.layout.size * self.layout.line_spacing * MILLIMETRES
        self.gap = self.layout.gaps * MILLIMETRES
        self.sheet = page(self.layout, landscape=False)
        self.number = 1
        self.used = 0.0
        self.pages: list[int] = []
        if view.headings:
            self._turn(bool(view.stamp or view.title_page or view.notice))
            self._contents()
        self._parts()

    def _parts(self) -> None:
        before = self.view.parts[0].landscape if self.view.parts and not self.view.has_front else False
        for landscape, parts in spreads(self.view):
            self.sheet = page(self.layout, landscape=landscape)
            for part in parts:
                if part is self.view.parts[0]:
                    self._turn(self.view.has_front)
                else:
                    self._turn(part.landscape != before or (part.new_page and self.used > 0))
                before = landscape
                self._part(part)

    def _turn(self, needed: bool) -> None:
        """Go on to a new page if *needed*."""
        if needed:
            self.number, self.used = self.number + 1, 0.0

    def _contents(self) -> None:
        self.used = self.line + 12 * MILLIMETRES
        for heading in self.view.headings:
            left = ENTRY_INDENT * (heading.level - 1)
            count = line_count(heading.label + " 000", self.sheet.text_width - left, self.layout.size)
            self._lines(count, ENTRY_AFTER)

    def _part(self, part: Part) -> None:
        for place, block in enumerate(part.blocks, 1):
            following = part.blocks[place : place + 2]
            if isinstance(block, Heading):
                self._heading(block, following)
            elif isinstance(block, Paragraphs):
                self.used += APART * self.gap if block.apart and self.used else 0
                for item in block.items:
                    self._paragraph(item, self._company(following) if block.leads else 0)
            elif isinstance(block, Table):
                self.used += APART * self.gap if place > 1 and isinstance(part.blocks[place - 2], Table) else 0
                self._table(block)

    def _heading(self, heading: Heading, following: tuple[Block, ...]) -> None:
        """A heading stays with what follows it."""
        count = line_count(heading.label, self.sheet.text_width, self.layout.size, bold=True)
        height = count * self.line + (HEADING_BEFORE + HEADING_AFTER) * self.gap
        under = bool(following) and isinstance(following[0], Heading)
        company = (count + 2) * self.line if under else max(self._company(following), 2 * self.line)
        if self.used > 0 and self.used + height + company > self.sheet.text_height:
            self._turn(True)
            height -= HEADING_BEFORE * self.gap  # no space is left above at the top of a page
        self.pages.append(self.number)
        self.used += height

    def _company(self, following: tuple[Block, ...]) -> float:
        """The least of the blocks *following* that stands on the same page: two lines, or a head and a row."""
        first = following[0] if following else None
        if isinstance(first, Paragraphs) and first.leads:
            return self.line * sum(self._count(item) for item in first.items) + self._company(following[1:])
        if isinstance(first, Paragraphs) and first.items:
            count = self._count(first.items[0])
            return self.line * (count if count < 4 else 2)
        if isinstance(first, Table):
            size = heights(first, self.sheet, self.layout)
            return size.head + self._begun(size, 0, self.line)
        return 0

    def _count(self, item: Text) -> int:
        text = f"{item.marker}\u00a0{item.text}" if item.marker else item.text
        width = self.sheet.text_width - ENTRY_INDENT * min(item.level, 3)
        return line_count(text, width, self.layout.size, indent=self.layout.indent)

    def _paragraph(self, item: Text, company: float = 0) -> None:
        """A paragraph; with *company* below it, it stands on one page with that."""
        count = self._count(item)
        self._turn(company > 0 and self.used > 0 and self.used + count * self.line + company > self.sheet.text_height)
        self._lines(count, 0)

    def _lines(self, count: int, after: float) -> None:
        """*count* lines; neither the first nor the last of them stands alone on a page."""
        while True:
            room = int((self.sheet.text_height - self.used + 0.01) // self.line)
            if count <= room:
                break
            taken = min(room, count - 2) if count > 2 else 0
            count -= taken if taken > 1 else 0
            if not self.used and taken < 2:
                break
            self._turn(True)
        self.used += count * self.line + after * MILLIMETRES

    def _table(self, table: Table) -> None:
        size = heights(table, self.sheet, self.layout)
        line = LINE * self.layout.table_size * MILLIMETRES
        self.used += size.head
        for index, (row, height) in enumerate(zip(table.rows, size.rows, strict=True)):
            needed = self._begun(size, index, line)
            if row.group:  # it stays with the row after it
                needed += self._begun(size, index + 1, self.line)
            if self.used + needed > self.sheet.text_height:
                self._turn(True)
                self.used = size.head
            self._row(height, size.head, line)
        notes = notes_height(table, self.sheet, self.layout)
        self._turn(self.used + notes > self.sheet.text_height)  # the notes are not parted
        self.used += notes

    def _row(self, height: float, head: float, line: float) -> None:
        """A row that begins here; where it has no room it breaks between two lines, and goes on under the *head*."""
        while self.used + height > self.sheet.text_height:
            height -= max((self.sheet.text_height - self.used) // line, 1) * line
            self._turn(True)
            self.used = head
        self.used += height

    def _begun(self, size: Heights, index: int, line: float) -> float:
        """What the row *index* needs to begin: its rows under one merged cell, or a *line* of a row that breaks."""
        if index >= len(size.rows):
            return 0
        inside = index > 0 and size.together[index - 1] > 1
        count = 1 if inside else min(size.together[index], self.most)
        return sum(size.rows[index : index + count]) if size.whole[index] else line
