"""CSV and XLSX: whole tables, read back by other libraries, and no cell that a spreadsheet runs."""

import csv
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from stratkit.diagnostics.language import LANGUAGES, translations
from stratkit.exchange import csv_zip, xlsx
from stratkit.exchange.csv_zip import csv_lines
from stratkit.exchange.tables import strategy_tables
from stratkit.load import load_workspace
from stratkit.source import FolderTree

ROOT = Path(__file__).parents[2]
FORMULAS = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1:A9)", "\t=1", "\r=1", '=HYPERLINK("http://example.org")']


@pytest.fixture(scope="module")
def regions():
    return load_workspace(FolderTree(ROOT / "strategies"))


@pytest.fixture
def hostile(corpus):
    """The invented workspace with a formula in every place where a text may stand."""
    project = corpus / "demo/projects/health/booking.yaml"
    lines = []
    for line in project.read_text().splitlines():
        key = line.partition(":")[0]
        lines.append(f'{key}: "=1+1"' if key in ("title", "goal", "note", "short_title") else line)
    project.write_text("\n".join(lines) + "\n")
    return load_workspace(FolderTree(corpus))


def read_csv(data: bytes) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            for name in archive.namelist()
            if name.endswith(".csv")
        }


def test_csv_holds_every_row(regions):
    tomsk = regions.strategies["tomsk"]
    files = read_csv(csv_zip.render(tomsk, regions.catalog))
    assert len(files["projects.csv"]) == len(tomsk.projects) == 53
    assert len(files["project-indicators.csv"]) == 96
    assert len(files["acts.csv"]) == 26
    assert len(files["beneficiaries.csv"]) == 33
    years = [year for one in tomsk.indicators for year in one.plan]
    assert len(files["indicators.csv"]) >= len(years)


def test_csv_figures_are_those_of_the_strategy(regions):
    tver = regions.strategies["tver"]
    rows = read_csv(csv_zip.render(tver, regions.catalog))["indicators.csv"]
    found = {(row["id"], int(row["year"])): row["plan"] for row in rows}
    for one in tver.indicators:
        for year, value in one.plan.items():
            assert found[one.id, year] == ("" if value is None else str(value))


def test_csv_is_described(regions):
    data = csv_zip.render(regions.strategies["tomsk"], regions.catalog)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = json.loads(archive.read("datapackage.json"))
        for resource in package["resources"]:
            head = next(csv.reader(io.StringIO(archive.read(resource["path"]).decode())))
            assert head == [field["name"] for field in resource["schema"]["fields"]]
        assert {resource["path"] for resource in package["resources"]} == set(archive.namelist()) - {"datapackage.json"}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_workbook_holds_the_tables(regions):
    tver = regions.strategies["tver"]
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(tver, regions.catalog)))
    tables = strategy_tables(tver)
    assert len(book.sheetnames) == len(tables)
    for sheet, table in zip(book.worksheets, tables, strict=True):
        assert sheet.max_row == len(table.rows) + 1
        for row, cells in zip(table.rows, sheet.iter_rows(min_row=2), strict=True):
            assert [cell.value for cell in cells] == [value if value != "" else None for value in row]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_of_a_csv_is_a_formula(text):
    row = next(csv.reader(io.StringIO(csv_lines([[text, -5, 1.5, None]]).decode(), newline="")))
    assert row == [f"'{text}", "-5", "1.5", ""]


def test_no_cell_of_a_workbook_is_a_formula(hostile):
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(hostile.strategies["demo"], hostile.catalog)))
    seen = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert seen
    assert {cell.data_type for cell in seen} == {"s"}
    assert all(cell.quotePrefix for cell in seen)


def test_a_text_longer_than_a_cell_is_cut_and_says_so(hostile, monkeypatch):
    monkeypatch.setattr(xlsx, "_CELL_LIMIT", 3)
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(hostile.strategies["demo"], hostile.catalog)))
    texts = [
        cell.value for row in book.worksheets[0].iter_rows(min_row=2) for cell in row if isinstance(cell.value, str)
    ]
    assert any(text.endswith("…") for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_of_tables_fit_a_sheet(regions, language):
    titles = [translations(language).gettext(table.title) for table in strategy_tables(regions.strategies["tomsk"])]
    assert len(set(titles)) == len(titles)
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\") for title in titles)
