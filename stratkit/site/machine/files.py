"""Files for machines: downloads of a region, one JSON beside each page, feed, sitemap, robots.txt."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from stratkit.document.registry import FORMATS
from stratkit.document.view import DocumentView
from stratkit.exchange.entity_json import entity_data
from stratkit.exchange.models import EntityData
from stratkit.exchange.registry import EXPORTS
from stratkit.model import linked
from stratkit.model.linked import Catalog, Strategy
from stratkit.model.node import as_json
from stratkit.site import address
from stratkit.site.context import RegionContext
from stratkit.site.file import SiteFile
from stratkit.site.groups import all_beneficiaries
from stratkit.site.machine.data import Download, dataset, inert_json, jsonld_path
from stratkit.site.machine.feed import feed
from stratkit.site.machine.opendata import OpenSet, opendata_files, register_files
from stratkit.site.machine.web import ROBOTS, feed_path, robots, sitemaps
from stratkit.site.pictures.share import share_files
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


def region_files(
    strategy: Strategy, context: RegionContext, document: Callable[[], DocumentView], pages: Iterable[str]
) -> Iterator[SiteFile]:
    """All files of a region that are no pages.

    Args:
        strategy: the region.
        context: what it belongs to.
        document: gives its official document.
        pages: paths of all pages; a thing that has no page has no JSON either.
    """
    settings, catalog = context.settings, context.catalog
    base = address.base(settings.url)
    offered = downloads(strategy, context.documents)
    yield from download_files(strategy, catalog, context.documents, document)
    described = partial(dataset, strategy, offered, base, settings.operator)
    yield SiteFile(jsonld_path(strategy.id), lambda: inert_json(described()).encode())
    yield SiteFile(feed_path(strategy.id), partial(feed, strategy, context.editions, base))
    if base:
        yield from share_files(strategy, settings.title or strategy.title)
    yield from opendata_files(strategy, settings)
    beside = frozenset(map(data_path, pages))
    yield from (one for one in entity_files(strategy, catalog) if one.path in beside)


def entity_files(strategy: Strategy, catalog: Catalog) -> Iterator[SiteFile]:
    """The JSON of each entity of *strategy*, beside its page."""
    for entity in _entities(strategy):
        page = address.entity_path(strategy.id, entity)
        data = cache(partial(entity_data, entity, strategy, catalog))
        yield SiteFile(data_path(page), partial(_entity, data), shows=data)


def download_files(
    strategy: Strategy, catalog: Catalog, documents: Iterable[str], document: Callable[[], DocumentView]
) -> Iterator[SiteFile]:
    """The files of :func:`downloads`: they show the strategy and nothing else."""
    makers = _download_makers(strategy, catalog, documents, document)
    for path, make in makers.items():
        yield SiteFile(path, make)
    yield SiteFile(f"{strategy.id}/files/{strategy.id}.zip", partial(_archive, makers))


def data_path(page: str) -> str:
    """The JSON beside the page of an entity."""
    return page.removesuffix(".html") + ".json"


def website_files(
    base: str, sets: Iterable[OpenSet], pages: Iterable[str], prefixes: Mapping[str, str]
) -> Iterator[SiteFile]:
    """What crawlers and portals look for at the top of a website; a sitemap only where its address is known.

    Args:
        base: address of the website; empty if it is not known.
        sets: the open data of all regions.
        pages: paths of all pages, without the folder of a language.
        prefixes: the folder of each language, by its code.
    """
    yield from register_files(sets, base)
    yield SiteFile(ROBOTS, partial(robots, base))
    if base:
        shown = [path for path in pages if path != address.NOT_FOUND]
        for path, data in sitemaps(base, shown, prefixes).items():
            yield SiteFile(path, partial(bytes, data))


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


def _entity(data: Callable[[], EntityData]) -> bytes:
    return as_json(data())


def _document(name: str, view: Callable[[], DocumentView]) -> bytes:
    return FORMATS[name].render(view())


def _archive(makers: Mapping[str, Callable[[], bytes]]) -> bytes:
    """Everything of a region, with checksums that ``sha256sum -c`` reads."""
    files = {path.rpartition("/")[2]: make() for path, make in makers.items()}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return zip_archive({**files, CHECKSUMS: sums.encode()})


def _entities(strategy: Strategy) -> Iterator[linked.Entity]:
    yield from strategy.industries
    yield from strategy.projects
    yield from strategy.indicators
    yield from strategy.challenges
    yield from strategy.bodies.values()
    yield from all_beneficiaries(strategy)
    yield from strategy.technologies
    yield from strategy.programmes
    yield from strategy.tasks
    yield from strategy.basis
