"""Document profiles: the order, the headings, the tables and the looks of an official document.

Everything that differs between regions and methodologies stands here and not in Python. A
profile is based on another one: mappings are merged key by key, lists are replaced.
"""

from typing import Annotated, Literal

from stratkit.diagnostics.message import mark as _
from stratkit.model.base import Id, Text
from stratkit.model.frozen import Field
from stratkit.model.node import Node

Template = Annotated[
    str,
    Field(description=_("Text with fields in braces, e.g. {title}, {region.genitive}, {period.from}.")),
]

ListSource = Literal[
    "basis", "technologies", "applications", "implementation",
    "directions", "actions", "lead", "results", "beneficiaries", "resources", "effects", "national-goals",
    "goal", "tasks", "problems", "challenges", "risks", "participants", "programmes",
]  # fmt: skip

ColumnField = Literal[
    "number", "industry", "project", "goal", "term", "description", "financing", "role", "challenges",
    "beneficiaries", "benefits", "responsible", "indicator", "unit", "values", "baseline", "direction",
    "technologies", "programmes", "federal", "tasks",
]  # fmt: skip


class Paragraph(Node):
    """A paragraph of fixed words."""

    block: Literal["paragraph"] = Field(description=_("Kind of block."))
    text: Template


class ListBlock(Node):
    """Entries of the strategy, one after another."""

    block: Literal["list"] = Field(description=_("Kind of block."))
    source: ListSource = Field(description=_("What is listed."))
    style: Literal["numbered", "plain"] = Field(
        default="numbered", description=_("numbered: with official numbers; plain: paragraphs.")
    )
    end: str = Field(default="", description=_("What closes an item: nothing, a semicolon, a full stop."))


class CardRow(Node):
    """A row of the card: a label, and what stands beside it."""

    label: Text = Field(description=_("What stands in the left column."))
    text: Template | None = Field(default=None, description=_("Fixed words."))
    source: ListSource | None = Field(default=None, description=_("What is listed."))
    style: Literal["numbered", "plain"] = Field(
        default="numbered", description=_("numbered: with official numbers; plain: paragraphs.")
    )


class CardBlock(Node):
    """The card of the strategy: a table of labels and values."""

    block: Literal["card"] = Field(description=_("Kind of block."))
    caption: Text = Field(description=_("The name of the table, for readers who cannot see it."))
    rows: tuple[CardRow, ...] = Field(description=_("The rows."))


class Column(Node):
    """A column of a table."""

    field: ColumnField = Field(description=_("What stands in the column."))
    title: Template
    width: int = Field(default=10, ge=1, le=100, description=_("Share of the table's width, in parts."))


class TableBlock(Node):
    """A table of projects or of indicators."""

    block: Literal["table"] = Field(description=_("Kind of block."))
    caption: Template
    rows: Literal["projects", "benefits", "indicators"] = Field(
        description=_("One row for each project, for each benefit of a project, or for each indicator of a project.")
    )
    columns: tuple[Column, ...] = Field(min_length=1, description=_("The columns."))
    industries: Literal["rows", "headings"] = Field(
        default="rows", description=_("Industries as merged rows of one table, or as headings with a table each.")
    )
    heading: Template = Field(
        default="{industry.number}. {industry.title}", description=_("Heading or merged row of an industry.")
    )
    column_numbers: bool = Field(default=False, description=_("true: a row of column numbers under the head."))


Block = Annotated[Paragraph | ListBlock | CardBlock | TableBlock, Field(discriminator="block")]


class Section(Node):
    """A part of the document under one heading."""

    title: Template
    number: Template = Field(
        default="", description=_("Number as printed; {running} counts headings through the document.")
    )
    each: Literal["document", "industry"] = Field(
        default="document", description=_("industry: repeated for every industry.")
    )
    new_page: bool = Field(default=False, description=_("true: starts on a new page."))
    landscape: bool = Field(default=False, description=_("true: on pages laid across."))
    heading: bool = Field(default=True, description=_("false: no heading is printed; the section only groups others."))
    in_contents: bool = Field(default=True, description=_("true: stands in the table of contents."))
    blocks: tuple[Block, ...] = Field(default=(), description=_("What stands under the heading."))


class Outline(Node):
    """A section and the sections under it."""

    section: Id = Field(description=_("An id of `sections`."))
    children: tuple["Outline", ...] = Field(default=(), description=_("Sections under this one."))


class Margins(Node):
    """Margins of a page in millimetres."""

    left: int = Field(default=30, ge=0, le=100, description=_("Millimetres."))
    right: int = Field(default=10, ge=0, le=100, description=_("Millimetres."))
    top: int = Field(default=20, ge=0, le=100, description=_("Millimetres."))
    bottom: int = Field(default=20, ge=0, le=100, description=_("Millimetres."))


class OtherMargins(Node):
    """Margins of a page in millimetres that take the place of others."""

    left: int | None = Field(default=None, ge=0, le=100, description=_("Millimetres."))
    right: int | None = Field(default=None, ge=0, le=100, description=_("Millimetres."))
    top: int | None = Field(default=None, ge=0, le=100, description=_("Millimetres."))
    bottom: int | None = Field(default=None, ge=0, le=100, description=_("Millimetres."))


class OnePageStep(Node):
    """A step on the way of a sheet to one page: what it does not name stays as the step before it left it.

    Each step is tried with the type of the document first and then with smaller and smaller type.
    """

    paper: Literal["A4", "A3"] | None = Field(default=None, description=_("Size of the paper."))
    margins: OtherMargins = Field(
        default=OtherMargins(), description=_("Margins in millimetres; those that are not named stay.")
    )
    size: float | None = Field(
        default=None,
        ge=6,
        le=24,
        description=_("Size of headings and of other text beside the largest type in tables, in points."),
    )
    least_size: float | None = Field(
        default=None, ge=6, le=18, description=_("How small the text in tables may get in this step, in points.")
    )
    gaps: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description=_("Share of the usual space around headings and between paragraphs of a cell."),
    )
    columns: Literal["given", "fitted"] | None = Field(
        default=None,
        description=_("given: widths as they are set; fitted: widths in which a table is as low as it can be."),
    )


class Layout(Node):
    """Looks of the page (GOST R 7.0.97-2025 and regional rules of office work)."""

    margins: Margins = Field(default=Margins(), description=_("Margins of a page in millimetres."))
    fonts: tuple[Text, ...] = Field(
        default=("PT Astra Serif", "Times New Roman", "Liberation Serif"),
        min_length=1,
        description=_("Fonts, the first that exists is used."),
    )
    size: float = Field(default=14, ge=8, le=24, description=_("Size of the body text in points."))
    table_size: float = Field(default=11, ge=6, le=18, description=_("Size of the text in tables in points."))
    least_size: float = Field(
        default=8,
        ge=6,
        le=18,
        description=_("How small the text in tables may get, in points, so that a one-page sheet stays on one page."),
    )
    one_page: tuple[OnePageStep, ...] = Field(
        default=(), description=_("What is changed, in this order, until a one-page sheet stands on one page.")
    )
    line_spacing: float = Field(default=1.0, ge=1, le=2, description=_("Line spacing."))
    indent: float = Field(default=12.5, ge=0, le=30, description=_("First-line indent in millimetres."))
    stamp_width: int = Field(default=80, ge=40, le=120, description=_("Width of the approval stamp in millimetres."))
    page_number: Literal["top", "bottom", "none"] = Field(
        default="top", description=_("In which margin the page number stands, from page 2.")
    )
    number_distance: int = Field(
        default=10, ge=5, le=40, description=_("From the edge of the paper to the page number in millimetres.")
    )


class Typography(Node):
    """How texts are written, whatever they say."""

    nested_quotes: Literal["laquo", "bdquo"] = Field(
        default="laquo",
        description=_(
            "Quotes inside quotes: laquo keeps the outer ones and writes two that meet once; bdquo makes them low and high."
        ),
    )
    whole_numbers: bool = Field(
        default=True, description=_("true: the number of an act is not parted at its hyphen at the end of a line.")
    )


class SheetRow(Node):
    """A row of a one-page sheet: a label, and what stands beside it."""

    label: Text = Field(description=_("What stands in the left column."))
    field: ColumnField = Field(description=_("What stands in the right column; a row without content is left out."))


class Passport(Node):
    """The passport of one project, a page of its own."""

    title: Template
    rows: tuple[SheetRow, ...] = Field(min_length=1, description=_("The rows."))
    tables: tuple[TableBlock, ...] = Field(
        default=(), description=_("Tables under the rows, each only of this project.")
    )


class IndicatorSheet(Node):
    """The sheet of one indicator, a page of its own."""

    title: Template
    rows: tuple[SheetRow, ...] = Field(min_length=1, description=_("The rows."))
    values: Text = Field(description=_("The name of the table of values."))
    year: Text = Field(description=_("Head of the column that tells which values stand in a row."))
    plan: Text = Field(description=_("Label of the approved values."))
    fact: Text = Field(description=_("Label of the values that were reached; without any the row is left out."))


class Words(Node):
    """Fixed words of the document."""

    contents: Text = Field(description=_("Title of the table of contents."))
    recommended: Text = Field(description=_("Mark of federal recommendation after a project's title."))
    lost: Text = Field(description=_("What stands in place of a value that is unknown."))
    not_planned: Text = Field(description=_("What stands in place of a value that was never promised."))
    note_lost: Text = Field(description=_("Note on values that are unknown."))
    note_decimal: Text = Field(description=_("Note on values whose decimal comma was restored."))
    note_doubtful: Text = Field(description=_("Note on values whose reading is doubtful."))
    notes: Text = Field(description=_("Title of the notes under a table."))
    milestone: Template
    milestone_date: Template
    milestone_month: Template | None = Field(
        default=None, description=_("The same of a milestone that is due by the end of a month, e.g. {month} {year}.")
    )
    milestone_day: Template | None = Field(
        default=None, description=_("A milestone that is due by a day: not by its end, e.g. {date}: {text}.")
    )
    months: tuple[Text, ...] = Field(
        min_length=12, max_length=12, description=_("Names of the months as they stand in dates.")
    )
    unknown_day: Text = Field(
        description=_("What stands in place of the day of a date of which only the month is known.")
    )
    date: Template
    act_date: Template
    act_number: Template
    act_title: Template
    programme: Template
    directions: dict[Literal["up", "down", "keep"], Text] = Field(description=_("Which way is good: up, down or keep."))


class Profile(Node):
    """A document profile, complete or as a difference from the one that it is based on."""

    stratkit: Literal["profile/1"] = Field(description=_("Kind of file and version of its format."))
    id: Id
    based_on: Id | None = Field(default=None, description=_("The profile that this one changes."))
    title: Text | None = Field(default=None, description=_("The full title."))
    layout: Layout | None = Field(default=None, description=_("Looks of the page."))
    typography: Typography | None = Field(default=None, description=_("How texts are written, whatever they say."))
    words: dict[str, str | dict[str, str] | tuple[str, ...]] | None = Field(
        default=None, description=_("Fixed words of the document.")
    )
    stamps: dict[Literal["approved", "endorsed", "annex"], tuple[Template, ...]] | None = Field(
        default=None, description=_("Lines of the approval stamp by the way in which the strategy came into force.")
    )
    stamp_words: (
        dict[Literal["approved", "endorsed"], dict[Literal["masculine", "feminine", "neuter", "plural"], Text]] | None
    ) = Field(default=None, description=_("The first word of the stamp, by the gender of the kind of document."))
    title_page: tuple[Template, ...] | None = Field(default=None, description=_("Lines of the title page."))
    years: tuple[int, ...] | None = Field(
        default=None, description=_("The years shown; without it the years of the period.")
    )
    contents_depth: int | None = Field(
        default=None, ge=1, le=4, description=_("Levels of headings in the table of contents.")
    )
    outline: tuple[Outline, ...] | None = Field(default=None, description=_("The order of the sections."))
    sections: dict[Id, dict[str, object]] | None = Field(default=None, description=_("The sections by id."))
    passport: dict[str, object] | None = Field(
        default=None, description=_("The passport of one project, a page of its own.")
    )
    sheet: dict[str, object] | None = Field(
        default=None, description=_("The sheet of one indicator, a page of its own.")
    )


FULL_PROFILE = "full-profile"
"""The name of the schema that a complete profile has to fit."""


class FullProfile(Node):
    """A profile after everything that it is based on was merged into it."""

    id: Id
    title: Text
    layout: Layout
    words: Words
    stamps: dict[str, tuple[Template, ...]]
    stamp_words: dict[str, dict[str, Text]]
    title_page: tuple[Template, ...]
    years: tuple[int, ...] | None = None
    contents_depth: int = 2
    outline: tuple[Outline, ...]
    sections: dict[Id, Section]
    typography: Typography = Typography()
    passport: Passport | None = None
    sheet: IndicatorSheet | None = None
