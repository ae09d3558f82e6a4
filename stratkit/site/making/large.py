"""The files of a region that take longest to make and need nothing of what draws: its data for download, its search index."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.site.file import SiteFile
from stratkit.site.machine.downloads import export_files
from stratkit.site.making.desk import Desk
from stratkit.site.search.file import search_file


def large_files(own: Desk, region: str) -> Iterator[SiteFile]:
    """These files of a region, if it has a strategy; last the one that many edits leave as it is."""
    strategy = own.load(region).strategy
    if strategy is not None:
        yield from export_files(strategy, own.frame.catalog)
        yield search_file(strategy)
