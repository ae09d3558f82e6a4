"""The document as ODT (OpenDocument 1.3), for the offices that must file it."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.document.format import Format
from stratkit.document.formats import odt_styles
from stratkit.document.formats.escape import words
from stratkit.document.formats.odt_styles import HEADER, LEVELS, NAMESPACES, coded, fonts, master, styles
from stratkit.document.formats.odt_tables import KEPT_ROWS, marked, paragraph, table, table_styles
from stratkit.document.formats.package import pack
from stratkit.document.measure import heights
from stratkit.document.pages import page, spreads
from stratkit.document.pagination import APART, heading_pages
from stratkit.document.typography import HYPHEN, NUMBER
from stratkit.document.view import Block, DocumentView, Heading, Paragraphs, Table

_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def render(view: DocumentView) -> bytes:
    """The whole document as a package; its media type stands first, so that programs know it at once."""
    parts = {
        "content.xml": _Body(view).content(),
        "styles.xml": styles(view),
        "meta.xml": _properties(view),
        "settings.xml": odt_styles.settings(),
    }
    return pack({**parts, "META-INF/manifest.xml": _manifest(parts), "mimetype": _MEDIA_TYPE}, first="mimetype")


class _Body:
    """Writes the text and gathers the automatic styles that it needs."""

    def __init__(self, view: DocumentView) -> None:
        self.view = view
        headings = [block for block in view.blocks if isinstance(block, Heading)]
        self.marks = {id(heading): number for number, heading in enumerate(headings, 1)}
        self.pages = heading_pages(view, KEPT_ROWS)
        self.listed = {id(heading) for heading in view.headings}
        self.automatic: dict[str, str] = {}
        self.tables = 0
        self.start = ""
        """The kind of page that the next paragraph or table starts; empty if it starts none."""

    def content(self) -> str:
        """The part ``content.xml``."""
        body = "".join(self._pieces())
        if self.view.layout.whole_numbers:
            body = NUMBER.sub(lambda number: number[0].replace("-", HYPHEN), body)
        automatic = odt_styles.table_styles() + "".join(self.automatic.values())
        return (
            f'{HEADER}<office:document-content {NAMESPACES} office:version="1.3">{fonts(self.view.layout)}'
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        )

    def _pieces(self) -> Iterator[str]:
        view = self.view
        landscape = bool(view.parts) and view.parts[0].landscape
        self.start = master(first=True, landscape=landscape and not view.has_front)
        yield from self._front()
        yield from self._contents()
        before = landscape and not view.has_front
        for landscape, parts in spreads(view):
            for part in parts:
                if landscape != before or ((part.new_page or part is view.parts[0]) and not self.start):
                    self.start = master(first=False, landscape=landscape)
                before = landscape
                for place, block in enumerate(part.blocks):
                    under = place > 0 and isinstance(block, Table) and isinstance(part.blocks[place - 1], Table)
                    yield from self._block(block, landscape=landscape, under=under)
        if not view.has_front and not view.parts:
            yield self._paragraph("Standard", "")

    def _front(self) -> Iterator[str]:
        """The stamp, the title page and the notice on the source."""
        view = self.view
        yield from (self._paragraph("Stamp", words(line)) for line in view.stamp)
        for index, line in enumerate(view.title_page):
            yield self._paragraph("Subtitle" if index else "Title", words(line))
        if view.notice:
            yield self._paragraph("Notice", words(view.notice))

    def _contents(self) -> Iterator[str]:
        """The table of contents: made anew on demand, with its entries filled in."""
        view = self.view
        if not view.headings:
            return
        levels = range(1, view.contents_depth + 1)
        title = words(view.contents_title)
        yield (
            '<text:table-of-content text:name="Contents" text:protected="true">'
            f'<text:table-of-content-source text:outline-level="{view.contents_depth}" text:use-outline-level="false" '
            'text:use-index-source-styles="true"><text:index-title-template text:style-name="Contents_20_Heading">'
            f"{title}</text:index-title-template>{''.join(_entry_template(level) for level in levels)}"
            f"{''.join(_entry_source(level) for level in levels)}</text:table-of-content-source>"
            f'<text:index-body><text:index-title text:name="Contents_Head">{self._paragraph("Contents Heading", title)}</text:index-title>'
            f"{''.join(self._entry(heading) for heading in view.headings)}</text:index-body></text:table-of-content>"
        )

    def _entry(self, heading: Heading) -> str:
        index = self.marks[id(heading)]
        mark = f"_Toc{index:08}"
        number = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{mark}">{self.pages[index - 1]}</text:bookmark-ref>'
        link = f'<text:a xlink:type="simple" xlink:href="#{mark}" text:style-name="Plain" text:visited-style-name="Plain">{words(heading.label)}<text:tab/>{number}</text:a>'
        return paragraph(f"Contents {min(heading.level, LEVELS)}", link)

    def _block(self, block: Block, *, landscape: bool, under: bool) -> Iterator[str]:
        """A block; *under*: a table under another one."""
        if isinstance(block, Heading):
            level = min(block.level, LEVELS)
            style = self._started(f"{'' if id(block) in self.listed else 'Unlisted '}Heading {level}")
            mark = f"_Toc{self.marks[id(block)]:08}"
            yield (
                f'<text:h text:style-name="{coded(style)}" text:outline-level="{level}"><text:bookmark-start text:name="{mark}"/>'
                f'{words(block.label)}<text:bookmark-end text:name="{mark}"/></text:h>'
            )
        elif isinstance(block, Paragraphs):
            for item in block.items:
                style = f"List Item {min(item.level, 3)}" if item.level else "Lead" if block.leads else "Standard"
                yield self._paragraph("Apart" if block.apart and item is block.items[0] else style, marked(item))
        else:
            self.tables += 1
            name = f"Table{self.tables}"
            sheet = page(self.view.layout, landscape=landscape)
            size = heights(block, sheet, self.view.layout)
            self.automatic[name] = table_styles(
                block, name, sheet, size, self.start, APART * self.view.layout.gaps if under else 0
            )
            self.start = ""
            yield from table(block, name, size)

    def _paragraph(self, style: str, content: str) -> str:
        return paragraph(self._started(style), content)

    def _started(self, style: str) -> str:
        """*style*, or its twin that starts a page of the kind that is due."""
        if not self.start:
            return style
        name = f"{style} on {self.start}"
        self.automatic[name] = (
            f'<style:style style:name="{coded(name)}" style:family="paragraph" style:parent-style-name="{coded(style)}" '
            f'style:master-page-name="{self.start}"/>'
        )
        self.start = ""
        return name


def _entry_template(level: int) -> str:
    return (
        f'<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="Contents_20_{level}">'
        '<text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/>'
        "<text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>"
    )


def _entry_source(level: int) -> str:
    return (
        f'<text:index-source-styles text:outline-level="{level}">'
        f'<text:index-source-style text:style-name="Heading_20_{level}"/></text:index-source-styles>'
    )


def _properties(view: DocumentView) -> str:
    moment = view.created.strftime("%Y-%m-%dT%H:%M:%S")
    author = words(view.author)
    return (
        f'{HEADER}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta>'
        f"<dc:title>{words(view.title)}</dc:title><meta:initial-creator>{author}</meta:initial-creator><dc:creator>{author}</dc:creator>"
        f"<meta:creation-date>{moment}</meta:creation-date><dc:date>{moment}</dc:date><dc:language>{words(view.language)}</dc:language>"
        "</office:meta></office:document-meta>"
    )


def _manifest(parts: dict[str, str]) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="text/xml"/>' for path in sorted(parts)
    )
    return (
        f'{HEADER}<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{_MEDIA_TYPE}"/>'
        f"{entries}</manifest:manifest>"
    )


FORMAT = Format("odt", ".odt", _MEDIA_TYPE, render)
