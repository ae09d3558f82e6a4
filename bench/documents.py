"""How long the official document takes beside other ways to make it, as whole processes.

Every way is run several times in turn, so that a busy moment of the machine meets all of them
alike. Prints a table for ``bench/README.md``; writes nothing into the repository. Rivals that are
not installed are left out by name.
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
from collections.abc import Iterator
from pathlib import Path

from stratkit.document.build import build_document
from stratkit.document.view import Heading, Paragraphs
from stratkit.load import load_workspace
from stratkit.source import FolderTree

ROOT = Path(__file__).parent.parent
AIMS = {"docx": 1.5, "pdf": 3.0, "html": 0.3}
"""Seconds aimed at, by format."""


def ways(region: str, folder: Path) -> Iterator[tuple[str, list[str], str]]:
    """Name, command and aim of each way to make a document of *region*; needs our DOCX and HTML in *folder*."""
    stratkit = [sys.executable, "-m", "stratkit", "-C", str(ROOT / "strategies"), "document", region]
    for form in ("docx", "pdf", "html", "odt"):
        yield (
            f"stratkit, {form}",
            [*stratkit, "--format", form, "-o", str(folder / f"made.{form}")],
            str(AIMS.get(form, "")),
        )
    own = [sys.executable, __file__, "--folder", str(folder), "--region", region, "--make"]
    if importlib.util.find_spec("docx"):
        yield "python-docx, `Table.cell` for each cell", [*own, "python-docx"], ""
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
    for block in build_document(load_workspace(FolderTree(ROOT / "strategies")).strategies[region]).blocks:
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


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--region", default="tver")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--limit", type=float, default=600, help="seconds after which a way is given up")
    parser.add_argument("--make", choices=["python-docx", "weasyprint"], help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.make:
        make(asked.make, asked.region, asked.folder)
        return
    with tempfile.TemporaryDirectory() as name:
        chosen = list(ways(asked.region, Path(name)))
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
