"""Measures stratkit beside its peers and writes ``bench/RESULTS.md``: ``python -m bench``.

Figures are kept in ``build/bench.json``, so that groups can be measured one by one; the report is made of all
that is there.
"""

from __future__ import annotations

import argparse
import compileall
import datetime
import json
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from bench.cases import GROUPS, ONCE, Bench
from bench.generate import FILES, ROOT
from bench.measure import Measured
from bench.peers import Environment
from bench.report import report

QUICK = {"regions": "1,9", "runs": 2, "limit": 60.0, "budget": 10.0, "only": "start,everyday,lint,again", "files": 100}
"""What fits into three minutes."""
FULL = {"regions": "1,9,89", "runs": 3, "limit": 1800.0, "budget": 120.0, "only": ",".join(GROUPS), "files": FILES}
TENFOLD = {"lint": [890], "growth": [890]}
"""Groups that are also measured at ten times the country, in full."""

_PEERS = ("hugo", "mkdocs_material", "zensical", "check_jsonschema", "yamllint", "pagefind", "weasyprint", "docxtpl")


def versions(environment: Environment) -> dict[str, str]:
    """The versions of the peers that are installed."""
    found = {}
    for path in environment.folder.glob("lib/python*/site-packages/*.dist-info"):
        name, _, version = path.name.removesuffix(".dist-info").partition("-")
        if name.lower() in _PEERS:
            found[name.lower().replace("_", "-")] = version
    package = environment.folder / "node_modules/@11ty/eleventy/package.json"
    if package.exists():
        found["eleventy"] = json.loads(package.read_text("utf-8"))["version"]
    return found


def _kept(rows: list[Measured], load: str) -> dict[str, Any]:
    return {
        "date": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M"),
        "load": load,
        "rows": [
            {
                "name": row.name,
                "runs": [[one.wall, one.cpu, one.memory] for one in row.runs],
                "why": row.why,
                "pages": row.pages,
            }
            for row in rows
        ],
    }


def _sizes(group: str, asked: str, tenfold: bool) -> list[int]:
    if group in ONCE:
        return [1]
    sizes = [int(size) for size in re.findall(r"\d+", asked)]
    return sorted({*sizes, *(TENFOLD.get(group, []) if tenfold else [])})


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=(__doc__ or "").split("\n", maxsplit=1)[0])
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", dest="standard", action="store_const", const=QUICK, default=FULL, help="3 minutes")
    size.add_argument("--full", dest="standard", action="store_const", const=FULL, help="an hour; the standard")
    parser.add_argument("--only", help=f"groups by commas: {', '.join(GROUPS)}")
    parser.add_argument("--regions", help="numbers of regions by commas")
    parser.add_argument("--files", type=int, help="files of a generated region")
    parser.add_argument("--runs", type=int, help="runs of each command")
    parser.add_argument("--limit", type=float, help="seconds after which a run is given up")
    parser.add_argument("--budget", type=float, help="seconds after which a command is not run again")
    parser.add_argument("--environment", type=Path, default=ROOT / "build/bench-env", help="where the peers are")
    parser.add_argument("--folder", type=Path, help="where to work; else a temporary folder")
    parser.add_argument("--keep", type=Path, default=ROOT / "build/bench.json", help="where figures are kept")
    parser.add_argument("--write", type=Path, help="the report; quick prints it instead")
    parser.add_argument("--report", action="store_true", help="measure nothing: write the report of what is kept")
    asked = parser.parse_args()
    if asked.standard is FULL:
        asked.write = asked.write or ROOT / "bench/RESULTS.md"
    elif asked.keep == parser.get_default("keep"):
        asked.keep = ROOT / "build/bench-quick.json"
    asked.tenfold = asked.standard is FULL and asked.regions is None
    for name, value in asked.standard.items():
        if getattr(asked, name) is None:
            setattr(asked, name, value)
    return asked


def _measure(asked: argparse.Namespace, kept: dict[str, Any]) -> None:
    chosen = [name for name in asked.only.split(",") if name]
    if unknown := [name for name in chosen if name not in GROUPS]:
        raise SystemExit(f"no such groups: {', '.join(unknown)}; there are: {', '.join(GROUPS)}")
    base = tempfile.mkdtemp(prefix="bench-") if asked.folder is None else str(asked.folder)
    folder = Path(base)
    folder.mkdir(parents=True, exist_ok=True)
    tell = lambda text: print(f"  {text}", flush=True)  # noqa: E731 - passed on as a value
    bench = Bench(
        folder, Environment(asked.environment.resolve()), asked.runs, asked.limit, asked.budget, asked.files, tell
    )
    try:
        for size in sorted({size for name in chosen for size in _sizes(name, asked.regions, asked.tenfold)}):
            for name in chosen:
                if size in _sizes(name, asked.regions, asked.tenfold):
                    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
                    print(f"{name}, {size} regions" if name not in ONCE else name, flush=True)
                    kept[f"{name} {size}"] = _kept(list(GROUPS[name](bench, size)), load)
                    asked.keep.parent.mkdir(parents=True, exist_ok=True)
                    asked.keep.write_text(json.dumps(kept, indent=1), "utf-8")
            bench.forget(size)
    finally:
        if asked.folder is None:
            shutil.rmtree(folder, ignore_errors=True)


def _as_installed() -> None:
    """Let commands start as an installed stratkit does: with its modules compiled, not compiling them at each start."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(ROOT / "stratkit", quiet=1)


def main() -> None:
    """Measure what is asked for, and write the report."""
    asked = _arguments()
    _as_installed()
    kept = json.loads(asked.keep.read_text("utf-8")) if asked.keep.exists() else {}
    if not asked.report:
        _measure(asked, kept)
    remarks = ROOT / "bench/remarks.md"
    text = report(kept, versions(Environment(asked.environment.resolve())), remarks.read_text("utf-8"))
    if asked.write is None:
        print(text)
    else:
        asked.write.write_text(text, "utf-8")
        print(asked.write)


if __name__ == "__main__":
    main()
