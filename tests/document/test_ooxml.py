"""What makes Word offer a repair: elements out of the order of ECMA-376, twins, dangling names, uneven rows."""

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from made_up_documents import HOSTILE

from stratkit.document.registry import FORMATS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "pBdr": "top left bottom right between bar",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular",
    "settings": "zoom mirrorMargins defaultTabStop autoHyphenation characterSpacingControl compat themeFontLang "
    "clrSchemeMapping decimalSymbol listSeparator",
    "styles": "docDefaults latentStyles style",
}
"""The order of children, by element (ECMA-376, part 1, transitional schemas)."""


@pytest.fixture(scope="module", params=["regions", *HOSTILE])
def packages(request, regions):
    """The parts of packages as trees."""
    views = regions.values() if request.param == "regions" else [HOSTILE[request.param]]
    made = []
    for view in views:
        with zipfile.ZipFile(io.BytesIO(FORMATS["docx"].render(view))) as archive:
            made.append({name: ET.fromstring(archive.read(name)) for name in archive.namelist()})
    return made


def local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def test_children_stand_in_the_order_of_the_standard(packages):
    for parts in packages:
        for path, root in parts.items():
            for element in root.iter():
                order = ORDERS.get(local(element), "").split()
                if order and element.tag.startswith(W):
                    places = [order.index(local(child)) for child in element]
                    assert places == sorted(places), (path, local(element), [local(child) for child in element])
                    once = [
                        child.tag for child in element if local(element).endswith("Pr") and "Reference" not in child.tag
                    ]
                    assert len(once) == len(set(once)), (path, local(element))


def test_bookmarks_are_named_once_and_links_lead_somewhere(packages):
    for parts in packages:
        root = parts["word/document.xml"]
        starts = root.findall(f".//{W}bookmarkStart")
        names = [one.get(f"{W}name") for one in starts]
        numbers = [one.get(f"{W}id") for one in starts]
        ends = [one.get(f"{W}id") for one in root.findall(f".//{W}bookmarkEnd")]
        assert len(names) == len(set(names))
        assert sorted(numbers) == sorted(ends) == sorted(set(numbers))
        assert all(len(name) <= 40 for name in names)
        assert {one.get(f"{W}anchor") for one in root.findall(f".//{W}hyperlink")} <= set(names)


def test_styles_that_are_used_exist(packages):
    for parts in packages:
        known = {one.get(f"{W}styleId") for one in parts["word/styles.xml"].findall(f"{W}style")}
        assert len(known) == len(parts["word/styles.xml"].findall(f"{W}style"))
        for path in ("word/document.xml", "word/styles.xml"):
            for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
                assert {one.get(f"{W}val") for one in parts[path].iter(f"{W}{tag}")} <= known, tag


def test_rows_fill_the_grid_and_cells_end_in_a_paragraph(packages):
    for parts in packages:
        root = parts["word/document.xml"]
        for table in root.iter(f"{W}tbl"):
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            for row in table.findall(f"{W}tr"):
                spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
                assert sum(int(one.get(f"{W}val")) if one is not None else 1 for one in spans) == columns
        assert all(local(cell[-1]) == "p" for cell in root.iter(f"{W}tc"))
        body = root.find(f"{W}body")
        assert local(body[-1]) == "sectPr"
        assert local(body[-2]) == "p" or not list(root.iter(f"{W}tbl")), "Word wants a paragraph after a table"


def test_fields_are_closed(packages):
    for parts in packages:
        for root in parts.values():
            open_fields = 0
            for one in root.iter(f"{W}fldChar"):
                open_fields += {"begin": 1, "separate": 0, "end": -1}[one.get(f"{W}fldCharType")]
                assert open_fields >= 0
            assert open_fields == 0


def test_relations_and_types_name_parts_that_exist(packages):
    relation = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
    for parts in packages:
        for path, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
            targets = [one.get("Target") for one in parts[path].iter(relation)]
            assert len(targets) == len(set(targets))
            assert all(folder + target in parts for target in targets)
        typed = {one.get("PartName", "")[1:] for one in parts["[Content_Types].xml"] if one.get("PartName")}
        assert typed <= parts.keys()
        assert {name for name in parts if name.startswith("word/") and name.endswith(".xml")} <= typed
