"""Workbooks of plain tables for spreadsheets (ECMA-376), part by part: texts and numbers, and nothing that is run.

A library that knows all of the format takes four times as long for a table, which each build of a website would wait for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from stratkit.diagnostics.pattern import Pattern
from stratkit.exchange.csv_zip import FORMULA_STARTS
from stratkit.exchange.tables import Cell
from stratkit.immutable import immutable
from stratkit.source.archive import zip_archive

_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_HEAD, _BODY, _GUARDED = 1, 2, 3
"""How cells look, by their numbers in the styles; what is guarded stays a text when somebody edits it."""
_WRAPPED = '<alignment vertical="top" wrapText="1"/></xf>'
_STYLES = (
    f'{_HEADER}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
    '<border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    f'<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1">{_WRAPPED}'
    f'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">{_WRAPPED}'
    f'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1">{_WRAPPED}'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_ODD = Pattern(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What the format writes as its number: signs that XML cannot hold, and what looks like such a number."""


@immutable
class Sheet:
    """A sheet that holds one table.

    Args:
        name: on its tab.
        titles: of the columns.
        widths: of the columns, in digits.
        rows: a cell for each column.
    """

    name: str
    titles: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[Cell]]

    @property
    def last(self) -> tuple[str, int]:
        """The letters of the last column, and the number of the last row."""
        return column_name(len(self.titles) - 1), len(self.rows) + 1


def workbook(title: str, created: date, sheets: Sequence[Sheet]) -> bytes:
    """A workbook that is called *title* and was *created* then."""
    texts = _Texts()
    drawn = {f"worksheets/sheet{number}": _sheet(one, texts) for number, one in enumerate(sheets, 1)}
    kinds = {**dict.fromkeys(drawn, "worksheet"), "sharedStrings": "sharedStrings", "styles": "styles"}
    own = {**drawn, "sharedStrings": _strings(texts), "styles": _STYLES}
    parts = {
        "[Content_Types].xml": _content_types(kinds),
        "_rels/.rels": _relations([
            (f"{_OFFICE}/officeDocument", "xl/workbook.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ]),
        "docProps/core.xml": _properties(title, created),
        "xl/_rels/workbook.xml.rels": _relations([(f"{_OFFICE}/{kind}", f"{name}.xml") for name, kind in kinds.items()]),
        "xl/workbook.xml": _book(sheets),
        **{f"xl/{name}.xml": part for name, part in own.items()},
    }  # fmt: skip
    return zip_archive({path: part.encode() for path, part in parts.items()})


def column_name(index: int) -> str:
    """The letters of a column, which are counted from nought: A to Z, then AA."""
    tens, ones = divmod(index, 26)
    return (column_name(tens - 1) if tens else "") + chr(ord("A") + ones)


class _Texts(dict[str, int]):
    """The texts of all cells, each once, with their numbers."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number


def _sheet(one: Sheet, texts: _Texts) -> str:
    columns = [column_name(index) for index in range(len(one.titles))]
    widths = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(one.widths, 1)
    )
    head = [
        f'<c r="{name}1" s="{_HEAD}" t="s"><v>{texts[title]}</v></c>'
        for name, title in zip(columns, one.titles, strict=True)
    ]
    rows = [f'<row r="1">{"".join(head)}</row>']
    rows += [
        f'<row r="{number}">{"".join(_cells(row, number, columns, texts))}</row>'
        for number, row in enumerate(one.rows, 2)
    ]
    area = "A1:{}{}".format(*one.last)
    return (
        f'{_HEADER}<worksheet xmlns="{_MAIN}"><dimension ref="{area}"/>'
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '<selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f'<cols>{widths}</cols><sheetData>{"".join(rows)}</sheetData><autoFilter ref="{area}"/></worksheet>'
    )


def _cells(row: Sequence[Cell], number: int, columns: Sequence[str], texts: _Texts) -> Iterator[str]:
    for name, cell in zip(columns, row, strict=True):
        if isinstance(cell, str):
            if cell:
                looks = _GUARDED if cell.startswith(FORMULA_STARTS) else _BODY
                yield f'<c r="{name}{number}" s="{looks}" t="s"><v>{texts[cell]}</v></c>'
        elif cell is not None:
            yield f'<c r="{name}{number}" s="{_BODY}"><v>{cell!r}</v></c>'


def _strings(texts: Iterable[str]) -> str:
    items = "".join(f'<si><t xml:space="preserve">{_words(text)}</t></si>' for text in texts)
    return f'{_HEADER}<sst xmlns="{_MAIN}">{items}</sst>'


def _words(text: str) -> str:
    """*text* between tags or in a value in double quotes."""
    if "_x" in text or not text.replace("\n", " ").isprintable():
        text = _ODD.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _book(sheets: Sequence[Sheet]) -> str:
    listed = "".join(
        f'<sheet name="{_words(one.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, one in enumerate(sheets, 1)
    )
    filtered = "".join(_filter(number, one) for number, one in enumerate(sheets))
    return (
        f'{_HEADER}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{listed}</sheets><definedNames>{filtered}</definedNames></workbook>"
    )


def _filter(number: int, one: Sheet) -> str:
    """What spreadsheets want to know by name of a table that can be filtered."""
    column, row = one.last
    area = "'{}'!$A$1:${}${}".format(one.name.replace("'", "''"), column, row)
    return f'<definedName name="_xlnm._FilterDatabase" localSheetId="{number}" hidden="1">{_words(area)}</definedName>'


def _content_types(kinds: dict[str, str]) -> str:
    own = {"workbook": "sheet.main", **kinds}
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in own.items()
    )
    return (
        f'{_HEADER}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _properties(title: str, created: date) -> str:
    moment = f'xsi:type="dcterms:W3CDTF">{created.isoformat()}T00:00:00Z</dcterms'
    return (
        f'{_HEADER}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{_words(title)}</dc:title>'
        f"<dcterms:created {moment}:created><dcterms:modified {moment}:modified></cp:coreProperties>"
    )
