"""How long the official document takes beside other ways to make it, as whole processes.

Every way is run several times in turn, so that a busy moment of the machine meets all of them
alike. stratkit is measured without a memory of former runs, and again where nothing changed since the last one.
Prints a table for ``bench/README.md``; writes nothing into the repository. Rivals that are
not installed are left out by name. With ``--counts`` it prints instead what stands in the files of each
format: headings, tables, rows and pages, which have to be equal.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from stratkit.document.build import build_document
from stratkit.document.registry import FORMATS
from stratkit.document.view import Block, Heading, Paragraphs, Table
from stratkit.load import load_workspace
from stratkit.source import FolderTree

ROOT = Path(__file__).parent.parent
AIMS = {"docx": 1.5, "pdf": 3.0, "html": 0.3}
"""Seconds aimed at, by format."""


def ways(region: str, folder: Path) -> Iterator[tuple[str, list[str], str]]:
    """Name, command and aim of each way to make a document of *region*; needs our DOCX and HTML in *folder*."""
    stratkit = [sys.executable, "-m", "stratkit", "-C", str(ROOT / "strategies"), "document", region]
    for kept, memory in (("", "off"), (", nothing changed since", f"{folder}/cache")):
        for form in ("docx", "pdf", "html", "odt"):
            yield (
                f"stratkit, {form}{kept}",
                ["env", f"STRATKIT_CACHE={memory}", *stratkit, "--format", form, "-o", str(folder / f"made.{form}")],
                str(AIMS.get(form, "")),
            )
    own = [sys.executable, __file__, "--folder", str(folder), "--region", region, "--make"]
    if importlib.util.find_spec("docx"):
        yield "python-docx, `Table.cell` for each cell", [*own, "python-docx"], ""
    if importlib.util.find_spec("docxtpl"):
        yield "docxtpl, one template with loops", [*own, "docxtpl"], ""
    if importlib.util.find_spec("weasyprint"):
        yield "WeasyPrint, our HTML to PDF", [*own, "weasyprint"], ""
    if office := shutil.which("soffice"):
        profile = f"-env:UserInstallation=file://{folder}/profile"
        target = str(folder / "office")
        yield (
            "LibreOffice, our DOCX to PDF",
            [office, profile, "--headless", "--convert-to", "pdf", "--outdir", target, str(folder / "made.docx")],
            "",
        )


def make(name: str, region: str, folder: Path) -> None:
    """Make the document once, as *name* does it."""
    if name == "weasyprint":
        importlib.import_module("weasyprint").HTML(str(folder / "made.html")).write_pdf(str(folder / "weasyprint.pdf"))
        return
    made = importlib.import_module("docx").Document()
    blocks = build_document(load_workspace(FolderTree(ROOT / "strategies")).strategies[region]).blocks
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


def run(command: list[str], limit: float) -> tuple[float, float]:
    """Seconds and peak memory in MB of one run.

    Raises:
        RuntimeError: the command failed, or took longer than *limit* seconds.
    """
    start = time.perf_counter()
    process = subprocess.Popen(["timeout", str(limit), *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise RuntimeError(f"{command}: {os.waitstatus_to_exitcode(status)}")
    return seconds, _megabytes(usage)


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024


def print_counts() -> None:
    """Print how many headings, tables, rows and pages each file has, by independent readers."""
    sys.path.insert(0, str(ROOT / "tests/document"))
    readers = importlib.import_module("document_readers")
    print("| region | format | headings | tables | rows | pages |\n| --- | --- | ---: | ---: | ---: | ---: |")
    for region, strategy in load_workspace(FolderTree(ROOT / "strategies")).strategies.items():
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
        profile = f"-env:UserInstallation=file://{name}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", name, str(source)]
        subprocess.run(command, check=True, capture_output=True)
        return str(readers.page_count((Path(name) / "one.pdf").read_bytes()))


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--region", default="tver")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--limit", type=float, default=600, help="seconds after which a way is given up")
    parser.add_argument("--counts", action="store_true", help="print what stands in the files, and measure nothing")
    parser.add_argument("--make", choices=["python-docx", "docxtpl", "weasyprint"], help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.make:
        make(asked.make, asked.region, asked.folder)
        return
    if asked.counts:
        print_counts()
        return
    with tempfile.TemporaryDirectory() as name:
        chosen = list(ways(asked.region, Path(name)))
        run(next(command for way, command, _ in chosen if "nothing changed" in way), asked.limit)  # fills the memory
        measured: dict[str, list[tuple[float, float]]] = {way: [] for way, _, _ in chosen}
        for _ in range(asked.runs):
            for way, command, _ in chosen:
                measured[way].append(run(command, asked.limit))
    print(
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {asked.runs} runs\n"
    )
    print("| way | median, s | least, s | aim, s | peak memory, MB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for way, _, aim in chosen:
        seconds = [one for one, _ in measured[way]]
        peak = max(megabytes for _, megabytes in measured[way])
        print(f"| {way} | {statistics.median(seconds):.2f} | {min(seconds):.2f} | {aim} | {peak:.0f} |")


if __name__ == "__main__":
    main()
