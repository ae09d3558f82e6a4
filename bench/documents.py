"""The official document beside other ways to make it, as whole processes; and what stands in its files.

``python -m bench --only document`` measures: stratkit without a memory of former runs, and again where nothing
changed since the last one. ``python -m bench.documents --counts`` prints what stands in the files of each
format: headings, tables, rows and pages, which have to be equal.
"""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from bench.generate import REAL, ROOT
from bench.measure import Way
from stratkit.document.build import build_document
from stratkit.document.registry import FORMATS
from stratkit.document.view import Block, Heading, Paragraphs, Table
from stratkit.load import load_workspace
from stratkit.source import FolderTree

REGION = "tver"
"""The longer one of the real strategies."""
LIMIT = 60.0
"""Seconds after which a way is given up: the slowest take minutes for what we make in a second."""
BUDGET = 40.0
"""Seconds after which a way is not run again."""

_RIVALS = {
    "python-docx": ("docx", "python-docx, `Table.cell` for each cell"),
    "docxtpl": ("docxtpl", "docxtpl, one template with loops"),
    "weasyprint": ("weasyprint", "WeasyPrint, our HTML to PDF"),
}
"""The module of each rival, and how it stands in the table."""


def ways(folder: Path, packages: Sequence[Path]) -> Iterator[Way]:
    """Each way to make the document; what one makes in *folder* is what the next ones turn into other formats.

    Args:
        folder: where files are made.
        packages: folders in which packages of rivals are installed, beside those of this program.
    """
    for kept, memory in (("", "off"), (", nothing changed since", str(folder / "cache"))):
        for form in ("docx", "pdf", "html", "odt"):
            yield Way(f"stratkit, {form}{kept}", _stratkit(folder, form), cwd=ROOT, env={"STRATKIT_CACHE": memory})
    for name, (module, title) in _RIVALS.items():
        found = PathFinder.find_spec(module, [*map(str, packages), *sys.path])
        command = [sys.executable, "-m", "bench.documents", "--folder", str(folder), "--make", name]
        path = os.pathsep.join(map(str, (ROOT, *packages)))
        yield Way(title, command if found else [], cwd=ROOT, env={"PYTHONPATH": path})
    office = shutil.which("soffice")
    yield Way(
        "LibreOffice, our DOCX to PDF", _office(office, folder / "made.docx", folder / "office") if office else []
    )


def prepare(folder: Path) -> None:
    """Make in *folder* what the ways begin with: our files, and the memory of a former run."""
    for form in ("docx", "html"):
        environment = {**os.environ, "STRATKIT_CACHE": str(folder / "cache")}
        subprocess.run(_stratkit(folder, form), check=True, cwd=ROOT, env=environment)


def _stratkit(folder: Path, form: str) -> list[str]:
    command = [sys.executable, "-m", "stratkit", "-C", str(REAL), "document", REGION]
    return [*command, "--format", form, "-o", str(folder / f"made.{form}")]


def _office(program: str, source: Path, target: Path) -> list[str]:
    """The command that prints *source* into the folder *target*."""
    profile = f"-env:UserInstallation=file://{source.parent}/profile"
    return [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(target), str(source)]


def make(name: str, folder: Path) -> None:
    """Make the document once, as *name* does it."""
    if name == "weasyprint":
        importlib.import_module("weasyprint").HTML(str(folder / "made.html")).write_pdf(str(folder / "weasyprint.pdf"))
        return
    made = importlib.import_module("docx").Document()
    blocks = build_document(load_workspace(FolderTree(REAL)).strategies[REGION]).blocks
    if name == "docxtpl":
        _with_template(made, blocks, folder)
        return
    for block in blocks:
        if isinstance(block, Heading):
            made.add_heading(block.label, block.level)
        elif isinstance(block, Paragraphs):
            for item in block.items:
                made.add_paragraph(f"{item.marker} {item.text}")
        else:
            table = made.add_table(len(block.heads) + len(block.rows), block.columns)
            for place, row in enumerate((*block.heads, *block.rows)):
                first = block.columns - sum(cell.colspan for cell in row.cells)
                for cell in row.cells:
                    table.cell(place, first).text = cell.text
                    first += cell.colspan
    made.save(str(folder / "python-docx.docx"))


def _with_template(made: Any, blocks: Iterable[Block], folder: Path) -> None:
    """Fill a template of two headings, paragraphs and a table, as the guide of docxtpl shows it."""
    for line in (
        "{%p for block in blocks %}", "{%p if block.heading %}", "{{ block.heading }}", "{%p endif %}",
        "{%p for item in block.items %}", "{{ item }}", "{%p endfor %}", "{%p if block.rows %}",
    ):  # fmt: skip
        made.add_paragraph(line)
    cells = made.add_table(3, 3)
    for place, text in ((0, "{%tr for row in block.rows %}"), (2, "{%tr endfor %}")):
        cells.rows[place].cells[0].text = text
    for cell, text in zip(
        cells.rows[1].cells, ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"), strict=True
    ):
        cell.text = text
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")
    made.save(str(folder / "template.docx"))
    values = [
        {
            "heading": block.label if isinstance(block, Heading) else "",
            "items": [f"{item.marker} {item.text}" for item in block.items] if isinstance(block, Paragraphs) else [],
            "rows": [[cell.text for cell in row.cells] for row in (*block.heads, *block.rows)]
            if isinstance(block, Table)
            else [],
        }
        for block in blocks
    ]
    template = importlib.import_module("docxtpl").DocxTemplate(str(folder / "template.docx"))
    # A list named "items" would be looked up as the method of a dictionary.
    template.render({"blocks": [SimpleNamespace(**one) for one in values]}, autoescape=True)
    template.save(str(folder / "docxtpl.docx"))


def print_counts() -> None:
    """Print how many headings, tables, rows and pages each file has, by independent readers."""
    sys.path.insert(0, str(ROOT / "tests/document"))
    readers = importlib.import_module("document_readers")
    print("| region | format | headings | tables | rows | pages |\n| --- | --- | ---: | ---: | ---: | ---: |")
    for region, strategy in load_workspace(FolderTree(REAL)).strategies.items():
        view = build_document(strategy)
        own = sum(isinstance(block, Heading) for block in view.blocks)
        for form in ("docx", "pdf", "odt", "html"):
            data = FORMATS[form].render(view)
            content = getattr(readers, f"read_{form}")(data)
            rows = sum(len(table) for table in content.tables)
            pages = _pages(readers, form, data)
            # The headings of the title page and of the contents are those of some formats only.
            headings = min(len(content.headings), own)
            print(f"| {region} | {form} | {headings} | {len(content.tables)} | {rows} | {pages} |")


def _pages(readers: ModuleType, form: str, data: bytes) -> str:
    """Pages of the PDF; DOCX and ODT are printed by LibreOffice, if there is one."""
    if form == "pdf":
        return str(readers.page_count(data))
    if form == "html" or not (office := shutil.which("soffice")):
        return "–"
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / f"one.{form}"
        source.write_bytes(data)
        subprocess.run(_office(office, source, Path(name)), check=True, capture_output=True)
        return str(readers.page_count((Path(name) / "one.pdf").read_bytes()))


def main() -> None:
    """Print the counts, or be one of the rivals."""
    parser = argparse.ArgumentParser(prog="bench.documents", description=(__doc__ or "").split("\n", maxsplit=1)[0])
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("--counts", action="store_true", help="print what stands in the files")
    asked.add_argument("--make", choices=list(_RIVALS), help="make the document once, as a rival does it")
    parser.add_argument("--folder", type=Path, default=Path(), help="where --make finds our files and puts its own")
    chosen = parser.parse_args()
    if chosen.counts:
        print_counts()
    else:
        make(chosen.make, chosen.folder)


if __name__ == "__main__":
    main()
