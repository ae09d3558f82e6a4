"""The document as DOCX, for Word and LibreOffice.

The parts of the package are written as text (ECMA-376, transitional): real styles and levels of
headings, a field for the table of contents that is filled already, sections for pages laid
across. Nothing in a text can become a field or markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratkit.document.format import Format
from stratkit.document.formats.docx_styles import (
    HEADER,
    LEVELS,
    NAMESPACES,
    font_table,
    page_number,
    settings,
    styles,
    twips,
)  # fmt: skip
from stratkit.document.formats.docx_tables import marked, paragraph, run, table
from stratkit.document.formats.escape import words
from stratkit.document.formats.package import pack
from stratkit.document.pages import page, spreads
from stratkit.document.pagination import APART, heading_pages
from stratkit.document.typography import NUMBER
from stratkit.document.view import Block, DocumentView, Heading, Layout, Paragraphs, Table, Text

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TAGS = {"top": "hdr", "bottom": "ftr"}
"""Which part holds the number of the page."""


_WORDS = re.compile(r'<w:t xml:space="preserve">[^<]*№[^<]*</w:t>')
_HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


def render(view: DocumentView) -> bytes:
    """The whole document as a package."""
    body = "".join(_Body(view).pieces())
    tag = _TAGS.get(view.layout.page_number, "")
    own = {"styles": styles(view), "settings": settings(view), "fontTable": font_table(view.layout)}
    if tag:
        own["footer" if tag == "ftr" else "header"] = page_number(tag)
    parts = {f"word/{name}.xml": text for name, text in own.items()}
    parts |= {
        "[Content_Types].xml": _content_types(own),
        "_rels/.rels": _relations([
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ]),
        "docProps/core.xml": _properties(view),
        "word/_rels/document.xml.rels": _relations([(name, f"{_OFFICE}/{name}", f"{name}.xml") for name in sorted(own)]),
        "word/document.xml": f"{HEADER}<w:document {NAMESPACES}><w:body>{_whole_numbers(body) if view.layout.whole_numbers else body}</w:body></w:document>",
    }  # fmt: skip
    return pack(parts)


def _whole_numbers(body: str) -> str:
    """*body* with hyphens inside the numbers of acts that do not break; values of attributes stay as they are."""
    return _WORDS.sub(lambda words: NUMBER.sub(lambda number: number[0].replace("-", _HYPHEN), words[0]), body)


class _Body:
    """Writes the text; knows the bookmark of each heading."""

    def __init__(self, view: DocumentView) -> None:
        self.view = view
        blocks = (block for block in view.blocks if isinstance(block, Heading))
        self.marks = {id(heading): number for number, heading in enumerate(blocks, 1)}
        self.pages = heading_pages(view)
        self.listed = {id(heading) for heading in view.headings}

    def pieces(self) -> Iterator[str]:
        """Paragraphs and tables in order; each section ends with its properties."""
        view = self.view
        pieces = [*self._front(), *self._contents()]
        upright, first = False, True
        for landscape, parts in spreads(view):
            if landscape != upright and pieces:
                yield from _closed(pieces, self._section(landscape=upright, first=first))
                pieces, first = [], False
            upright = landscape
            for part in parts:
                breaks = bool(pieces) and (part.new_page or part is view.parts[0])
                for block in part.blocks:
                    if isinstance(block, Table) and pieces and pieces[-1].startswith("<w:tbl>"):
                        pieces.append(paragraph("SectionEnd", "", self._apart()))  # Word makes one of two tables
                    pieces += self._block(block, landscape=landscape, breaks=breaks)
                    breaks = False
        yield from pieces
        if not pieces or pieces[-1].startswith("<w:tbl>"):
            yield paragraph("SectionEnd", "")  # Word wants a paragraph at the end
        yield self._section(landscape=upright, first=first)

    def _front(self) -> Iterator[str]:
        """The stamp, the title page and the notice on the source."""
        view = self.view
        yield from (paragraph("Stamp", run(line)) for line in view.stamp)
        for index, line in enumerate(view.title_page):
            yield paragraph("Subtitle" if index else "Title", run(line))
        if view.notice:
            yield paragraph("Notice", run(view.notice))

    def _contents(self) -> Iterator[str]:
        """The table of contents: a field that Word renews, with its entries filled in."""
        view = self.view
        if not view.headings:
            return
        yield paragraph("TOCHeading", run(view.contents_title))
        last = len(view.headings) - 1
        for index, heading in enumerate(view.headings):
            start = _begin(rf' TOC \o "1-{view.contents_depth}" \h \z ', dirty=True) if index == 0 else ""
            end = _END if index == last else ""
            yield paragraph(f"TOC{min(heading.level, LEVELS)}", start + self._entry(heading) + end)

    def _entry(self, heading: Heading) -> str:
        index = self.marks[id(heading)]
        mark = f"_Toc{index:08}"
        number = _begin(rf" PAGEREF {mark} \h ") + run(str(self.pages[index - 1])) + _END
        return f'<w:hyperlink w:anchor="{mark}" w:history="1">{run(heading.label)}<w:r><w:tab/></w:r>{number}</w:hyperlink>'

    def _block(self, block: Block, *, landscape: bool, breaks: bool) -> Iterator[str]:
        extra = "<w:pageBreakBefore/>" if breaks else ""
        if isinstance(block, Heading):
            number = self.marks[id(block)]
            style = f"{'' if id(block) in self.listed else 'Unlisted'}Heading{min(block.level, LEVELS)}"
            start = f'<w:bookmarkStart w:id="{number}" w:name="_Toc{number:08}"/>'
            yield paragraph(style, f'{start}{run(block.label)}<w:bookmarkEnd w:id="{number}"/>', extra)
        elif isinstance(block, Paragraphs):
            if block.apart:
                extra += self._apart()
            for item in block.items:
                yield paragraph("Lead" if block.leads else _item_style(item), marked(item), extra)
                extra = ""
        else:
            if breaks:
                yield paragraph("SectionEnd", "", extra)
            yield from table(block, page(self.view.layout, landscape=landscape), self.view.layout)

    def _apart(self) -> str:
        return f'<w:spacing w:before="{round(20 * APART * self.view.layout.gaps)}"/>'

    def _section(self, *, landscape: bool, first: bool) -> str:
        layout = self.view.layout
        one = page(layout, landscape=landscape)
        tag, turned = _TAGS.get(layout.page_number), ' w:orient="landscape"' if landscape else ""
        name = "footer" if tag == "ftr" else "header"
        number = f'<w:{name}Reference w:type="default" r:id="{name}"/>' if tag else ""
        edge = twips(_edge(layout, one.bottom if tag == "ftr" else one.top))
        return (
            f'<w:sectPr>{number}<w:type w:val="nextPage"/><w:pgSz w:w="{twips(one.width)}" w:h="{twips(one.height)}"{turned}/>'
            f'<w:pgMar w:top="{twips(one.top)}" w:right="{twips(one.right)}" w:bottom="{twips(one.bottom)}" w:left="{twips(one.left)}" '
            f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
        )


def _edge(layout: Layout, margin: int) -> int:
    """How far from the edge the number of the page stands; inside the margin, or it would push the text."""
    return min(layout.number_distance, max(margin - 6, 0))


def _item_style(item: Text) -> str:
    return f"List{min(item.level, 3)}" if item.level else "Normal"


def _closed(pieces: list[str], section: str) -> list[str]:
    """*pieces* with the properties of their section in the last paragraph; after a table one is added."""
    if pieces[-1].startswith("<w:tbl>"):
        return [*pieces, paragraph("SectionEnd", "", section)]
    head, _, tail = pieces[-1].rpartition("</w:pPr>")
    return [*pieces[:-1], f"{head}{section}</w:pPr>{tail}"]


_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _begin(instruction: str, *, dirty: bool = False) -> str:
    """The start of a field up to its result; Word renews a dirty one when it opens the file."""
    flag = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{flag}/></w:r><w:r><w:instrText xml:space="preserve">{words(instruction)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _content_types(own: dict[str, str]) -> str:
    names = {"document": "document.main", **{name: name for name in own}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in sorted(names.items())
    )
    return (
        f'{HEADER}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(targets: list[tuple[str, str, str]]) -> str:
    lines = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in targets)
    return f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _properties(view: DocumentView) -> str:
    moment = view.created.strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{words(view.title)}</dc:title><dc:creator>{words(view.author)}</dc:creator>"
        f"<dc:language>{words(view.language)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )


FORMAT = Format("docx", ".docx", f"{_TYPE}.document", render)
