"""A page before it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from stratkit.immutable import immutable

CONTENT_LANGUAGE = "ru"
"""The language of all strategies; pages in another language mark their texts with it."""


@immutable
class Crumb:
    """A step of the way from the home page to this one.

    Args:
        title: what the link says.
        path: where it leads.
        content: the title is content of a strategy and not a word of the interface.
    """

    title: str
    path: str
    content: bool = False


@immutable
class Page:
    """A page of the website.

    Args:
        path: file within the site, e.g. ``tomsk/projects/portfolio.html``.
        template: file in ``site_templates/pages``.
        title: what the browser's tab shows.
        view: what the template draws.
        crumbs: the way from the home page.
        region: id of the region that the page belongs to.
        summary: one sentence for search engines and shared links.
        values: what the title is filled with, where it is a word of the interface.
        content_title: the title is content of a strategy and not a word of the interface.
        entity: the page shows one entity, whose data stands beside it.
        about: the file and the id of the entity whose findings it shows.
        described: what the page shows in the words of schema.org.
    """

    path: str
    template: str
    title: str
    view: Mapping[str, Any] = field(default_factory=dict)
    crumbs: tuple[Crumb, ...] = ()
    region: str | None = None
    summary: str = ""
    content_title: bool = True
    entity: bool = False
    about: tuple[str, str] | None = None
    described: tuple[Mapping[str, Any], ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def listed(self) -> bool:
        """The page stands in the menu, which then shows where the reader is."""
        inside = self.path.removeprefix(f"{self.region}/") if self.region else self.path
        return inside.endswith("index.html") or "/" not in inside

    @property
    def root(self) -> str:
        """The way from this page to the top of its language: ``../../`` or nothing."""
        return "../" * self.path.count("/")
