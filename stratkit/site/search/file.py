"""The file in which the search index of a region stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

from stratkit.model.linked import Strategy
from stratkit.site import address
from stratkit.site.file import NOWHERE, Elsewhere, SiteFile
from stratkit.site.search.entries import search_entries
from stratkit.site.search.index import Entry, index_script, search_index


def search_file(strategy: Strategy, elsewhere: Elsewhere = NOWHERE) -> SiteFile:
    """The search index of a region, unless *elsewhere* gives it: it shows the strategy and nothing else."""
    path, entries = address.search_path(strategy.id), cache(lambda: tuple(search_entries(strategy)))
    return SiteFile(path, elsewhere.get(path) or partial(_script, strategy.id, entries), shows=entries)


def _script(region: str, entries: Callable[[], Sequence[Entry]]) -> bytes:
    return index_script(search_index(entries()), region)
