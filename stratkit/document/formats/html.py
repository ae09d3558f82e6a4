"""The document as one HTML file: readable on screen, laid out by the norms in print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Template

from stratkit.document.anchors import anchor
from stratkit.document.format import Format
from stratkit.document.formats.escape import words
from stratkit.document.formats.html_blocks import block, whole
from stratkit.document.measure import CELL_AFTER, CELL_MARGIN, LINE
from stratkit.document.pagination import APART, HEADING_AFTER, HEADING_BEFORE
from stratkit.document.view import DocumentView, Layout, Part

_STYLE = Path(__file__).parent / "document.css"


def render(view: DocumentView) -> bytes:
    """The whole document as one self-contained page."""
    return "".join(_page(view)).encode()


def _page(view: DocumentView) -> Iterator[str]:
    yield (
        f'<!doctype html>\n<html lang="{words(view.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{words(view.author)}">\n<title>{words(view.title)}</title>\n'
        f"<style>\n{_style(view.layout)}</style>\n</head>\n<body>\n"
    )
    if view.stamp or view.title_page or view.notice:
        yield from _cover(view)
    if view.headings:
        yield from _contents(view)
    yield "<main>\n"
    for part in view.parts:
        yield f'<section class="{_kind(part)}">\n'
        yield from (block(one, 1) for one in part.blocks)
        yield "</section>\n"
    yield "</main>\n</body>\n</html>\n"


def _cover(view: DocumentView) -> Iterator[str]:
    """The stamp, the title page and the notice on the source."""
    stamp = "".join(f"<p>{whole(line)}</p>\n" for line in view.stamp)
    titles = "".join(f"<p>{whole(line)}</p>\n" for line in view.title_page[1:])
    title = "".join(f"<h1>{whole(line)}</h1>\n" for line in view.title_page[:1])
    yield (
        f'<header class="cover">\n<div class="stamp">\n{stamp}</div>\n<div class="title-page">\n{title}{titles}</div>\n'
    )
    if view.notice:
        yield f'<p class="notice">{whole(view.notice)}</p>\n'
    yield "</header>\n"


def _contents(view: DocumentView) -> Iterator[str]:
    yield f'<nav aria-labelledby="contents">\n<h2 id="contents">{words(view.contents_title)}</h2>\n<ol>\n'
    for one in view.headings:
        link = f'<a href="#{words(anchor(one.key))}">{whole(one.label)}</a>'
        yield f'<li class="level-{one.level}">{link}</li>\n'
    yield "</ol>\n</nav>\n"


def _kind(part: Part) -> str:
    return f"{'landscape' if part.landscape else ''}{' new-page' if part.new_page else ''}".strip()


def _style(layout: Layout) -> str:
    """The style sheet with the looks of the profile; names of fonts cannot end it."""
    left, right, top, bottom = layout.margins
    fonts = "".join(f'"{name.translate(_NO_SIGNS)}", ' for name in layout.fonts)
    place = layout.page_number
    number = f"@{place}-center {{ content: counter(page); vertical-align: {place}; padding-{place}: {layout.number_distance}mm; }}"
    return Template(_STYLE.read_text(encoding="utf-8")).substitute(
        paper=layout.paper, gaps=layout.gaps, left=left, right=right, top=top, bottom=bottom, fonts=f"{fonts}serif", size=layout.size,
        table_size=layout.table_size, spacing=layout.line_spacing, indent=layout.indent,
        stamp_width=layout.stamp_width, whole="th.whole, span.whole" if layout.whole_numbers else "th.whole",
        line=LINE, cell_margin=CELL_MARGIN, cell_after=CELL_AFTER * layout.gaps,
        apart=APART, heading_before=HEADING_BEFORE * layout.gaps, heading_after=HEADING_AFTER * layout.gaps,
        number="" if place == "none" else number,
        first="" if place == "none" else f"@page :first {{ @{place}-center {{ content: none; }} }}\n",
    )  # fmt: skip


_NO_SIGNS = str.maketrans("", "", '"\\<\n')

FORMAT = Format("html", ".html", "text/html", render)
