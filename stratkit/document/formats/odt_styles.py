"""Styles and pages of an ODT (OpenDocument 1.3): all looks stand here, none in the text."""

from __future__ import annotations

from stratkit.document.formats.escape import words
from stratkit.document.measure import CELL_AFTER, CELL_MARGIN
from stratkit.document.pages import Page, page
from stratkit.document.pagination import APART, ENTRY_AFTER, ENTRY_INDENT, HEADING_AFTER, HEADING_BEFORE, TITLE_BEFORE
from stratkit.document.view import DocumentView, Layout

HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("meta", "meta"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
LEVELS = 9
"""Levels of headings for which there are styles."""

LINE = "0.5pt solid #000000"


def styles(view: DocumentView) -> str:
    """The part ``styles.xml``."""
    layout, upright = view.layout, page(view.layout, landscape=False)
    named = [
        *_body(layout),
        *_front(layout, upright),
        *(one for level in range(1, LEVELS + 1) for one in _headings(level, layout.gaps)),
        *(_entry(level, upright) for level in range(1, LEVELS + 1)),
        *_tables(layout),
    ]
    return (
        f'{HEADER}<office:document-styles {NAMESPACES} office:version="1.3">{fonts(layout)}'
        f"<office:styles>{_default(view)}{''.join(named)}</office:styles>"
        f"<office:automatic-styles>{''.join(_layouts(layout))}</office:automatic-styles>"
        f"<office:master-styles>{''.join(_masters(layout))}</office:master-styles></office:document-styles>"
    )


def fonts(layout: Layout) -> str:
    """The font and, in order, what stands in for it."""
    names = ", ".join("'" + words(name).replace("'", "") + "'" for name in layout.fonts)
    return (
        f'<office:font-face-decls><style:font-face style:name="Body" svg:font-family="{names}" '
        'style:font-family-generic="roman" style:font-pitch="variable"/></office:font-face-decls>'
    )


def _default(view: DocumentView) -> str:
    language, _, country = view.language.partition("-")
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties style:tab-stop-distance="12.5mm"/>'
        f'<style:text-properties style:font-name="Body" fo:font-size="{view.layout.size}pt" fo:language="{words(language)}" '
        f'fo:country="{words(country)}" fo:hyphenate="false"/></style:default-style>'
    )


def _style(name: str, parent: str, looks: str, letters: str = "", inner: str = "", level: int = 0) -> str:
    """A paragraph style; underscores in *name* are shown as spaces."""
    base = f' style:parent-style-name="{coded(parent)}"' if parent else ""
    outline = f' style:default-outline-level="{level}"' if level else ""
    letters = f"<style:text-properties {letters}/>" if letters else ""
    return (
        f'<style:style style:name="{coded(name)}" style:display-name="{name}" style:family="paragraph"{base}{outline}>'
        f"<style:paragraph-properties {looks}>{inner}</style:paragraph-properties>{letters}</style:style>"
    )


def coded(name: str) -> str:
    """The name of a style as it stands in XML."""
    return name.replace(" ", "_20_")


_FLUSH = 'fo:text-indent="0mm" fo:text-align="start"'
_CENTRED = 'fo:text-indent="0mm" fo:text-align="center"'
_BOLD = 'fo:font-weight="bold"'


def _body(layout: Layout) -> list[str]:
    spacing = f'fo:margin="0mm" fo:line-height="{round(layout.line_spacing * 100)}%"'
    small = f'fo:font-size="{layout.table_size}pt"'
    return [
        _style("Standard", "", f'{spacing} fo:text-indent="{layout.indent}mm" fo:text-align="justify" fo:orphans="2" fo:widows="2"'),
        _style("Lead", "Standard", 'fo:keep-with-next="always"'),
        _style("Apart", "Standard", f'fo:margin-top="{APART * layout.gaps:g}pt"'),
        _style("Header", "Standard", _CENTRED),
        _style("Notice", "Standard", f'{_FLUSH} fo:margin-top="12pt" fo:border="{LINE}" fo:padding="1.5mm"', small),
        _style("Table Note", "Standard", _FLUSH, small),
        *(
            _style(f"List Item {level}", "Standard", f'fo:margin-left="{ENTRY_INDENT * level}mm"')
            for level in range(1, 4)
        ),
        '<style:style style:name="Plain" style:family="text"><style:text-properties style:use-window-font-color="true" style:text-underline-style="none"/></style:style>',
        '<style:style style:name="Raised" style:family="text"><style:text-properties style:text-position="super 60%"/></style:style>',
        f'<style:style style:name="New" style:family="text"><style:text-properties {_BOLD}/></style:style>',
        '<style:style style:name="Gone" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>',
    ]  # fmt: skip


def _front(layout: Layout, upright: Page) -> list[str]:
    """Styles of the first page: the stamp is pushed right by an indent, not by a table."""
    left = max(upright.text_width - layout.stamp_width, 0)
    before = f'{_CENTRED} fo:margin-bottom="12pt"'
    return [
        _style("Stamp", "Standard", f'{_FLUSH} fo:margin-left="{left}mm"'),
        _style("Title", "Standard", f'{before} fo:margin-top="{upright.text_height * TITLE_BEFORE:.1f}mm"', _BOLD),
        _style("Subtitle", "Standard", before),
        _style("Contents Heading", "Standard", f'{before} fo:break-before="page" fo:keep-with-next="always"', _BOLD),
    ]


def _headings(level: int, gaps: float) -> list[str]:
    """Heading of a level, and its twin that stays out of the table of contents."""
    looks = f'{_CENTRED} fo:margin-top="{HEADING_BEFORE * gaps:g}pt" fo:margin-bottom="{HEADING_AFTER * gaps:g}pt" fo:keep-with-next="always" fo:keep-together="always"'
    return [
        _style(f"Heading {level}", "Standard", looks, _BOLD, level=level),
        _style(f"Unlisted Heading {level}", f"Heading {level}", "", level=level),
    ]


def _entry(level: int, upright: Page) -> str:
    """An entry of the table of contents: the number of the page stands at the end of a row of dots."""
    left = ENTRY_INDENT * (level - 1)
    stop = (
        f'<style:tab-stops><style:tab-stop style:position="{upright.text_width - left}mm" style:type="right" '
        'style:leader-style="dotted" style:leader-text="."/></style:tab-stops>'
    )
    return _style(
        f"Contents {level}",
        "Standard",
        f'{_FLUSH} fo:margin-left="{left}mm" fo:margin-bottom="{ENTRY_AFTER}pt"',
        inner=stop,
    )


def _tables(layout: Layout) -> list[str]:
    text = (
        f'{_FLUSH} fo:margin-bottom="{CELL_AFTER * layout.gaps:g}pt" fo:line-height="100%" fo:orphans="0" fo:widows="0"'
    )
    return [
        _style("Table Text", "Standard", text, f'fo:font-size="{layout.table_size}pt"'),
        _style("Table Head", "Table Text", 'fo:text-align="center" fo:keep-with-next="always"', _BOLD),
        _style("Table Group", "Table Head", 'fo:keep-with-next="always"'),
        _style("Table Figure", "Table Text", 'fo:text-align="center"'),
        *(
            _style(f"{name} Kept", name, 'fo:keep-with-next="always"')
            for name in ("Table Text", "Table Group", "Table Figure", "Table Note")
        ),
    ]


def table_styles() -> str:
    """Automatic styles that all tables share."""
    return (
        f'<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="{LINE}" '
        f'fo:padding-left="{CELL_MARGIN}mm" fo:padding-right="{CELL_MARGIN}mm" fo:padding-top="0mm" fo:padding-bottom="0mm"/></style:style>'
        '<style:style style:name="Whole" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>'
        '<style:style style:name="Long" style:family="table-row"><style:table-row-properties fo:keep-together="auto"/></style:style>'
    )


_SETTINGS = {
    "TableRowKeep": "true",
    "AddExternalLeading": "true",
    "AddParaLineSpacingToTableCells": "true",
    "AddParaSpacingToTableCells": "true",
    "AddParaTableSpacing": "true",
    "AddParaTableSpacingAtStart": "true",
    "CollapseEmptyCellPara": "true",
    "ConsiderTextWrapOnObjPos": "false",
    "DoNotResetParaAttrsForNumFont": "false",
    "IgnoreFirstLineIndentInNumbering": "false",
    "PropLineSpacingShrinksFirstLine": "true",
    "TabsRelativeToIndent": "true",
    "UnxForceZeroExtLeading": "false",
    "UseFormerLineSpacing": "false",
    "UseFormerObjectPositioning": "false",
    "UseFormerTextWrapping": "false",
    "UseOldNumbering": "false",
    "UseOldPrinterMetrics": "false",
}
"""``TableRowKeep`` lets a row of a table stay with the next one, as in Word. The others are what a new
document of LibreOffice has: where settings are given, those that are missing mean an old document."""


def settings() -> str:
    """The part ``settings.xml``: how LibreOffice lays the text out."""
    items = "".join(
        f'<config:config-item config:name="{name}" config:type="boolean">{value}</config:config-item>'
        for name, value in _SETTINGS.items()
    )
    return (
        f'{HEADER}<office:document-settings {NAMESPACES} xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" '
        'xmlns:ooo="http://openoffice.org/2004/office" '
        'office:version="1.3"><office:settings><config:config-item-set config:name="ooo:configuration-settings">'
        '<config:config-item config:name="PrinterIndependentLayout" config:type="string">high-resolution</config:config-item>'
        f"{items}</config:config-item-set></office:settings></office:document-settings>"
    )


def master(*, first: bool, landscape: bool) -> str:
    """The name of a kind of page."""
    return ("First" if first else "") + ("Landscape" if landscape else "" if first else "Standard")


_KINDS = tuple((first, landscape) for first in (False, True) for landscape in (False, True))


def _layouts(layout: Layout) -> list[str]:
    """The kinds of page; the number stands inside the margin, so that the text begins where it should."""
    made = []
    for first, landscape in _KINDS:
        one = page(layout, landscape=landscape)
        top, bottom, area = float(one.top), float(one.bottom), ""
        if layout.page_number in ("top", "bottom") and not first:
            tag, side = ("header", "bottom") if layout.page_number == "top" else ("footer", "top")
            edge = min(layout.number_distance, max((one.top if tag == "header" else one.bottom) - 6, 0))
            height = (one.top if tag == "header" else one.bottom) - edge
            top, bottom = (edge, bottom) if tag == "header" else (top, edge)
            area = (
                f'<style:{tag}-style><style:header-footer-properties fo:min-height="{height}mm" fo:margin-{side}="0mm"/>'
                f"</style:{tag}-style>"
            )
        turned = "landscape" if landscape else "portrait"
        made.append(
            f'<style:page-layout style:name="{master(first=first, landscape=landscape)}"><style:page-layout-properties '
            f'fo:page-width="{one.width}mm" fo:page-height="{one.height}mm" style:print-orientation="{turned}" '
            f'fo:margin-left="{one.left}mm" fo:margin-right="{one.right}mm" fo:margin-top="{top}mm" fo:margin-bottom="{bottom}mm"/>'
            f"{area}</style:page-layout>"
        )
    return made


def _masters(layout: Layout) -> list[str]:
    tag = {"top": "header", "bottom": "footer"}.get(layout.page_number, "")
    number = (
        '<text:p text:style-name="Header"><text:page-number text:select-page="current">2</text:page-number></text:p>'
    )
    made = []
    for first, landscape in _KINDS:
        name = master(first=first, landscape=landscape)
        following = f' style:next-style-name="{master(first=False, landscape=landscape)}"' if first else ""
        area = f"<style:{tag}>{number}</style:{tag}>" if tag and not first else ""
        made.append(
            f'<style:master-page style:name="{name}" style:page-layout-name="{name}"{following}>{area}</style:master-page>'
        )
    return made
