"""Styles, settings and the page number of a DOCX: all looks stand here, none in the text."""

from __future__ import annotations

from stratkit.document.formats.escape import words
from stratkit.document.measure import CELL_AFTER, CELL_MARGIN
from stratkit.document.pages import Page, page
from stratkit.document.pagination import ENTRY_AFTER, ENTRY_INDENT, HEADING_AFTER, HEADING_BEFORE, TITLE_BEFORE
from stratkit.document.view import DocumentView, Layout

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LEVELS = 9
"""Levels of headings that Word knows."""


def twips(millimetres: float) -> int:
    """Word's unit of length: the twentieth of a point."""
    return round(millimetres * 1440 / 25.4)


def half_points(points: float) -> int:
    """Word's unit of the size of a font."""
    return round(points * 2)


def styles(view: DocumentView) -> str:
    """The part ``word/styles.xml``."""
    layout, upright = view.layout, page(view.layout, landscape=False)
    return (
        f"{HEADER}<w:styles {NAMESPACES}>{_defaults(view)}{_body(layout)}{_front(layout, upright)}"
        f"{''.join(_heading(level, layout.gaps) for level in range(1, LEVELS + 1))}"
        f"{''.join(_entry(level, upright) for level in range(1, LEVELS + 1))}{_tables(layout)}</w:styles>"
    )


def _defaults(view: DocumentView) -> str:
    font, size = words(view.layout.fonts[0]), half_points(view.layout.size)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="{words(view.language)}" w:eastAsia="{words(view.language)}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _style(name: str, title: str, base: str, paragraph: str, run: str = "", after: str = "") -> str:
    """A paragraph style; *after* is the style of the paragraph that follows one typed in Word."""
    base = f'<w:basedOn w:val="{base}"/>' if base else ""
    after = f'<w:next w:val="{after}"/>' if after else ""
    default = ' w:default="1"' if name == "Normal" else ""
    run = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{title}"/>{base}{after}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr>{run}</w:style>"
    )


def _body(layout: Layout) -> str:
    line = round(240 * layout.line_spacing)
    indent = twips(layout.indent)
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="auto"/>'
    flush = '<w:ind w:firstLine="0"/><w:jc w:val="left"/>'
    return (
        _style("Normal", "Normal", "", f'<w:widowControl/>{spacing}<w:ind w:firstLine="{indent}"/><w:jc w:val="both"/>')
        + _style("Lead", "Lead", "Normal", "<w:keepNext/>")
        + _style("Header", "header", "Normal", '<w:ind w:firstLine="0"/><w:jc w:val="center"/>')
        + _style(
            "Notice",
            "Notice",
            "Normal",
            _box() + '<w:spacing w:before="240"/><w:ind w:firstLine="0"/>',
            _size(layout.table_size),
        )
        + _style("TableNote", "Table Note", "Normal", flush, _size(layout.table_size))
        + _style("SectionEnd", "Section End", "Normal", f'<w:spacing w:line="20" w:lineRule="exact"/>{flush}', _size(1))
        + "".join(
            _style(
                f"List{level}",
                f"List Item {level}",
                "Normal",
                f'<w:ind w:left="{twips(ENTRY_INDENT * level)}" w:firstLine="{indent}"/>',
            )
            for level in range(1, 4)
        )
    )


def _front(layout: Layout, upright: Page) -> str:
    """Styles of the first page: the stamp is pushed right by an indent, not by a table."""
    left = twips(max(upright.text_width - layout.stamp_width, 0))
    return (
        _style("Stamp", "Stamp", "Normal", f'<w:ind w:left="{left}" w:firstLine="0"/><w:jc w:val="left"/>')
        + _style(
            "Title", "Title", "Normal", _centred(upright.text_height * TITLE_BEFORE, 12), "<w:b/><w:bCs/>", "Subtitle"
        )
        + _style("Subtitle", "Subtitle", "Normal", _centred(0, 12))
        + _style(
            "TOCHeading",
            "TOC Heading",
            "Normal",
            f"<w:keepNext/><w:pageBreakBefore/>{_centred(0, 12)}",
            "<w:b/><w:bCs/>",
        )
    )


def _centred(before: float, after: float) -> str:
    """Centred, with space before in millimetres and after in points."""
    return f'<w:spacing w:before="{twips(before)}" w:after="{round(after * 20)}"/><w:ind w:firstLine="0"/><w:jc w:val="center"/>'


def _box() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="auto"/>' for side in ("top", "left", "bottom", "right")
    )
    return f"<w:pBdr>{sides}</w:pBdr>"


def _size(points: float) -> str:
    return f'<w:sz w:val="{half_points(points)}"/><w:szCs w:val="{half_points(points)}"/>'


def _heading(level: int, gaps: float) -> str:
    """Heading of a level, and its twin that stays out of the table of contents."""
    looks = f'<w:keepNext/><w:keepLines/><w:spacing w:before="{round(20 * HEADING_BEFORE * gaps)}" w:after="{round(20 * HEADING_AFTER * gaps)}"/><w:ind w:firstLine="0"/><w:jc w:val="center"/><w:outlineLvl w:val="{level - 1}"/>'
    name = f"Heading{level}"
    return _style(name, f"heading {level}", "Normal", looks, "<w:b/><w:bCs/>", "Normal") + _style(
        f"Unlisted{name}", f"Unlisted Heading {level}", name, f'<w:outlineLvl w:val="{level - 1}"/>', "", "Normal"
    )


def _entry(level: int, upright: Page) -> str:
    """An entry of the table of contents: the number of the page stands at the end of a row of dots."""
    width, left = twips(upright.text_width), twips(ENTRY_INDENT * (level - 1))
    looks = (
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs><w:spacing w:after="{round(20 * ENTRY_AFTER)}"/>'
        f'<w:ind w:left="{left}" w:firstLine="0"/><w:jc w:val="left"/>'
    )
    return _style(f"TOC{level}", f"toc {level}", "Normal", looks)


def _tables(layout: Layout) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    side = twips(CELL_MARGIN)
    return (
        _style("TableText", "Table Text", "Normal", f'<w:widowControl w:val="0"/><w:spacing w:after="{round(20 * CELL_AFTER * layout.gaps)}" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="left"/>', _size(layout.table_size))
        + _style("TableHead", "Table Head", "TableText", '<w:keepNext/><w:jc w:val="center"/>', "<w:b/><w:bCs/>")
        + _style("TableGroup", "Table Group", "TableHead", "<w:keepNext/>")
        + _style("TableFigure", "Table Figure", "TableText", '<w:jc w:val="center"/>')
        + '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        + '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        + f'<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )  # fmt: skip


def settings(view: DocumentView) -> str:
    """The part ``word/settings.xml``: words are never parted (order of the FSO of 04.07.2024 No. 92)."""
    language = words(view.language)
    return (
        f'{HEADER}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
        '<w:autoHyphenation w:val="false"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def font_table(layout: Layout) -> str:
    """The part ``word/fontTable.xml``: what may stand in for a font that a computer lacks."""
    others = layout.fonts[1:]
    fonts = "".join(
        f'<w:font w:name="{words(name)}">{_alternatives(others if name == layout.fonts[0] else ())}'
        '<w:charset w:val="CC"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
        for name in dict.fromkeys(layout.fonts)
    )
    return f"{HEADER}<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def _alternatives(names: tuple[str, ...]) -> str:
    return f'<w:altName w:val="{words(",".join(names))}"/>' if names else ""


def page_number(tag: str) -> str:
    """A header or a footer that holds the number of the page; *tag* is ``hdr`` or ``ftr``."""
    return (
        f'{HEADER}<w:{tag} {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f"</w:p></w:{tag}>"
    )
