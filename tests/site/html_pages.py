"""What the tests want to know of a page, read by the parser of the standard library."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Seen:
    """Addresses, anchors and forbidden things of a page."""

    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    language: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        seen = self.seen
        if "id" in values:
            seen.ids.append(values["id"])
        if tag == "html":
            seen.language = values.get("lang", "")
        if tag == "a" and "href" in values:
            seen.links.append(values["href"])
        if tag == "link" and values.get("rel") == "canonical":
            return
        if tag == "form":
            seen.links.append(values.get("action", ""))
        if tag == "link":
            seen.loaded.append(values.get("href", ""))
        if "src" in values:
            seen.loaded.append(values["src"])
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            seen.headings.append(int(tag[1]))
        data = tag == "script" and values.get("type") == "application/ld+json"
        if (tag == "script" and "src" not in values and not data) or tag in {"style", "iframe", "object", "embed"}:
            seen.inline.append(f"<{tag}>")
        seen.inline += [f"{tag} {name}" for name in values if name == "style" or name.startswith("on")]


def read(text: str) -> Seen:
    """What stands on a page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.seen
