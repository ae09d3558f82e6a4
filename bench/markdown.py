"""The content of a page as Markdown, for generators that take nothing else."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SKIPPED = {"svg", "script", "style", "form", "button", "template"}
_BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "figure",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "details",
    "summary",
    "nav",
    "header",
}


class _Writer(HTMLParser):
    """Collects Markdown while it reads HTML: headings, paragraphs, lists, tables, links."""

    def __init__(self) -> None:
        super().__init__()
        self.out: list[str] = []
        self.skipped = 0
        self.links: list[str] = []
        self.cells: list[str] | None = None
        self.first = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what Markdown has a sign for."""
        if tag in _SKIPPED:
            self.skipped += 1
        elif self.skipped:
            return
        elif re.fullmatch("h[1-6]", tag):
            self.out.append(f"\n\n{'#' * int(tag[1])} ")
        elif tag == "li":
            self.out.append("\n- ")
        elif tag == "a":
            self.links.append(re.sub(r"\.html(?=#|$)", ".md", dict(attrs).get("href") or ""))
            self.out.append("[")
        elif tag == "table":
            self.first = True
            self.out.append("\n\n")
        elif tag == "tr":
            self.cells = []
        elif tag in {"td", "th"} and self.cells is not None:
            self.cells.append("")
        elif tag in _BLOCKS and self.cells is None:
            self.out.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        if tag in _SKIPPED:
            self.skipped -= 1
        elif self.skipped:
            return
        elif tag == "a" and self.links:
            self.text(f"]({self.links.pop()})" if self.cells is None else "")
        elif tag == "tr" and self.cells is not None:
            self.out.append(f"| {' | '.join(self.cells)} |\n")
            if self.first:
                self.out.append(f"|{' --- |' * len(self.cells)}\n")
            self.first, self.cells = False, None

    def handle_data(self, data: str) -> None:
        """Take the words."""
        if not self.skipped:
            self.text(re.sub(r"\s+", " ", data))

    def text(self, words: str) -> None:
        """Words where we are: in a cell or not."""
        if self.cells:
            self.cells[-1] += words
        elif self.cells is None:
            self.out.append(words)


def markdown(html: str) -> str:
    """*html* as Markdown."""
    writer = _Writer()
    writer.feed(html)
    return re.sub(r"\n{3,}", "\n\n", "".join(writer.out)) + "\n"
