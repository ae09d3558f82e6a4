"""What was found in a region, as plain values that can be sent to another process or machine."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from stratkit.immutable import immutable
from stratkit.lint.parts import Part, part_of
from stratkit.site.making.record import Record
from stratkit.source.plain_json import plain_json

if TYPE_CHECKING:
    from stratkit.site.making.briefs import Brief


@immutable
class Judged:
    """What is wrong with a region.

    Args:
        judged: what has to be known of it to find all errors, as JSON.
        shown: what its pages say is wrong with it, as JSON.
        found: how many findings that are.
        codes: of the rules that found it.
    """

    judged: bytes
    shown: bytes
    found: int
    codes: tuple[str, ...]


@immutable
class Reading:
    """What was found in a region; what few ask for is kept as JSON.

    Args:
        region: id.
        read: digest of what was read.
        brief_json: what the part above the regions needs to know; empty if there is no strategy to show.
        told: digest of that.
        judged_json: what has to be known of it to find all errors.
        shown: what its pages say is wrong with it.
        found: how many findings that are.
    """

    region: str
    read: str
    brief_json: bytes
    told: str
    judged_json: bytes
    shown: bytes
    found: int

    @classmethod
    def of(cls, record: Record) -> Reading:
        """What was found in the region of *record*."""
        return cls(record.region, record.read, record.brief, record.told, record.judged, record.shown, record.found)

    @property
    def linked(self) -> bool:
        """There is a strategy to show."""
        return bool(self.brief_json)

    @cached_property
    def brief(self) -> Brief | None:
        """What the part above the regions needs to know; None if there is no strategy to show."""
        from stratkit.site.making.briefs import brief_of

        return brief_of(self.brief_json)

    @cached_property
    def judged(self) -> Part:
        """What has to be known of it to find all errors."""
        return part_of(plain_json(self.judged_json))
