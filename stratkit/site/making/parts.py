"""A website in parts: one for each region, which needs no other, and one above the regions.

A part gives its files; their bytes are made when they are asked for, in any process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Any

from stratkit import __version__
from stratkit.diagnostics import Diagnostic
from stratkit.diagnostics.language import LANGUAGE_NAMES
from stratkit.document.build import build_document
from stratkit.immutable import immutable
from stratkit.model.linked import Catalog, Strategy
from stratkit.model.workspace import Settings
from stratkit.site import address
from stratkit.site.context import RegionContext
from stratkit.site.drawing.render import Renderer, asset_folder
from stratkit.site.file import NOWHERE, Elsewhere, SiteFile
from stratkit.site.machine.files import region_files, website_files
from stratkit.site.making.briefs import Brief
from stratkit.site.options import SiteOptions
from stratkit.site.page import Page
from stratkit.site.pages.region import Explain, region_pages, with_findings
from stratkit.site.pages.shared import Shared, shared_pages
from stratkit.site.search.file import search_file


@immutable
class Part:
    """The files of a part.

    Args:
        pages: paths of its pages in the first language.
        files: all of them.
    """

    pages: tuple[str, ...]
    files: tuple[SiteFile, ...]


@immutable
class Unjudged:
    """The part of a region before lint has said anything.

    Args:
        pages: without findings.
        files: those that are no pages.
        renderer: draws the pages.
    """

    pages: tuple[Page, ...]
    files: tuple[SiteFile, ...]
    renderer: Renderer

    def judged(self, findings: Sequence[Diagnostic], explain: Explain | None) -> Part:
        """Everything that stands in the folder of the region, in all languages; the arguments as of :func:`with_findings`."""
        pages = list(with_findings(self.pages, findings, explain))
        # Pages first: another process may be making the other files meanwhile.
        return Part(tuple(page.path for page in pages), (*_drawn(pages, self.renderer), *self.files))


def unjudged(
    strategy: Strategy, context: RegionContext, renderer: Renderer, elsewhere: Elsewhere = NOWHERE
) -> Unjudged:
    """The part of a region before lint has said anything; *elsewhere* gives files that are made elsewhere."""
    document = cache(partial(build_document, strategy))
    pages = tuple(region_pages(strategy, context, document))
    own = region_files(strategy, context, document, tuple(page.path for page in pages), elsewhere)
    return Unjudged(pages, (*own, search_file(strategy, elsewhere)), renderer)


def shared_part(shared: Shared, renderer: Renderer) -> Part:
    """The pages above the regions, in all languages, and what all pages use."""
    own = list(shared_pages(shared))
    assets = (SiteFile(f"assets/{one.name}", one.read_bytes, shows=tuple) for one in sorted(asset_folder().iterdir()))
    return Part(tuple(page.path for page in own), (*assets, *_drawn(own, renderer)))


def top_files(pages: Sequence[str], briefs: Iterable[Brief], renderer: Renderer) -> Iterator[SiteFile]:
    """What crawlers and portals look for at the top of a website.

    Args:
        pages: paths of all pages in the first language.
        briefs: what is known of each region.
        renderer: draws the pages.
    """
    prefixes = {language: site["prefix"] for language, site in renderer.site.items()}
    base = next(iter(renderer.site.values()))["url"]
    return website_files(base, [each for one in briefs for each in one.sets], pages, prefixes)


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
    for page in pages:
        for language, site in renderer.site.items():
            yield SiteFile(site["prefix"] + page.path, partial(renderer.page, page, language), page)


def _site(settings: Settings, title: str, catalog: Catalog, options: SiteOptions, language: str) -> dict[str, Any]:
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
