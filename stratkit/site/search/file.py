"""The file in which the search index of a region stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

from stratkit.model.linked import Strategy
from stratkit.site import address
from stratkit.site.file import SiteFile
from stratkit.site.search.entries import search_entries
from stratkit.site.search.index import Entry, index_script, search_index


def search_file(strategy: Strategy) -> SiteFile:
    """The search index of a region: it shows the strategy and nothing else."""
    entries = cache(lambda: tuple(search_entries(strategy)))
    return SiteFile(address.search_path(strategy.id), partial(_script, strategy.id, entries), shows=entries)


def _script(region: str, entries: Callable[[], Sequence[Entry]]) -> bytes:
    return index_script(search_index(entries()), region)
