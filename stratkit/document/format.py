"""What an output format is."""

from __future__ import annotations

from collections.abc import Callable

from stratkit.diagnostics import Message
from stratkit.document.view import DocumentView
from stratkit.immutable import immutable


def _nothing(_: DocumentView) -> tuple[Message, ...]:
    return ()


@immutable
class Format:
    """One way to write the document.

    Args:
        name: as on the command line.
        suffix: of the file, with the dot.
        media_type: for the web.
        render: the document as bytes; pure: the same view gives the same bytes.
        extra: the extra of the package that brings the libraries it needs; empty if it needs none.
        warnings: what a person should know before the document is used, such as a font that is
            not installed and what stands in for it.
    """

    name: str
    suffix: str
    media_type: str
    render: Callable[[DocumentView], bytes]
    extra: str = ""
    warnings: Callable[[DocumentView], tuple[Message, ...]] = _nothing
