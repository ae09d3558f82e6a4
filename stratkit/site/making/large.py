"""The files of a region that take longest to make and are no pages: those for download, and the search index.

They show its strategy and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from stratkit.document.build import build_document
from stratkit.site.file import SiteFile
from stratkit.site.machine.downloads import download_files
from stratkit.site.making.desk import Desk
from stratkit.site.search.file import search_file


def large_files(own: Desk, region: str) -> Iterator[SiteFile]:
    """These files of a region, if it has a strategy; last the one that many edits leave as it is."""
    strategy = own.load(region).strategy
    if strategy is not None:
        document = cache(partial(build_document, strategy))
        yield from download_files(strategy, own.frame.catalog, own.place.options.documents, document)
        yield search_file(strategy)
