"""Drawing pages: one strict, escaping template environment, and one drawing of a page for all languages."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2.filters import do_truncate
from markupsafe import Markup, escape

from stratkit.diagnostics import Message
from stratkit.diagnostics.language import translations
from stratkit.document.anchors import anchor
from stratkit.document.columns import number_text
from stratkit.document.formats.html_markup import drawn
from stratkit.document.typography import settle
from stratkit.model import linked
from stratkit.model.numbers import Moment
from stratkit.site import address
from stratkit.site.drawing.abbreviations import Abbreviations
from stratkit.site.drawing.markdown import markdown_html
from stratkit.site.drawing.spoken import BEGIN, END, Languages, Spoken, clean, named_mark, pieces
from stratkit.site.drawing.templates import Templates
from stratkit.site.drawing.traces import Look
from stratkit.site.machine.data import inert_json, jsonld_path
from stratkit.site.machine.files import data_path
from stratkit.site.machine.web import absolute, feed_path
from stratkit.site.page import Page
from stratkit.site.pictures.share import picture_path
from stratkit.source.shipped import shipped

_UP = "up"
"""The name of the way from the top of a language to the top of the website."""
_SUMMARY = 200
"""Characters of a summary for search engines."""


@dataclass(eq=False, repr=False)
class Links:
    """Addresses as seen from the page that is being drawn."""

    root: str = ""
    region: str | None = None

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
    """Draws pages; one environment, whose templates are compiled once, and one drawing of a page serve all languages.

    Args:
        site: what all pages know, by language: titles, regions, the other languages.
    """

    def __init__(self, site: Mapping[str, dict[str, Any]]) -> None:
        self.site = site
        self.languages = self._spoken()
        self._common = next(iter(site.values())).copy()
        del self._common["prefix"]  # another one in each language
        self._common["up"] = named_mark(_UP)
        self._frames: dict[tuple[str, ...], tuple[Spoken, Mapping[object, Look]]] = {}
        self._contents: dict[str, Markup] = {}
        self._markdowns: dict[str, Markup] = {}
        self._glossary = Abbreviations(self._common["catalog"].glossary)
        # The last page, as it was drawn for all languages.
        self._last: tuple[Page, list[bytes]] | None = None
        # What the page being drawn has explained so far, and its way to the glossary.
        self._seen: set[str] = set()
        self._to_glossary = address.GLOSSARY
        # Macros are made ready once and not for every page: what they use is the same object on all pages.
        self.links = Links()
        self.environment = Templates()
        self.environment.filters.update(
            anchor=anchor, term_anchor=address.term_anchor, figure=_figure, settle=settle, day=_day, edit_link=_edit_link, json=_json,
            markdown=self._markdown, words=self._words, content=self._content, prose=self._prose,
        )  # fmt: skip
        self.environment.globals.update(
            _=self._gettext,
            ngettext=self._counted,
            language=Languages.language,
            own_language=Languages.content,
            in_language=self._in_language,
            drawn=drawn,
            shared=self._frame,
            url=self.links,
            edit_url=self._common["edit_url"],
            address=address,
            data_path=data_path,
            feed_path=feed_path,
            jsonld_path=jsonld_path,
        )

    def _gettext(self, text: str, /, **values: object) -> Spoken | str:
        return self.languages.sentence(text, values) if values else self.languages.word(text)

    def _counted(self, one: str, many: str, count: int) -> Spoken:
        """How many there are, in words that agree with the number, which stands out."""
        number = {"count": Markup("<strong>%d</strong>") % count}
        return self.languages.each(lambda code: escape(translations(code).ngettext(one, many, count)) % number)

    def _in_language(self, code: str, here: Markup, elsewhere: Markup) -> Spoken:
        """*here* on the pages in the language *code*, *elsewhere* on those in the others."""
        return self.languages.filled(lambda one: here if one == code else elsewhere)

    def _words(self, message: Message) -> Spoken:
        """What stratkit says of the data."""
        return self.languages.each(lambda code: settle(message.render(translations(code).gettext)))

    def _content(self, text: object) -> Markup:
        """Text of a strategy: marked with its own language where the interface speaks another."""
        key = str(text)
        found = self._contents.get(key)
        if found is None:
            found = self._contents[key] = BEGIN + clean(settle(key)) + END if key else Markup()
        return found

    def _prose(self, text: object) -> Markup:
        """A sentence of a strategy that is not a link: as ``content``, with its abbreviations explained."""
        return self._glossary.explain(self._content(text), self._to_glossary, self._seen)

    def _markdown(self, text: str | None) -> Markup:
        """Markdown as a page shows it."""
        found = self._markdowns.get(text or "")
        if found is None:
            html = clean(markdown_html(settle(text or "")))
            found = self._markdowns[text or ""] = Markup(html)  # noqa: S704 - what is not Markdown is escaped there
        # Text inside a link of the author cannot hold another link.
        return found if "<a " in found else self._glossary.explain(found, self._to_glossary, self._seen)

    def _frame(self, name: str, page: Page) -> Spoken:
        """A part of the frame that is the same on many pages: drawn once for each depth, region and place in the menu.

        Every page on which it stands has looked at what it looked at.
        """
        place = page.path if page.listed else ""
        key = (name, self.links.root, page.region or "", place)
        found = self._frames.get(key)
        if found is None:
            looked, self.environment.looked = self.environment.looked, {}
            html = self.environment.get_template(f"frame/{name}.html").render(page=page, site=self._common)
            spoken = self.languages.filled(lambda _code: html, f"frame {len(self._frames)}")
            found = self._frames[key] = spoken, self.environment.looked
            self.environment.looked = looked
        self.environment.looked.update(found[1])
        return found[0]

    @property
    def looked(self) -> list[Look]:
        """What the template of the last page looked at."""
        return list(self.environment.looked.values())

    def page(self, page: Page, language: str) -> bytes:
        """The file of a page in one language of the interface; asked for in turn, all languages cost one drawing."""
        if self._last is None or self._last[0] is not page:
            self._last = page, pieces(self._draw(page))
        return self.languages.told(self._last[1], language)

    def _begin(self, page: Page) -> None:
        """What belongs to the page before goes; with the last page of a region, what was kept for its next ones."""
        if page.region == self.links.region:
            self.languages.begin()
            return
        for kept in (self._contents, self._markdowns, self._frames):
            kept.clear()
        self.environment.forget()
        self.languages = self._spoken()

    def _spoken(self) -> Languages:
        languages = Languages(self.site)
        languages.each(lambda code: str(self.site[code]["up"]), _UP)
        return languages

    def _draw(self, page: Page) -> str:
        """A page for all languages."""
        self.environment.looked = {}
        self._begin(page)
        self.links.root, self.links.region = self._root(page), page.region
        self._seen = set()
        self._to_glossary = self.links.top(address.GLOSSARY)
        template = self.environment.get_template(f"pages/{page.template}")
        return template.render(page=page, site=self._common, **self._head(page), **page.view)

    def _head(self, page: Page) -> dict[str, Any]:
        """What browsers and search engines are told of a page."""
        named = page.title if page.content_title else ""
        each = self.languages.each
        return {
            "title": named or each(partial(_title, page)),
            "tab": self._tab(page, named) if named else each(lambda code: self._tab(page, _title(page, code))),
            "summary": self._summary(page, named)
            if named
            else each(lambda code: self._summary(page, _title(page, code))),
            **(self._known_to_machines(page) if self._common["url"] else {}),
            "described": [*(self._crumbs(page) if self._common["url"] else ()), *map(_json, page.described)],
        }

    def _tab(self, page: Page, title: str) -> str:
        """What a tab, a bookmark and a search engine call the page: regions have pages of the same title."""
        region = page.view["strategy"].frame.region.name.nominative if page.region else ""
        return " – ".join(dict.fromkeys(filter(None, (title, region, self._common["title"]))))

    def _summary(self, page: Page, title: str) -> str:
        of = page.view["strategy"].title if page.region else self._common["title"]
        return do_truncate(self.environment, page.summary or f"{title}. {of}", _SUMMARY)

    def _known_to_machines(self, page: Page) -> dict[str, Any]:
        """Whole addresses, where the address of the website is known."""
        base = self._common["url"]
        places = {code: absolute(base, site["prefix"] + page.path) for code, site in self.site.items()}
        return {
            "place": self.languages.each(places.__getitem__),
            "places": list(places.items()),
            "picture": absolute(base, picture_path(page)),
        }

    def _crumbs(self, page: Page) -> Iterator[Spoken]:
        yield self.languages.each(lambda code: _json(_crumbs(page, _title(page, code), self.site[code], code)))

    def _root(self, page: Page) -> str:
        """The way to the top: a server shows the page «not found» at any address, so there it must be a full one."""
        if page.path == address.NOT_FOUND and self._common["url"]:
            sites = self.site
            return self.languages.each(lambda code: f"{urlsplit(sites[code]['url']).path}{sites[code]['prefix']}").mark
        return page.root


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


def _edit_link(path: str, pattern: str) -> str:
    """Where the file *path* is edited: *pattern* with the path in place of ``{path}``."""
    return pattern.replace("{path}", quote(path))


def _json(data: object) -> Markup:
    """Data between the tags of a script: nothing in it can end the script."""
    return Markup(clean(inert_json(data)))  # noqa: S704 - the signs that could are written as numbers


def _title(page: Page, code: str) -> str:
    """The title of a page in one language."""
    if page.content_title:
        return page.title
    words = translations(code).gettext(page.title)
    return words % page.values if page.values else words


def _crumbs(page: Page, title: str, site: Mapping[str, Any], code: str) -> dict[str, Any]:
    """The way to a page for search engines: a ``schema.org/BreadcrumbList``."""
    base, translate = site["url"] + site["prefix"], translations(code).gettext
    steps = {address.HOME: site["title"], **{one.path: translate(one.title) for one in page.crumbs}, page.path: title}
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": absolute(base, path)}
        for number, (path, name) in enumerate(steps.items(), 1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}


def asset_folder() -> Path:
    """Style sheets, scripts and pictures of the website."""
    return shipped("site_templates") / "assets"
