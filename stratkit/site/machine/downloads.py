"""What a region offers for download: its document, its data, and all of it in one archive."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from stratkit.document.registry import FORMATS
from stratkit.document.view import DocumentView
from stratkit.exchange.registry import EXPORTS
from stratkit.model.linked import Catalog, Strategy
from stratkit.site.file import NOWHERE, Elsewhere, SiteFile
from stratkit.site.machine.data import Download
from stratkit.source.archive import zip_archive

CHECKSUMS = "SHA256SUMS"


def downloads(strategy: Strategy, documents: Iterable[str]) -> tuple[Download, ...]:
    """The files of a region: its document in the formats *documents*, its data, and all of it in one archive."""
    stem = _stem(strategy.id)
    forms = [FORMATS[name] for name in documents] if strategy.profile is not None else []
    return (
        *(Download(stem + one.suffix, one.name.upper(), one.media_type, data=False) for one in forms),
        *(Download(stem + one.suffix, one.name.upper(), one.media_type) for one in EXPORTS.values()),
        Download(archive_path(strategy.id), "ZIP", "application/zip"),
    )


def archive_path(region: str) -> str:
    """Everything that a region offers for download, in one file."""
    return f"{_stem(region)}.zip"


def download_files(
    strategy: Strategy,
    catalog: Catalog,
    documents: Iterable[str],
    document: Callable[[], DocumentView],
    elsewhere: Elsewhere = NOWHERE,
) -> Iterator[SiteFile]:
    """The files of :func:`downloads`: they show the strategy and nothing else.

    Args:
        strategy: the region.
        catalog: what regions share.
        documents: formats of its document.
        document: gives that.
        elsewhere: gives those that are made elsewhere.
    """
    # Each is made once, although the archive holds it too.
    makers = {
        path: elsewhere.get(path) or cache(make) for path, make in _makers(strategy, catalog, documents, document)
    }
    for path, make in makers.items():
        yield SiteFile(path, make)
    yield SiteFile(archive_path(strategy.id), partial(_archive, makers))


def export_files(strategy: Strategy, catalog: Catalog) -> Iterator[SiteFile]:
    """Those of them that hold the data of *strategy*."""
    for one in EXPORTS.values():
        yield SiteFile(_stem(strategy.id) + one.suffix, partial(one.render, strategy, catalog))


def _makers(
    strategy: Strategy, catalog: Catalog, documents: Iterable[str], document: Callable[[], DocumentView]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """What makes the files for download, by path."""
    if strategy.profile is not None:
        for name in documents:
            yield _stem(strategy.id) + FORMATS[name].suffix, partial(_document, name, document)
    yield from ((one.path, one.make) for one in export_files(strategy, catalog))


def _stem(region: str) -> str:
    return f"{region}/files/{region}"


def _document(name: str, view: Callable[[], DocumentView]) -> bytes:
    return FORMATS[name].render(view())


def _archive(makers: Mapping[str, Callable[[], bytes]]) -> bytes:
    """Everything of a region, with checksums that ``sha256sum -c`` reads."""
    files = {path.rpartition("/")[2]: make() for path, make in makers.items()}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return zip_archive({**files, CHECKSUMS: sums.encode()})
