"""The format ``stratkit.changes/1``: what ``stratkit diff --format json`` writes; ``schema/changes.json`` is made of it.

A key that is added keeps the version; a key that is removed or means something else raises it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from stratkit.diagnostics.message import mark as _
from stratkit.diff.change import Direction, Kind, Weight
from stratkit.model.frozen import Field
from stratkit.model.node import Node

_Position = Annotated[int, Field(ge=1)]


class ToolData(Node):
    """The program that wrote the file."""

    name: Literal["stratkit"]
    version: str


class SpanData(Node):
    """A place in a file."""

    file: str = Field(description=_("Path from the folder of strategies, with slashes."))
    start: tuple[_Position, _Position] = Field(
        description=_("Line and column, both from 1; columns count code points.")
    )
    end: tuple[_Position, _Position] = Field(description=_("Line and column, both from 1; columns count code points."))


class ChangeData(Node):
    """One change of one entity."""

    kind: str = Field(json_schema_extra={"enum": [one.code for one in Kind]}, description=_("The kind of change."))
    message: str = Field(description=_("The kind of change in words, in the language of the run."))
    region: str = Field(description=_("Stable id of the region's strategy."))
    industry: str | None = Field(description=_("The industry: an id."))
    entity: str = Field(description=_("Kind of the entity, e.g. project, indicator or body."))
    id: str = Field(description=_("Stable id."))
    title: str | None = Field(description=_("The full title."))
    field: str | None = Field(description=_("What of the entity changed, e.g. plan.2024; null: the entity as a whole."))
    old: Any = Field(description=_("The former value, in the shape of the file; null: there was none."))
    new: Any = Field(description=_("The later value, in the shape of the file; null: there is none."))
    words: list[tuple[Literal["same", "removed", "added"], str]] | None = Field(
        description=_("Texts word by word: what stayed, what was taken out, what was put in.")
    )
    direction: str = Field(
        json_schema_extra={"enum": [one.value for one in Direction]},
        description=_("Which way the ambition goes: up, down or neutral."),
    )
    weight: str = Field(
        json_schema_extra={"enum": [one.value for one in Weight]},
        description=_("Whether the change needs an act, or is technical."),
    )
    affects: list[str] = Field(description=_("Ids of the projects that rely on the entity."))
    reason: str | None = Field(description=_("Why, as far as somebody wrote it down."))
    fingerprint: str = Field(
        pattern="^[0-9a-f]{12}$", description=_("Stays the same wherever the change stands in the files.")
    )
    old_span: SpanData | None = Field(description=_("Where the former value stands."))
    new_span: SpanData | None = Field(description=_("Where the later value stands."))


class SummaryData(Node):
    """How many changes of each direction."""

    up: int = Field(ge=0)
    down: int = Field(ge=0)
    neutral: int = Field(ge=0)


class ChangesData(Node):
    """What changed between two states of the strategies."""

    schema_: Literal["stratkit.changes/1"] = Field(written="schema", description=_("Format and version of this file."))
    tool: ToolData
    old: str = Field(description=_("What the former state is called."))
    new: str = Field(description=_("What the later state is called."))
    changes: list[ChangeData] = Field(description=_("The changes, in the order of the documents."))
    not_compared: list[str] = Field(description=_("Files that could not be compared, each as a sentence."))
    unused_reasons: list[str] = Field(description=_("Reasons that fit no change."))
    summary: SummaryData


PUBLISHED: Mapping[str, type[Node]] = {"changes": ChangesData}
"""The models of which schemas are published, by the names of these."""
