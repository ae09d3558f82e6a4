"""The formats of the document; the list exists once."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping

from stratkit.document.format import Format

_WRITERS = {"docx": "docx", "pdf": "pdf", "odt": "odt", "html": "html", "md": "markdown"}
"""The module of each format by its name on the command line."""


class _Formats(Mapping[str, Format]):
    """The formats by name; a writer is imported when it is asked for, so that the others cost nothing."""

    def __getitem__(self, name: str) -> Format:
        found: Format = importlib.import_module(f"stratkit.document.formats.{_WRITERS[name]}").FORMAT
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(_WRITERS)

    def __len__(self) -> int:
        return len(_WRITERS)


FORMATS: Mapping[str, Format] = _Formats()
