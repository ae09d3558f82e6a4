"""Files of a region that show its strategy and nothing else and are no pages: nobody need wait for lint to make them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial

from stratkit.document.build import build_document
from stratkit.model.linked import Catalog, Strategy
from stratkit.site import address
from stratkit.site.file import SiteFile
from stratkit.site.machine.files import download_files, entity_files
from stratkit.site.making.desk import Desk
from stratkit.site.search.entries import search_entries
from stratkit.site.search.index import Entry, index_script, search_index


def large_files(own: Desk, region: str) -> Iterator[SiteFile]:
    """Those for download: few, of which each takes long to make."""
    strategy, catalog = _shown(own, region)
    document = cache(partial(build_document, strategy))
    yield from download_files(strategy, catalog, own.place.options.documents, document)


def small_files(own: Desk, region: str) -> Iterator[SiteFile]:
    """The search index and the JSON of each entity."""
    strategy, catalog = _shown(own, region)
    yield search_file(strategy)
    yield from entity_files(strategy, catalog)


def search_file(strategy: Strategy) -> SiteFile:
    """The search index of a region."""
    entries = tuple(search_entries(strategy))
    return SiteFile(address.search_path(strategy.id), partial(_search, strategy.id, entries), shows=entries)


def _search(region: str, entries: Iterable[Entry]) -> bytes:
    return index_script(search_index(entries), region)


def _shown(own: Desk, region: str) -> tuple[Strategy, Catalog]:
    strategy = own.load(region).strategy
    if strategy is None:
        raise ValueError(region)
    return strategy, own.frame.catalog
