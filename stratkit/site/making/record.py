"""What is known of the part of a region that was built: enough to keep it, and to build what stands above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from stratkit.site.drawing.traces import Traces
from stratkit.site.making.parts import Brief

FORMAT = "site-record/5"
"""The form of records; another form is another key under which they are kept."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part as it was drawn.

    Args:
        frame: digest of what all regions stand on: with another one nothing that was drawn says anything.
        pages: paths of its pages in the first language.
        files: hash of each of its files, by path.
        traces: what its files showed.
        made_of: digest of all that it is made of beside the frame; empty where nobody says that in advance.
    """

    frame: str
    pages: tuple[str, ...]
    files: Mapping[str, str]
    traces: Traces
    made_of: str = ""

    def to_json(self) -> bytes:
        """The part as it is written."""
        return _drawn().dump_json(self)

    @classmethod
    def from_json(cls, data: bytes) -> Drawn | None:
        """The part in *data*; None if it is none."""
        try:
            return _drawn().validate_json(data)
        except ValidationError:
            return None


@dataclass(frozen=True, slots=True)
class Record:
    """The part of a region.

    Args:
        region: id.
        read: digest of what was read: toolkit, settings, catalogue, files of the region.
        shows: digest of all that its pages show.
        brief: what the part above the regions needs to know; None if there is no strategy to show.
        told: digest of that.
        judged: what has to be known of it to find all errors, as JSON.
        shown: what its pages say is wrong with it, as JSON.
        part: as it was drawn.
    """

    region: str
    read: str
    shows: str
    brief: Brief | None
    told: str
    judged: Any
    shown: Any
    part: Drawn

    def to_json(self) -> bytes:
        """The record as it is written."""
        return _adapter().dump_json(self)

    @classmethod
    def from_json(cls, data: bytes) -> Record | None:
        """The record in *data*; None if it is none."""
        try:
            return _adapter().validate_json(data)
        except ValidationError:
            return None


@cache
def _drawn() -> TypeAdapter[Drawn]:
    return TypeAdapter(Drawn)


@cache
def _adapter() -> TypeAdapter[Record]:
    return TypeAdapter(Record)
