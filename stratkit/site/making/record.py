"""What is known of the part of a region that was built: enough to keep it, and to build what stands above it.

In two halves: of a region that stays only the small one is read, and of that only what somebody asks for.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from typing import Any

from stratkit.immutable import immutable
from stratkit.site.writing.listing import Chapter, chapter_as_json, chapter_in
from stratkit.source.plain_json import plain_json

_QUICK = 1
"""The level of compression that takes least time."""
_MOST = 100_000_000
"""Bytes that the paths of a region may take."""
FORMAT = "site-record/7"
"""The form of records; another form is another key under which they are kept."""


@immutable
class Record:
    """The part of a region, but for its files.

    Args:
        region: id.
        read: digest of what was read: toolkit, settings, catalogue, files of the region.
        shows: digest of all that its pages show.
        brief: what the part above the regions needs to know, as JSON; empty if there is no strategy to show.
        told: digest of that.
        judged: what has to be known of it to find all errors, as JSON.
        shown: what its pages say is wrong with it, as JSON.
        found: how many findings that are.
        chapter: what the manifest lists of it.
        pages: paths of its pages in the first language, packed.
    """

    region: str
    read: str
    shows: str
    brief: bytes
    told: str
    judged: bytes
    shown: bytes
    found: int
    chapter: Chapter
    pages: bytes

    def to_json(self) -> bytes:
        """The record as it is written: four lines, and what is packed."""
        head = {
            "region": self.region,
            "read": self.read,
            "shows": self.shows,
            "told": self.told,
            "found": self.found,
            "chapter": chapter_as_json(self.chapter),
        }
        return b"\n".join((json_line(head), self.brief, self.judged, self.shown, self.pages))

    @classmethod
    def from_json(cls, data: bytes) -> Record | None:
        """The record in *data*; None if it is none."""
        try:
            head, brief, judged, shown, pages = data.split(b"\n", 4)
            said = plain_json(head)
            texts = {name: str(said[name]) for name in ("region", "read", "shows", "told")}
            found, chapter = int(said["found"]), chapter_in(said["chapter"])
            return cls(**texts, brief=brief, judged=judged, shown=shown, found=found, chapter=chapter, pages=pages)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None


@immutable
class Top:
    """Of what that is made which stands above the regions.

    Args:
        told: digest of all that its pages are made of.
        crawled: of all that the files for crawlers and portals are made of.
        claims: of what the regions claim as theirs.
        chapter: what the manifest lists of it.
    """

    told: str
    crawled: str
    claims: str
    chapter: Chapter

    def to_json(self) -> bytes:
        """As it is written."""
        return json_line([self.told, self.crawled, self.claims, chapter_as_json(self.chapter)])

    @classmethod
    def from_json(cls, data: bytes) -> Top | None:
        """What is in *data*; None if it is something else."""
        try:
            told, crawled, claims, chapter = plain_json(data)
            return cls(str(told), str(crawled), str(claims), chapter_in(chapter))
        except (ValueError, TypeError, AttributeError):
            return None


def packed(paths: Iterable[str]) -> bytes:
    """Paths of pages in little room."""
    return zlib.compress(json_line(list(paths)), _QUICK)


def unpacked(data: bytes) -> list[str]:
    """The paths that :func:`packed` packed.

    Raises:
        ValueError: this is something else.
    """
    try:
        return [str(path) for path in plain_json(zlib.decompressobj().decompress(data, _MOST))]
    except zlib.error as error:
        raise ValueError(str(error)) from error


def json_line(value: Any) -> bytes:
    """Values of JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
