"""Where the places stand of which rules across regions spoke last time: they are looked up again only where files changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from stratkit.diagnostics import Origin, Span
from stratkit.source.cache import CacheFolder, file_name
from stratkit.source.plain_json import plain_json
from stratkit.source.positions import Spot

Places = Mapping[Origin, Spot]
"""Where places by meaning stand."""
_NAME = file_name("places")


def places_kept(cache: CacheFolder | None, digests: Mapping[str, str]) -> dict[Origin, Spot]:
    """The places that are known and still right.

    Args:
        cache: where they are kept.
        digests: of the files of each folder as they are.
    """
    body = cache.get(_NAME, _NAME) if cache is not None else None
    if body is None:
        return {}
    try:
        return places_of(plain_json(body), digests)
    except ValueError:
        return {}  # written by something else


def keep_places(cache: CacheFolder | None, places: Places, digests: Mapping[str, str]) -> None:
    """Keep *places* for the next run."""
    if cache is not None:
        written = json.dumps(places_as_json(places, digests), ensure_ascii=False)
        cache.put(_NAME, _NAME, written.encode("utf-8", "surrogatepass"))


def places_as_json(places: Places, digests: Mapping[str, str]) -> Any:
    """*places* by folder, each folder with the digest of its files."""
    by_folder: dict[str, tuple[str, list[Any]]] = {}
    for origin, spot in places.items():
        folder = origin.path.partition("/")[0]
        if folder in digests:
            by_folder.setdefault(folder, (digests[folder], []))[1].append(_row(origin, spot))
    return by_folder


def places_of(value: Any, digests: Mapping[str, str]) -> dict[Origin, Spot]:
    """The places that :func:`places_as_json` wrote down and that are still right: their folder is as it was.

    Raises:
        ValueError: it wrote something else.
    """
    places: dict[Origin, Spot] = {}
    try:
        for folder, (digest, rows) in value.items():
            if digests.get(folder) == digest:
                places.update(_places(rows))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error
    return places


def rows_of(places: Places) -> list[Any]:
    """*places* as values of JSON."""
    return [_row(origin, spot) for origin, spot in places.items()]


def places_in_rows(rows: Any) -> dict[Origin, Spot]:
    """The places that :func:`rows_of` wrote down.

    Raises:
        ValueError: it wrote something else.
    """
    try:
        return dict(_places(rows))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _row(origin: Origin, spot: Spot) -> list[Any]:
    span, name = spot
    numbers = (span.line, span.column, span.end_line, span.end_column)
    return [origin.path, list(origin.pointer), origin.key, name, *numbers]


def _places(rows: Any) -> Iterator[tuple[Origin, Spot]]:
    for path, pointer, key, name, *numbers in rows:
        yield Origin(path, tuple(pointer), key), Spot(Span(path, *numbers), name)
