"""An industry of a region: its problems, challenges and risks."""

from typing import Literal

from stratkit.diagnostics.message import mark as _
from stratkit.model.base import Id, Number, Page, Point, Text, Variant
from stratkit.model.frozen import Field
from stratkit.model.node import Node


class Challenge(Node):
    """A challenge of the industry; projects answer it."""

    id: Id
    number: Number
    title: Text = Field(description=_("The full wording."))
    short_title: Text | None = Field(default=None, description=_("A short title for navigation and charts."))
    page: Page | None = Field(default=None, description=_("The page of the source document on which this stands."))
    variants: tuple[Variant, ...] = Field(
        default=(), description=_("Other wordings and values that the source gives for the same thing.")
    )


class Industry(Node):
    """An industry, or a field of government, within the strategy."""

    stratkit: Literal["industry/1"] = Field(description=_("Kind of file and version of its format."))
    industry: Id = Field(description=_("The industry: an id of catalog/industries.yaml."))
    number: Number
    title: Text | None = Field(
        default=None, description=_("The title, where the region words it otherwise than the catalogue.")
    )
    problems: tuple[Point, ...] = Field(default=(), description=_("Problems of the present state."))
    challenges: tuple[Challenge, ...] = Field(
        default=(), description=_("Challenges of the development of the industry.")
    )
    risks: tuple[Point, ...] = Field(default=(), description=_("Strategic risks."))
