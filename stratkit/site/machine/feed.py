"""The Atom feed of a region: its editions, with what each of them changed."""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from stratkit.diagnostics import mark
from stratkit.diagnostics.language import translations
from stratkit.document.typography import clean
from stratkit.model.linked import Strategy
from stratkit.site import address
from stratkit.site.editions.listed import editions
from stratkit.site.editions.views import ChangeView, Comparison, EditionView, RegionEditions, Shown
from stratkit.site.machine.web import absolute, feed_path, xml_bytes
from stratkit.site.page import CONTENT_LANGUAGE

_ATOM = "http://www.w3.org/2005/Atom"
_MOST = 60
"""Changes of an edition that stand in its entry; its page has all of them."""

_COUNTS = mark("Changes: {all}; targets up: {up}, down: {down}, neutral: {neutral}")
_MORE = mark("and %(count)s more")


def feed(strategy: Strategy, found: RegionEditions, base: str) -> bytes:
    """The editions of *strategy* as an Atom feed (RFC 4287), the newest first.

    Times are the dates of the acts, so that the same data give the same bytes. Without *base*
    links are relative to the feed.

    Args:
        strategy: the region.
        found: its editions.
        base: address of the website; empty if nobody knows it.
    """
    newest = max(_time(day) for day, _edition in editions(strategy))
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": CONTENT_LANGUAGE})
    ET.SubElement(root, "id").text = _identifier(strategy.id)
    ET.SubElement(root, "title").text = clean(strategy.title)
    ET.SubElement(root, "updated").text = newest
    ET.SubElement(ET.SubElement(root, "author"), "name").text = clean(strategy.frame.region.name.nominative)
    own = {"rel": "self", "type": "application/atom+xml", "href": _place(strategy, base, feed_path(strategy.id))}
    page = {"rel": "alternate", "type": "text/html", "href": _place(strategy, base, address.region_path(strategy.id))}
    ET.SubElement(root, "link", own)
    ET.SubElement(root, "link", page)
    for one in sorted(found.editions, key=lambda one: one.sortable, reverse=True):
        root.append(_entry(one, strategy, base))
    return xml_bytes(root)


def _place(strategy: Strategy, base: str, path: str) -> str:
    return absolute(base, path) if base else path.removeprefix(f"{strategy.id}/")


def _entry(one: EditionView, strategy: Strategy, base: str) -> ET.Element:
    entry = ET.Element("entry")
    ET.SubElement(entry, "id").text = _identifier(f"{strategy.id}/{one.id}")
    ET.SubElement(entry, "title").text = clean(one.act or one.id)
    ET.SubElement(entry, "updated").text = _time(one.sortable)
    path = address.changes_path(strategy.id, one.id if one.changed else None)
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _place(strategy, base, path)})
    if one.changed is None:
        ET.SubElement(entry, "summary").text = clean(strategy.title)
        return entry
    ET.SubElement(entry, "summary").text = _counts(one.changed)
    ET.SubElement(entry, "content", {"type": "html"}).text = str(_list(one.changed))
    return entry


def _counts(changed: Comparison) -> str:
    counts = {"all": changed.total, "up": changed.up, "down": changed.down, "neutral": changed.neutral}
    return _words(_COUNTS).format(**counts)


def _list(changed: Comparison) -> Markup:
    """The changes that need an act, as the list of a feed reader shows them."""
    told = list(_told(changed))
    more = [_words(_MORE) % {"count": len(told) - _MOST}] if len(told) > _MOST else []
    lines = (Markup("<li>{}</li>").format(clean(line)) for line in (*told[:_MOST], *more))
    return Markup("<ul>{}</ul>").format(Markup("").join(lines))


def _told(changed: Comparison) -> Iterator[str]:
    for group in changed.groups:
        for entity in group.entities:
            name = f"{_words(entity.name)} «{entity.target.title}»" if entity.target.title else _words(entity.name)
            yield from (f"{name}: {_change(one)}" for one in entity.changes if not one.technical)


def _change(one: ChangeView) -> str:
    what = " ".join(filter(None, (_words(one.part), one.detail)))
    sentence = f"{_words(one.sentence)} ({what})" if what else _words(one.sentence)
    values = " → ".join(filter(None, (_value(one.old), _value(one.new))))
    return f"{sentence}: {values}" if values else sentence


def _value(one: Shown) -> str:
    return _words(one.text) if one.interface else one.text


def _words(text: str) -> str:
    return translations(CONTENT_LANGUAGE).gettext(text) if text else ""


def _identifier(name: str) -> str:
    """An id that stays when the website moves."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"stratkit:{name}").urn


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
