"""The files of a region that take longest to make: those for download. They show its strategy and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from stratkit.document.build import build_document
from stratkit.site.file import SiteFile
from stratkit.site.machine.downloads import download_files
from stratkit.site.making.desk import Desk


def large_files(own: Desk, region: str) -> Iterator[SiteFile]:
    """The files for download of a region, if it has a strategy."""
    strategy = own.load(region).strategy
    if strategy is not None:
        document = cache(partial(build_document, strategy))
        yield from download_files(strategy, own.frame.catalog, own.place.options.documents, document)
