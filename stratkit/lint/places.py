"""Where the places stand of which rules across regions spoke last time: they are looked up again only where files changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stratkit.diagnostics import Origin, Span

Places = Mapping[Origin, Span]
"""Where places by meaning stand."""


def places_as_json(places: Places, digests: Mapping[str, str]) -> Any:
    """*places* by folder, each folder with the digest of its files."""
    by_folder: dict[str, tuple[str, list[Any]]] = {}
    for origin, span in places.items():
        folder = origin.path.partition("/")[0]
        if folder in digests:
            row = [
                origin.path,
                list(origin.pointer),
                origin.key,
                span.line,
                span.column,
                span.end_line,
                span.end_column,
            ]
            by_folder.setdefault(folder, (digests[folder], []))[1].append(row)
    return by_folder


def places_of(value: Any, digests: Mapping[str, str]) -> dict[Origin, Span]:
    """The places that :func:`places_as_json` wrote down and that are still right: their folder is as it was.

    Raises:
        ValueError: it wrote something else.
    """
    places: dict[Origin, Span] = {}
    try:
        for folder, (digest, rows) in value.items():
            if digests.get(folder) == digest:
                for path, pointer, key, *numbers in rows:
                    places[Origin(path, tuple(pointer), key)] = Span(path, *numbers)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error
    return places
