"""What crawlers ask a website for: sitemap and robots.txt."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
MAX_ADDRESSES = 50_000
"""What one sitemap may hold (sitemaps.org)."""

_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


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
    return {SITEMAP: xml_bytes(index), **files}


def _sitemap(base: str, entries: Iterable[tuple[str, str]], prefixes: Mapping[str, str]) -> bytes:
    root = ET.Element("urlset", {"xmlns": _SITEMAPS, "xmlns:xhtml": _XHTML})
    for path, prefix in entries:
        entry = ET.SubElement(root, "url")
        ET.SubElement(entry, "loc").text = absolute(base, prefix + path)
        for language, folder in prefixes.items():
            place = absolute(base, folder + path)
            ET.SubElement(entry, "xhtml:link", {"rel": "alternate", "hreflang": language, "href": place})
    return xml_bytes(root)


def robots(base: str) -> bytes:
    """Everything may be read; *base* is empty where nobody knows the address of the website."""
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {absolute(base, SITEMAP)}"] if base else [])]
    return ("\n".join(lines) + "\n").encode()


def xml_bytes(root: ET.Element) -> bytes:
    """A whole XML file."""
    ET.indent(root, " ")
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
