"""Drawing pages: one strict, escaping template environment for each language of the interface."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from stratkit.diagnostics import Message
from stratkit.diagnostics.language import translations
from stratkit.document.anchors import anchor
from stratkit.document.columns import number_text
from stratkit.document.formats import html as document_html
from stratkit.document.markdown import parser
from stratkit.document.typography import settle
from stratkit.model import linked
from stratkit.model.numbers import Moment
from stratkit.site import address
from stratkit.site.page import Page
from stratkit.source.shipped import shipped

CONTENT_LANGUAGE = "ru"
_CONTROL = {code: "\ufffd" for code in (*range(9), 11, 12, *range(14, 32), 127)}


@dataclass(frozen=True)
class Links:
    """Addresses as seen from one page."""

    root: str
    region: str | None

    def to(self, target: linked.Entity, region: str | None = None) -> str:
        """The page of an entity of this page's region, or of *region*."""
        return self.root + address.entity_path(region or self.region or "", target)

    def file(self, name: str, region: str | None = None) -> str:
        """A file of this page's region, or of *region*."""
        return self.root + address.region_file(region or self.region or "", name)

    def top(self, path: str) -> str:
        """A file at the top of this language."""
        return self.root + path

    def compared(self, kind: str, identifier: str) -> str:
        """A page of the comparison."""
        return self.root + address.compared_path(kind, identifier)


class Renderer:
    """Draws pages in one language.

    Args:
        language: of the interface.
        site: what all pages know: titles, regions, the other languages.
    """

    def __init__(self, language: str, site: dict[str, Any]) -> None:
        self.language = language
        self.translate = translations(language)
        self.environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader([shipped("site_templates"), document_html.FOLDER]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
            finalize=_clean,
        )
        self.environment.install_gettext_translations(self.translate, newstyle=True)  # type: ignore[attr-defined]
        self.environment.filters.update(
            anchor=anchor,
            figure=_figure,
            markdown=_markdown,
            settle=settle,
            words=self._words,
            content=self._content,
            day=_day,
        )
        self.environment.globals.update(site=site, language=language)

    def _words(self, message: Message) -> str:
        return message.render(self.translate.gettext)

    def _content(self, text: str) -> Markup:
        """Text of a strategy: marked with its own language where the interface speaks another."""
        settled = settle(str(text))
        if self.language == CONTENT_LANGUAGE:
            return escape(settled)
        return Markup('<span lang="{}">{}</span>').format(CONTENT_LANGUAGE, settled)

    def page(self, page: Page) -> bytes:
        """The file of a page."""
        title = page.title if page.content_title else self.translate.gettext(page.title)
        template = self.environment.get_template(f"pages/{page.template}")
        links = Links(page.root, page.region)
        return template.render(page=page, title=title, url=links, **page.view).encode()


def _clean(value: object) -> object:
    """Characters that HTML forbids are shown as what they are: not text."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return value.translate(_CONTROL)


def _figure(value: float | None) -> str:
    return "?" if value is None else number_text(value)


def _day(moment: Moment | None) -> str:
    """A date in figures: 31.08.2021, 08.2021 or 2021."""
    if moment is None:
        return "?"
    if moment.month is None:
        return str(moment.year)
    if moment.day is None:
        return f"{moment.month:02}.{moment.year}"
    return datetime.date(moment.year, moment.month, moment.day).strftime("%d.%m.%Y")




def _markdown(text: str | None) -> Markup:
    """Markdown without raw HTML; markdown-it refuses links that could run something."""
    return Markup(parser().render(settle(text or "").translate(_CONTROL)))


def asset_folder() -> Path:
    """Style sheets, scripts and pictures of the website."""
    return shipped("site_templates") / "assets"
