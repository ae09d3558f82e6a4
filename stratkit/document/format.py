"""What an output format is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from stratkit.document.view import DocumentView


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write the document.

    Args:
        name: as on the command line.
        suffix: of the file, with the dot.
        media_type: for the web.
        render: the document as bytes; pure: the same view gives the same bytes.
    """

    name: str
    suffix: str
    media_type: str
    render: Callable[[DocumentView], bytes]
