"""A website in parts: one for each region, which needs no other, and one above the regions.

A part gives its files; their bytes are made when they are asked for, in any process.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from stratkit import __version__
from stratkit.compare import RegionFacts, facts_of
from stratkit.diagnostics.language import LANGUAGES
from stratkit.model.linked import Catalog, Strategy
from stratkit.model.workspace import Settings
from stratkit.site import address
from stratkit.site.context import RegionContext
from stratkit.site.entries import search_entries
from stratkit.site.file import SiteFile
from stratkit.site.machine import downloads, region_files, website_files
from stratkit.site.machine_data import Download
from stratkit.site.machine_opendata import OpenSet, open_sets
from stratkit.site.page import Page
from stratkit.site.pages.region import region_pages
from stratkit.site.pages.shared import Shared, shared_pages
from stratkit.site.render import Renderer, asset_folder
from stratkit.site.search import index_script, search_index

LANGUAGE_NAMES = {"ru": "Русский", "en": "English"}


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """How to build.

    Args:
        documents: formats of the official document that are offered for download.
        languages: of the interface; the first stands at the top, others in their folders.
    """

    documents: tuple[str, ...] = ("html",)
    languages: tuple[str, ...] = LANGUAGES

    @property
    def prefixes(self) -> dict[str, str]:
        """The folder of each language."""
        return {language: f"{language}/" if number else "" for number, language in enumerate(self.languages)}


@dataclass(frozen=True, slots=True)
class Brief:
    """What the part above the regions needs to know of one.

    Args:
        facts: what it brings to comparisons.
        files: its downloads.
        sets: its open data, as the register names them.
    """

    facts: RegionFacts
    files: tuple[Download, ...]
    sets: tuple[OpenSet, ...]


def brief(strategy: Strategy, settings: Settings, options: SiteOptions) -> Brief:
    """What the part above the regions needs to know of *strategy*."""
    return Brief(facts_of(strategy), downloads(strategy, options.documents), open_sets(strategy, settings.site))


@dataclass(frozen=True, slots=True)
class Part:
    """The files of a part.

    Args:
        pages: paths of its pages in the first language.
        files: all of them.
    """

    pages: tuple[str, ...]
    files: tuple[SiteFile, ...]


def region_part(strategy: Strategy, context: RegionContext, renderer: Renderer) -> Part:
    """Everything that stands in the folder of a region, in all languages."""
    pages = list(region_pages(strategy, context))
    paths = tuple(page.path for page in pages)
    own = region_files(strategy, context, frozenset(paths))
    search = SiteFile(address.search_path(strategy.id), partial(_search, strategy))
    return Part(paths, (*own, search, *_drawn(pages, renderer)))


def shared_part(shared: Shared, sets: Sequence[OpenSet], pages: Sequence[str], renderer: Renderer) -> Part:
    """Everything above the regions, in all languages.

    Args:
        shared: what its pages show.
        sets: the open data of all regions.
        pages: paths of the pages of all regions.
        renderer: draws the pages.
    """
    own = list(shared_pages(shared))
    paths = tuple(page.path for page in own)
    assets = (SiteFile(f"assets/{one.name}", one.read_bytes) for one in sorted(asset_folder().iterdir()))
    prefixes = {language: site["prefix"] for language, site in renderer.site.items()}
    base = next(iter(renderer.site.values()))["url"]
    rest = website_files(base, sets, (*paths, *pages), prefixes)
    return Part(paths, (*assets, *rest, *_drawn(own, renderer)))


def renderer_of(settings: Settings, title: str, catalog: Catalog, options: SiteOptions) -> Renderer:
    """What draws the pages of a website.

    Args:
        settings: of the workspace.
        title: of the website, where the settings give none.
        catalog: what regions share.
        options: how to build.
    """
    site = {language: _site(settings, title, catalog, options, language) for language in options.languages}
    return Renderer(site)


def _drawn(pages: Sequence[Page], renderer: Renderer) -> Iterator[SiteFile]:
    for language, site in renderer.site.items():
        for page in pages:
            yield SiteFile(site["prefix"] + page.path, partial(renderer.page, page, language))


def _search(strategy: Strategy) -> bytes:
    return index_script(search_index(search_entries(strategy)), strategy.id)


def _site(settings: Settings, title: str, catalog: Catalog, options: SiteOptions, language: str) -> Mapping[str, Any]:
    """What every page knows."""
    prefixes, site = options.prefixes, settings.site
    return {
        "title": site.title or title,
        "operator": site.operator,
        "contact": site.contact,
        "edit_url": site.edit_url if address.base(site.edit_url) else None,
        "catalog": catalog,
        "url": address.base(site.url),
        "prefix": prefixes[language],
        "up": "../" if prefixes[language] else "",
        "languages": [(code, LANGUAGE_NAMES[code], prefix) for code, prefix in prefixes.items()],
        "version": __version__,
        "address": address,
    }
