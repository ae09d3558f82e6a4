"""The whole website as files: what stands where, and in which bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stratkit import __version__
from stratkit.compare import compare_regions
from stratkit.diagnostics import Diagnostic
from stratkit.diagnostics.language import LANGUAGES
from stratkit.document.build import build_document
from stratkit.document.registry import FORMATS
from stratkit.exchange.registry import EXPORTS
from stratkit.model.linked import Strategy, Workspace
from stratkit.site import address
from stratkit.site.entries import search_entries
from stratkit.site.page import Page
from stratkit.site.pages.region import region_pages
from stratkit.site.pages.shared import shared_pages
from stratkit.site.render import Renderer, asset_folder
from stratkit.site.search import index_script, search_index

LANGUAGE_NAMES = {"ru": "Русский", "en": "English"}


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the website."""

    path: str
    data: bytes


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
    """Every file of the website; the same workspace gives the same bytes."""
    for asset in sorted(asset_folder().iterdir()):
        yield SiteFile(f"assets/{asset.name}", asset.read_bytes())
    for strategy in workspace.strategies.values():
        yield from _downloads(strategy, workspace, options)
    for strategy in workspace.strategies.values():
        index = search_index(search_entries(strategy))
        yield SiteFile(address.search_path(strategy.id), index_script(index, strategy.id))
    pages = list(_pages(workspace, findings, options))
    prefixes = {language: f"{language}/" if number else "" for number, language in enumerate(options.languages)}
    renderer = Renderer({language: _site(workspace, options, prefix) for language, prefix in prefixes.items()})
    for language, prefix in prefixes.items():
        for page in pages:
            yield SiteFile(prefix + page.path, renderer.page(page, language))


def _pages(workspace: Workspace, findings: Sequence[Diagnostic], options: SiteOptions) -> Iterator[Page]:
    yield from shared_pages(workspace, compare_regions(workspace), findings)
    for strategy in workspace.strategies.values():
        own = [one for one in findings if one.span.path.startswith(f"{strategy.id}/")]
        yield from region_pages(strategy, workspace, own, _download_names(strategy, options))


def _download_names(strategy: Strategy, options: SiteOptions) -> Mapping[str, str]:
    names = {f"files/{strategy.id}{FORMATS[one].suffix}": one.upper() for one in options.documents if strategy.profile}
    return {**names, f"files/{strategy.id}.json": "JSON"}


def _downloads(strategy: Strategy, workspace: Workspace, options: SiteOptions) -> Iterator[SiteFile]:
    folder = f"{strategy.id}/files/{strategy.id}"
    if strategy.profile is not None:
        view = build_document(strategy)
        for name in options.documents:
            yield SiteFile(folder + FORMATS[name].suffix, FORMATS[name].render(view))
    yield SiteFile(f"{folder}.json", EXPORTS["json"](strategy, workspace.catalog))


def _site(workspace: Workspace, options: SiteOptions, prefix: str) -> dict[str, Any]:
    """What every page knows."""
    settings = workspace.settings.site
    return {
        "title": settings.title or workspace.title,
        "operator": settings.operator,
        "contact": settings.contact,
        "edit_url": settings.edit_url,
        "regions": [(one.id, one.frame.region.name.nominative) for one in workspace.strategies.values()],
        "catalog": workspace.catalog,
        "url": address.base(settings.url),
        "prefix": prefix,
        "up": "../" if prefix else "",
        "languages": [
            (code, LANGUAGE_NAMES[code], "" if number == 0 else f"{code}/") for number, code in enumerate(options.languages)
        ],
        "version": __version__,
        "address": address,
    }
