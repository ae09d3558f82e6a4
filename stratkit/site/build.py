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
from stratkit.site.page import Page
from stratkit.site.pages.region import all_beneficiaries, region_pages
from stratkit.site.pages.shared import shared_pages
from stratkit.site.render import Renderer, asset_folder
from stratkit.site.search import Entry, index_script, search_index

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
    yield SiteFile("assets/search-index.js", index_script(search_index(search_entries(workspace)), "all"))
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
        "up": "../" if prefix else "",
        "languages": [
            (code, LANGUAGE_NAMES[code], "" if number == 0 else f"{code}/") for number, code in enumerate(options.languages)
        ],
        "version": __version__,
        "address": address,
    }


def search_entries(workspace: Workspace) -> Iterator[Entry]:
    """Everything that can be found."""
    for strategy in workspace.strategies.values():
        region = strategy.id
        yield Entry(address.region_path(region), "region", strategy.title, region)
        for industry in strategy.industries:
            path = address.entity_path
            texts = " ".join(point.text for point in (*industry.problems, *industry.risks))
            yield Entry(path(region, industry), "industry", industry.title, region, industry.id, texts)
            for project in industry.projects:
                text = " ".join(filter(None, (project.goal, project.description)))
                text += " " + " ".join(milestone.text for milestone in project.milestones)
                yield Entry(path(region, project), "project", project.title, region, industry.id, text)
            for indicator in industry.indicators:
                yield Entry(path(region, indicator), "indicator", indicator.title, region, industry.id)
            for challenge in industry.challenges:
                yield Entry(path(region, challenge), "challenge", challenge.title, region, industry.id)
        for body in strategy.bodies.values():
            yield Entry(address.entity_path(region, body), "body", body.title, region)
        for who in all_beneficiaries(strategy):
            gains = " ".join(
                benefit.text or ""
                for project in strategy.projects_of("beneficiary", who.id)
                for benefit in project.benefits
                if who in benefit.who
            )
            yield Entry(address.entity_path(region, who), "beneficiary", who.title, region, text=gains)
        for technology in strategy.technologies:
            yield Entry(address.entity_path(region, technology), "technology", technology.title, region)
        for programme in strategy.programmes:
            yield Entry(address.entity_path(region, programme), "programme", programme.title, region)
