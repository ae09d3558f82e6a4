"""What a region offers for download: its document, its data, and all of it in one archive."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from stratkit.document.registry import FORMATS
from stratkit.document.view import DocumentView
from stratkit.exchange.registry import EXPORTS
from stratkit.model.linked import Catalog, Strategy
from stratkit.site.file import SiteFile
from stratkit.site.machine.data import Download
from stratkit.source.archive import zip_archive

CHECKSUMS = "SHA256SUMS"


def downloads(strategy: Strategy, documents: Iterable[str]) -> tuple[Download, ...]:
    """The files of a region: its document in the formats *documents*, its data, and all of it in one archive."""
    stem = f"{strategy.id}/files/{strategy.id}"
    forms = [FORMATS[name] for name in documents] if strategy.profile is not None else []
    return (
        *(Download(stem + one.suffix, one.name.upper(), one.media_type, data=False) for one in forms),
        *(Download(stem + one.suffix, one.name.upper(), one.media_type) for one in EXPORTS.values()),
        Download(f"{stem}.zip", "ZIP", "application/zip"),
    )


def download_files(
    strategy: Strategy, catalog: Catalog, documents: Iterable[str], document: Callable[[], DocumentView]
) -> Iterator[SiteFile]:
    """The files of :func:`downloads`: they show the strategy and nothing else."""
    makers = _download_makers(strategy, catalog, documents, document)
    for path, make in makers.items():
        yield SiteFile(path, make)
    yield SiteFile(f"{strategy.id}/files/{strategy.id}.zip", partial(_archive, makers))


def _download_makers(
    strategy: Strategy, catalog: Catalog, documents: Iterable[str], document: Callable[[], DocumentView]
) -> dict[str, Callable[[], bytes]]:
    """The files for download by path; each is made once, although the archive holds it too."""
    stem = f"{strategy.id}/files/{strategy.id}"
    makers: dict[str, Callable[[], bytes]] = {}
    if strategy.profile is not None:
        for name in documents:
            makers[stem + FORMATS[name].suffix] = cache(partial(_document, name, document))
    for one in EXPORTS.values():
        makers[stem + one.suffix] = cache(partial(one.render, strategy, catalog))
    return makers


def _document(name: str, view: Callable[[], DocumentView]) -> bytes:
    return FORMATS[name].render(view())


def _archive(makers: Mapping[str, Callable[[], bytes]]) -> bytes:
    """Everything of a region, with checksums that ``sha256sum -c`` reads."""
    files = {path.rpartition("/")[2]: make() for path, make in makers.items()}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return zip_archive({**files, CHECKSUMS: sums.encode()})
