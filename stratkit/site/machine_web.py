"""What crawlers and feed readers ask a website for: sitemap, robots.txt, Atom feeds."""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from urllib.parse import quote

from stratkit.diagnostics import Finding
from stratkit.document.fields import act_text
from stratkit.document.typography import clean
from stratkit.load.catalog import link_act, moment
from stratkit.model.linked import Catalog, Strategy
from stratkit.model.numbers import Moment
from stratkit.model.strategy import Edition
from stratkit.site import address
from stratkit.site.page import CONTENT_LANGUAGE

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
MAX_ADDRESSES = 50_000
"""What one sitemap may hold (sitemaps.org)."""

_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_ATOM = "http://www.w3.org/2005/Atom"


def feed_path(region: str) -> str:
    """The Atom feed of a region."""
    return f"{region}/feed.xml"


def absolute(base: str, path: str) -> str:
    """The address of the file *path* of the website that stands at *base*; ``index.html`` is left out."""
    folder, _, name = path.rpartition("/")
    inside = f"{folder}/" if folder else ""
    return quote(base, safe="/:%@[]") + quote(inside if name == "index.html" else path)


def sitemaps(base: str, paths: Sequence[str], prefixes: Mapping[str, str]) -> dict[str, bytes]:
    """The sitemap, or, for a large website, an index and its parts: bytes by path.

    Args:
        base: address of the website, with a slash at its end.
        paths: the pages, as they stand in each language.
        prefixes: the folder of each language, by its code.
    """
    entries = [(path, prefix) for prefix in prefixes.values() for path in paths]
    parts = [entries[start : start + MAX_ADDRESSES] for start in range(0, len(entries), MAX_ADDRESSES)] or [[]]
    if len(parts) == 1:
        return {SITEMAP: _sitemap(base, parts[0], prefixes)}
    files = {f"sitemap-{number}.xml": _sitemap(base, part, prefixes) for number, part in enumerate(parts, 1)}
    index = ET.Element("sitemapindex", xmlns=_SITEMAPS)
    for name in files:
        ET.SubElement(ET.SubElement(index, "sitemap"), "loc").text = absolute(base, name)
    return {SITEMAP: _xml(index), **files}


def _sitemap(base: str, entries: Iterable[tuple[str, str]], prefixes: Mapping[str, str]) -> bytes:
    root = ET.Element("urlset", {"xmlns": _SITEMAPS, "xmlns:xhtml": _XHTML})
    for path, prefix in entries:
        entry = ET.SubElement(root, "url")
        ET.SubElement(entry, "loc").text = absolute(base, prefix + path)
        for language, folder in prefixes.items():
            place = absolute(base, folder + path)
            ET.SubElement(entry, "xhtml:link", {"rel": "alternate", "hreflang": language, "href": place})
    return _xml(root)


def robots(base: str) -> bytes:
    """Everything may be read; *base* is empty where nobody knows the address of the website."""
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {absolute(base, SITEMAP)}"] if base else [])]
    return ("\n".join(lines) + "\n").encode()


def feed(strategy: Strategy, catalog: Catalog, base: str) -> bytes:
    """The editions of *strategy* as an Atom feed (RFC 4287), the newest first.

    Times are the dates of the acts, so that the same data give the same bytes. Without *base*
    links are relative to the feed.
    """
    dated = [(_time(day), edition) for day, edition in editions(strategy)]
    newest = max(time for time, _edition in dated)
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": CONTENT_LANGUAGE})
    place = absolute(base, feed_path(strategy.id)) if base else "feed.xml"
    page = absolute(base, address.region_path(strategy.id)) if base else "index.html"
    ET.SubElement(root, "id").text = _identifier(strategy.id)
    ET.SubElement(root, "title").text = clean(strategy.title)
    ET.SubElement(root, "updated").text = newest
    ET.SubElement(ET.SubElement(root, "author"), "name").text = clean(strategy.frame.region.name.nominative)
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": place})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
    for time, edition in sorted(dated, key=lambda item: item[0], reverse=True):
        if edition is not None:
            root.append(_entry(edition, time, page, strategy, catalog))
    return _xml(root)


def _entry(edition: Edition, time: str, page: str, strategy: Strategy, catalog: Catalog) -> ET.Element:
    entry = ET.Element("entry")
    ET.SubElement(entry, "id").text = _identifier(f"{strategy.id}/{edition.id}")
    ET.SubElement(entry, "title").text = clean(_title(edition, strategy, catalog))
    ET.SubElement(entry, "updated").text = time
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": page})
    ET.SubElement(entry, "summary").text = clean(strategy.title)
    return entry


def _identifier(name: str) -> str:
    """An id that stays when the website moves."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"stratkit:{name}").urn


def editions(strategy: Strategy) -> list[tuple[date, Edition | None]]:
    """The editions of *strategy*, each with its day; where none is listed, the approval alone."""
    approved = strategy.approval_act.date or Moment(strategy.frame.year)
    found: list[tuple[date, Edition | None]] = []
    unheard: list[Finding] = []  # here dates are only shown: one that does not exist is not known
    for one in strategy.frame.editions:
        value = one.date or (one.act.date if one.act else None)
        known = moment(value, strategy.origin, unheard)
        found.append(((known or approved).first, one))
    return found or [(approved.first, None)]


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _title(edition: Edition, strategy: Strategy, catalog: Catalog) -> str:
    """The act that brought the edition about, as the document cites acts."""
    if edition.act is None or strategy.profile is None:
        return edition.id
    unheard: list[Finding] = []  # lint reports the acts of editions; here they are only shown
    act = link_act(edition.act, catalog.act_kinds, strategy.origin, edition.id, unheard)
    return act_text(act, strategy.profile.words)


def _xml(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
