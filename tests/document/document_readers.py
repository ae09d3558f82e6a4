"""Independent readers: what stands in a file of each format, without any code of the writers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pikepdf

Rows = list[list[str]]
"""Rows of a table; only cells that begin in a row are in it."""


@dataclass
class Content:
    """The text of a file.

    Args:
        text: everything in reading order, without white space.
        headings: level and text of each heading.
        tables: the rows of each table.
        head_rows: how many rows at the head of each table are repeated.
    """

    text: str
    headings: list[tuple[int, str]]
    tables: list[Rows]
    head_rows: list[int] = field(default_factory=list)


def squeeze(text: str) -> str:
    """*text* without white space, which formats break in their own ways."""
    return re.sub(r"[\s\u200b]+", "", text)


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(data: bytes) -> Content:
    """The text of a DOCX."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    headings, tables, heads = [], [], []
    for paragraph in root.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        found = re.fullmatch(r"(?:Unlisted)?Heading(\d)", style.get(f"{_W}val", "") if style is not None else "")
        if found:
            headings.append((int(found[1]), _docx_text(paragraph)))
    for table in root.iter(f"{_W}tbl"):
        assert not [inner for cell in table.iter(f"{_W}tc") for inner in cell.iter(f"{_W}tbl")], "a table in a table"
        rows = []
        for row in table.iter(f"{_W}tr"):
            merges = [(cell, cell.find(f"{_W}tcPr/{_W}vMerge")) for cell in row.iter(f"{_W}tc")]
            rows.append(
                [_docx_text(cell) for cell, merge in merges if merge is None or merge.get(f"{_W}val") == "restart"]
            )
        tables.append(rows)
        heads.append(len(table.findall(f"{_W}tr/{_W}trPr/{_W}tblHeader")))
    return Content(_docx_text(root), headings, tables, heads)


def _docx_text(part: ET.Element) -> str:
    words = (one for one in part.iter() if one.tag in (f"{_W}t", f"{_W}noBreakHyphen"))
    return squeeze("".join("-" if one.tag == f"{_W}noBreakHyphen" else one.text or "" for one in words))


_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def read_odt(data: bytes) -> Content:
    """The text of an ODT."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("content.xml"))
    for source in [*root.iter(f"{_TEXT}table-of-content-source")]:
        source.clear()
    headings = [(int(one.get(f"{_TEXT}outline-level", "0")), _all_text(one)) for one in root.iter(f"{_TEXT}h")]
    tables, heads = [], []
    for table in root.iter(f"{_TABLE}table"):
        title = table.find(f"{_TABLE}title")
        if title is not None:
            title.text = ""
        tables.append(
            [
                [_all_text(cell) for cell in row.findall(f"{_TABLE}table-cell")]
                for row in table.iter(f"{_TABLE}table-row")
            ]
        )
        heads.append(len(table.findall(f"{_TABLE}table-header-rows/{_TABLE}table-row")))
    return Content(_all_text(root), headings, tables, heads)


def _all_text(part: ET.Element) -> str:
    return squeeze("".join(part.itertext())).replace("\u2011", "-")  # the hyphen that does not break


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.path: list[str] = []
        self.pieces: list[str] = []
        self.headings: list[tuple[int, list[str]]] = []
        self.tables: list[list[list[list[str]]]] = []
        self.heads: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("meta", "col"):
            return
        self.path.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), []))
        elif tag == "table":
            self.tables.append([])
            self.heads.append(0)
        elif tag == "tr":
            self.tables[-1].append([])
            self.heads[-1] += "thead" in self.path
        elif tag in ("td", "th"):
            self.tables[-1][-1].append([])

    def handle_endtag(self, tag: str) -> None:
        assert self.path.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self.path or "title" in self.path or "caption" in self.path:
            return
        self.pieces.append(data)
        if re.fullmatch("h[1-6]", self.path[-1] if self.path else ""):
            self.headings[-1][1].append(data)
        if "td" in self.path or "th" in self.path:
            self.tables[-1][-1][-1].append(data)


def read_html(data: bytes) -> Content:
    """The text of a page; the title of the document and of the contents are no headings of its parts."""
    page = _Page()
    page.feed(data.decode())
    headings = [(level - 1, squeeze("".join(text))) for level, text in page.headings[2:]]
    tables = [[[squeeze("".join(cell)) for cell in row] for row in table] for table in page.tables]
    return Content(squeeze("".join(page.pieces)), headings, tables, page.heads)


def read_pdf(data: bytes) -> Content:
    """The text of a tagged PDF, in the order of its structure tree: as a screen reader says it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        reader = _Tags(pdf)
        reader.walk(pdf.Root.StructTreeRoot, None)
        return Content(squeeze("".join(reader.pieces)), reader.headings, reader.tables)


class _Tags:
    """Walks the structure tree; marked pieces of pages are read once for each page."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.marked = {page.objgen: _marked_text(page) for page in pdf.pages}
        self.pieces: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.tables: list[Rows] = []

    def walk(self, node: pikepdf.Object, page: tuple[int, int] | None) -> None:
        """Read *node* and what is under it; *page* is the page of its marked pieces."""
        if isinstance(node, int):
            assert page is not None
            self.pieces.append(self.marked[page].get(int(node), ""))
            return
        if isinstance(node, pikepdf.Array):
            for one in node:
                self.walk(one, page)
            return
        page = node.Pg.objgen if "/Pg" in node else page
        if "/MCID" in node:
            self.walk(int(node.MCID), page)
            return
        kind = str(node.get("/S", ""))
        if kind == "/Table":
            self.tables.append([])
        elif kind == "/TR":
            self.tables[-1].append([])
        start = len(self.pieces)
        if "/K" in node:
            self.walk(node.K, page)
        text = squeeze("".join(self.pieces[start:]))
        if kind in ("/TD", "/TH"):
            self.tables[-1][-1].append(text)
        elif re.fullmatch("/H[1-9]", kind):
            self.headings.append((int(kind[2:]), text))


def _marked_text(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked piece of a page."""
    maps = {str(name): _unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    marks: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else {}
            marks.append(int(properties["/MCID"]) if "/MCID" in properties else None)
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            font = maps[str(operands[0])]
        elif (
            name in ("Tj", "TJ")
            and (mark := next((one for one in reversed(marks) if one is not None), None)) is not None
        ):
            strings = operands[0] if name == "TJ" else operands
            found[mark] = found.get(mark, "") + "".join(
                _decoded(one, font) for one in strings if isinstance(one, pikepdf.String)
            )
    return found


def _decoded(string: pikepdf.String, font: dict[int, str]) -> str:
    codes = bytes(string)
    return "".join(font.get(int.from_bytes(codes[at : at + 2]), "") for at in range(0, len(codes), 2))


def _unicode(font: pikepdf.Object) -> dict[int, str]:
    """Codes of two bytes -> signs, from the map that the font brings."""
    signs: dict[int, str] = {}
    for line in _lines(font.ToUnicode.read_bytes().decode()):
        numbers = re.findall(r"<([0-9a-fA-F]+)>", line)
        if len(numbers) == 2:
            signs[int(numbers[0], 16)] = bytes.fromhex(numbers[1]).decode("utf-16-be")
    return signs


def _lines(text: str) -> Iterator[str]:
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        yield from block.strip().splitlines()
    assert "beginbfrange" not in text


def pdf_pages(data: bytes) -> list[str]:
    """The text of each page of a tagged PDF, without white space."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [squeeze("".join(_marked_text(page).values())) for page in pdf.pages]


def pdf_lines(data: bytes) -> list[str]:
    """The lines of a PDF from top to bottom, without white space; cells beside each other are one line."""
    lines: list[str] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            maps = {str(name): _unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
            found: dict[int, str] = {}
            height, font = 0, dict[int, str]()
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name == "cm":
                    height = round(float(operands[5]))
                elif name == "Tf":
                    font = maps[str(operands[0])]
                elif name in ("Tj", "TJ"):
                    strings = operands[0] if name == "TJ" else operands
                    text = "".join(_decoded(one, font) for one in strings if isinstance(one, pikepdf.String))
                    found[height] = found.get(height, "") + text
            lines += (squeeze(found[height]) for height in sorted(found, reverse=True))
    return lines


def outline_pages(data: bytes) -> list[tuple[str, int]]:
    """The bookmarks of a PDF in order: text without white space, and number of the page."""
    found: list[tuple[str, int]] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}

        def walk(items: list[pikepdf.OutlineItem]) -> None:
            for one in items:
                target = one.destination if one.destination is not None else one.action.D
                found.append((squeeze(one.title), numbers[target[0].objgen]))
                walk(one.children)

        with pdf.open_outline() as outline:
            walk(outline.root)
    return found


def page_count(data: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)
