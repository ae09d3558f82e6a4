"""The whole website as files: what stands where, and in which bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from stratkit import __version__
from stratkit.compare import compare_regions
from stratkit.diagnostics import Diagnostic
from stratkit.diagnostics.language import LANGUAGES
from stratkit.model.linked import Strategy, Workspace
from stratkit.site import address
from stratkit.site.entries import search_entries
from stratkit.site.file import SiteFile
from stratkit.site.machine import downloads, region_files, website_files
from stratkit.site.page import Page
from stratkit.site.pages.region import region_pages
from stratkit.site.pages.shared import shared_pages
from stratkit.site.render import Renderer, asset_folder
from stratkit.site.search import index_script, search_index

LANGUAGE_NAMES = {"ru": "Русский", "en": "English"}


@dataclass(frozen=True)
class SiteOptions:
    """How to build.

    Args:
        documents: formats of the official document that are offered for download.
        languages: of the interface; the first stands at the top, others in their folders.
    """

    documents: tuple[str, ...] = ("html",)
    languages: tuple[str, ...] = LANGUAGES


def site_files(workspace: Workspace, findings: Sequence[Diagnostic], options: SiteOptions) -> Iterator[SiteFile]:
    """Every file of the website; the same workspace gives the same bytes.

    What stands on each page is settled here; its bytes are made when :attr:`SiteFile.make` is called.

    Raises:
        RenderError: a document cannot be laid out by its profile.
    """
    for asset in sorted(asset_folder().iterdir()):
        yield SiteFile(f"assets/{asset.name}", asset.read_bytes)
    pages = list(_pages(workspace, findings, options))
    paths = [page.path for page in pages]
    for strategy in workspace.strategies.values():
        yield from region_files(strategy, workspace, options.documents, frozenset(paths))
        yield SiteFile(address.search_path(strategy.id), partial(_search, strategy))
    prefixes = {language: f"{language}/" if number else "" for number, language in enumerate(options.languages)}
    yield from website_files(workspace, paths, prefixes)
    renderer = Renderer({language: _site(workspace, options, prefix) for language, prefix in prefixes.items()})
    for language, prefix in prefixes.items():
        for page in pages:
            yield SiteFile(prefix + page.path, partial(renderer.page, page, language))


def _search(strategy: Strategy) -> bytes:
    return index_script(search_index(search_entries(strategy)), strategy.id)


def _pages(workspace: Workspace, findings: Sequence[Diagnostic], options: SiteOptions) -> Iterator[Page]:
    files = {name: downloads(strategy, options.documents) for name, strategy in workspace.strategies.items()}
    yield from shared_pages(workspace, compare_regions(workspace), findings, files)
    for strategy in workspace.strategies.values():
        own = [one for one in findings if one.span.path.startswith(f"{strategy.id}/")]
        yield from region_pages(strategy, workspace, own, files[strategy.id])


def _site(workspace: Workspace, options: SiteOptions, prefix: str) -> dict[str, Any]:
    """What every page knows."""
    settings = workspace.settings.site
    return {
        "title": settings.title or workspace.title,
        "operator": settings.operator,
        "contact": settings.contact,
        "edit_url": settings.edit_url if address.base(settings.edit_url) else None,
        "regions": [(one.id, one.frame.region.name.nominative) for one in workspace.strategies.values()],
        "catalog": workspace.catalog,
        "url": address.base(settings.url),
        "prefix": prefix,
        "up": "../" if prefix else "",
        "languages": [
            (code, LANGUAGE_NAMES[code], "" if number == 0 else f"{code}/")
            for number, code in enumerate(options.languages)
        ],
        "version": __version__,
        "address": address,
    }
