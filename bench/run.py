"""How long stratkit takes and how much memory it needs, as whole processes.

Wall time is measured by pyperf (many processes, median and spread), peak memory by one run of
each command. Writes nothing into the repository; prints a table for ``bench/README.md``.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import pyperf

ROOT = Path(__file__).parent.parent
STRATKIT = [sys.executable, "-m", "stratkit", "-C", str(ROOT / "strategies")]


def cases(folder: Path) -> dict[str, tuple[list[str], float]]:
    """Commands by name, each with the time aimed at in seconds."""
    one = [sys.executable, "-m", "stratkit", "-C", str(_copy(folder))]
    return {
        "help": ([sys.executable, "-m", "stratkit", "--help"], 0.15),
        "lint (Tomsk)": ([*one, "lint"], 0.5),
        "build (Tomsk)": (_afresh(folder / "site-one", [*one, "build", "-o", str(folder / "site-one")]), 2.0),
        "document html (Tomsk)": ([*one, "document", "tomsk", "-o", str(folder / "tomsk.html")], 0.5),
        "export json (Tomsk)": ([*one, "export", "tomsk", "-o", str(folder / "tomsk.json")], 0.5),
        "lint (both)": ([*STRATKIT, "lint"], 0.8),
        "build (both)": (_afresh(folder / "site", [*STRATKIT, "build", "-o", str(folder / "site")]), 3.0),
        "build (both, unchanged)": ([*STRATKIT, "build", "-o", str(folder / "site")], 0.5),
    }


def _afresh(target: Path, command: list[str]) -> list[str]:
    """The command after its result was removed: a build of an unchanged workspace would do nothing."""
    return ["sh", "-c", 'rm -rf "$0" && exec "$@"', str(target), *command]


def _copy(folder: Path) -> Path:
    """A workspace with the catalogue and one region."""
    target = folder / "one"
    target.mkdir()
    shutil.copy(ROOT / "strategies/stratkit.yaml", target)
    for name in ("catalog", "tomsk"):
        shutil.copytree(ROOT / "strategies" / name, target / name)
    return target


def wall(command: list[str], folder: Path, name: str) -> tuple[float, float]:
    """Median and median absolute deviation in seconds."""
    result = folder / f"{len(list(folder.iterdir()))}.json"
    pyperf_command = [sys.executable, "-m", "pyperf", "command", "--fast", "--quiet", "--name", name, "-o", str(result)]
    subprocess.run([*pyperf_command, "--", *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    values = pyperf.Benchmark.load(str(result)).get_values()
    median = statistics.median(values)
    return median, statistics.median(abs(value - median) for value in values)


def memory(command: list[str]) -> float:
    """Peak memory of one run in MB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    usage: resource.struct_rusage = os.wait4(process.pid, 0)[2]
    return usage.ru_maxrss / 1024


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--only", help="only the cases whose name holds this word")
    only = parser.parse_args().only or ""
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print("| command | median, s | ± MAD, s | aim, s | peak memory, MB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for case, (command, aim) in cases(folder).items():
            if only in case:
                median, spread = wall(command, folder, case)
                print(f"| `{case}` | {median:.3f} | {spread:.3f} | {aim} | {memory(command):.0f} |", flush=True)


if __name__ == "__main__":
    main()
