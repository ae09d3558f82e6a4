"""What is known of a part that was drawn: of it the next build draws only what changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cache

from stratkit.immutable import immutable
from stratkit.site.drawing.traces import Traces
from stratkit.site.making.memory import Memory
from stratkit.source.json_form import JsonForm


@immutable
class Drawn:
    """A part as it was drawn.

    Args:
        frame: digest of what all regions stand on: with another one nothing that was drawn says anything.
        pages: paths of its pages in the first language.
        files: hash of each of its files, by path.
        traces: what its files showed.
        made_of: digest of what was read for it: of a region its data, above the regions what they told.
    """

    frame: str
    pages: tuple[str, ...]
    files: Mapping[str, str]
    traces: Traces = field(default_factory=Traces)
    made_of: str = ""

    def to_json(self) -> bytes:
        """The part as it is written."""
        return _form().dump(self)

    @classmethod
    def from_json(cls, data: bytes) -> Drawn | None:
        """The part in *data*; None if it is none."""
        try:
            return _form().load(data)
        except ValueError:
            return None


def drawn_before(memory: Memory, part: str) -> Drawn | None:
    """A part as it was drawn; None if that is not known."""
    data = memory.drawn(part)
    return Drawn.from_json(data) if data is not None else None


@cache
def _form() -> JsonForm[Drawn]:
    return JsonForm(Drawn)
