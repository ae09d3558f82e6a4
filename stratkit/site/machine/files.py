"""Files for machines: one JSON beside each page, feed, sitemap, robots.txt, and what is offered for download."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from stratkit.document.view import DocumentView
from stratkit.exchange.entity_json import entity_data
from stratkit.exchange.models import EntityData
from stratkit.model import linked
from stratkit.model.linked import Catalog, Strategy
from stratkit.model.written import as_json
from stratkit.site import address
from stratkit.site.context import RegionContext
from stratkit.site.file import NOWHERE, Elsewhere, SiteFile
from stratkit.site.groups import all_beneficiaries
from stratkit.site.machine.data import dataset, inert_json, jsonld_path
from stratkit.site.machine.downloads import download_files, downloads
from stratkit.site.machine.feed import feed
from stratkit.site.machine.opendata import OpenSet, opendata_files, register_files
from stratkit.site.machine.web import ROBOTS, feed_path, robots, sitemaps
from stratkit.site.pictures.share import share_files


def region_files(
    strategy: Strategy,
    context: RegionContext,
    document: Callable[[], DocumentView],
    pages: Iterable[str],
    elsewhere: Elsewhere = NOWHERE,
) -> Iterator[SiteFile]:
    """All files of a region that are no pages.

    Args:
        strategy: the region.
        context: what it belongs to.
        document: gives its official document.
        pages: paths of all pages; a thing that has no page has no JSON either.
        elsewhere: gives files that are made elsewhere.
    """
    settings, catalog = context.settings, context.catalog
    base = address.base(settings.url)
    offered = downloads(strategy, context.documents)
    described = partial(dataset, strategy, offered, base, settings.operator)
    yield SiteFile(jsonld_path(strategy.id), lambda: inert_json(described()).encode())
    yield SiteFile(feed_path(strategy.id), partial(feed, strategy, context.editions, base))
    if base:
        yield from share_files(strategy, settings.title or strategy.title)
    yield from opendata_files(strategy, settings)
    beside = frozenset(map(data_path, pages))
    yield from (one for one in entity_files(strategy, catalog) if one.path in beside)
    # Last what takes longest: another process may be making it meanwhile.
    yield from download_files(strategy, catalog, context.documents, document, elsewhere)


def entity_files(strategy: Strategy, catalog: Catalog) -> Iterator[SiteFile]:
    """The JSON of each entity of *strategy*, beside its page."""
    for entity in _entities(strategy):
        page = address.entity_path(strategy.id, entity)
        data = cache(partial(entity_data, entity, strategy, catalog))
        yield SiteFile(data_path(page), partial(_entity, data), shows=data)


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


def _entity(data: Callable[[], EntityData]) -> bytes:
    return as_json(data())


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
