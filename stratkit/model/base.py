"""What every part of a strategy file is built from.

The models of this room describe the files *as an editor writes them*; the JSON Schemas in
``schema/`` are generated from them. References are ids here; ``stratkit.load`` turns them
into links.
"""

import re
from typing import Annotated

from stratkit.diagnostics.message import mark as _
from stratkit.model.frozen import Field
from stratkit.model.node import Node
from stratkit.model.numbers import Moment

IMPOSSIBLE_DATE = "impossible_date"
"""The fault of a date that no calendar has."""

_ID, _LONGEST_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$", 64

Id = Annotated[
    str,
    Field(pattern=_ID, max_length=_LONGEST_ID),
    Field(description=_("Stable id: Latin letters in lower case, digits and hyphens. Given once, for life.")),
]
"""ASCII kebab-case id, stable for life."""


def is_id(text: str) -> bool:
    """Whether *text* is written as an :data:`Id`."""
    return len(text) <= _LONGEST_ID and re.fullmatch(_ID, text) is not None


Number = Annotated[
    Annotated[int, Field(ge=1, le=9999)] | Annotated[str, Field(pattern=r"^[1-9][0-9]{0,3}(\.[1-9][0-9]{0,3}){1,4}$")],
    Field(description=_("Official number, as in the document. A number inserted later is quoted: '3.1'.")),
]
"""Official number: an integer, or a quoted string such as ``'3.1'`` for a later insertion.

No list of a document has ten thousand entries; without a bound, one mistyped number would cost the reader
of a gap in the numbers its memory.
"""


def _real(value: int | str) -> str | None:
    """The fault of a date that does not exist: what a pattern cannot say, such as that February has 28 days."""
    try:
        Moment.parse(value)
    except ValueError:
        return IMPOSSIBLE_DATE
    return None


PartialDate = Annotated[
    Annotated[int, Field(ge=1700, le=2199)]
    | Annotated[str, Field(pattern=r"^(1[7-9]|2[01])\d\d-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$")],
    Field(check=_real, description=_("A date, as exact as it is known: 2024, '2024-07' or 2024-07-31.")),
]
"""A year (integer), a month (``YYYY-MM``) or a day (``YYYY-MM-DD``)."""

Year = Annotated[int, Field(ge=1990, le=2100, description=_("A year."))]
YearKey = Annotated[str, Field(pattern=r"^(19|20)\d\d$")]
Page = Annotated[int, Field(ge=1, description=_("Page of the source document."))]
Text = Annotated[str, Field(min_length=1, strip=True)]
"""Plain text: shown exactly as written, never interpreted."""

Markdown = Annotated[
    str,
    Field(min_length=1, strip=True),
    Field(json_schema_extra={"contentMediaType": "text/markdown"}),
]
"""CommonMark without raw HTML: paragraphs, lists, emphasis, links."""


class Source(Node):
    """Where in the source document a fact stands."""

    page: Page | None = Field(default=None, description=_("The page of the source document on which this stands."))
    pages: tuple[Page, ...] = Field(default=(), description=_("The pages, where it stands on several."))


class Passage(Node):
    """A paragraph of text with its place in the source."""

    text: Text = Field(description=_("The text, in plain words."))
    page: Page | None = Field(default=None, description=_("The page of the source document on which this stands."))


class Identified(Node):
    """What begins with an id; stands last among the bases, so that its key comes first in the file."""

    id: Id


class Counted(Node):
    """What begins with an official number; stands last among the bases, so that its key comes first in the file."""

    number: Number


class Point(Passage, Counted):
    """A numbered item of a list: its number is its identity."""


class Variant(Node):
    """A second wording or value that the source document gives for the same thing."""

    field: Text = Field(description=_("The key of this entry that stands differently elsewhere in the document."))
    section: Id = Field(
        description=_("The part of the document in which it differs, e.g. relations, projects, indicators, card.")
    )
    value: str | int | float | bool | None = Field(description=_("What stands there."))
    page: Page | None = Field(default=None, description=_("The page of the source document on which this stands."))
    note: Text | None = Field(default=None, description=_("A remark for editors."))
