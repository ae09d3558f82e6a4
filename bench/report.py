"""``RESULTS.md``: each aim with what was measured, the growth, and every figure."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import Figures, Measured, exponent

WHOLE = 89
"""Regions of the country: the size that most aims are about."""
TENFOLD = 890


class Results:
    """What was measured, by group and size; kept as JSON between sessions.

    Args:
        stored: what was kept.
    """

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.stored = stored

    def rows(self, group: str, size: int) -> list[Measured]:
        """The figures of *group* at *size* regions."""
        kept = self.stored.get(f"{group} {size}", {}).get("rows", [])
        return [Measured(row["name"], [Figures(*run) for run in row["runs"]], row["why"], row["pages"]) for row in kept]

    def row(self, group: str, size: int, name: str) -> Measured:
        """One row; without runs if it was not measured."""
        return next((row for row in self.rows(group, size) if row.name == name), Measured(name, why="not measured"))

    def sizes(self, group: str) -> list[int]:
        """At which sizes *group* was measured."""
        return sorted(int(key.split()[1]) for key in self.stored if key.split()[0] == group)

    def wall(self, group: str, size: int, name: str) -> float:
        """Median seconds."""
        return self.row(group, size, name).wall

    def memory(self, group: str, size: int, name: str) -> float:
        """The most memory, in MB."""
        return self.row(group, size, name).memory

    def ratio(self, group: str, size: int, name: str, peer: str) -> float:
        """How many times the time of *peer* the time of *name* is."""
        return self.wall(group, size, name) / self.wall(group, size, peer)

    def growth(self, group: str, name: str) -> float:
        """The exponent of time: of all sizes or of the two largest, whichever is worse; nan without large ones."""
        sizes = [size for size in self.sizes(group) if self.row(group, size, name).runs]
        if len(sizes) < 2 or sizes[-1] < WHOLE:
            return math.nan
        walls = [self.wall(group, size, name) for size in sizes]
        return max(exponent(sizes, walls), exponent(sizes[-2:], walls[-2:]))


@dataclass(frozen=True, slots=True)
class Aim:
    """What was promised.

    Args:
        issue: its number.
        text: what is measured.
        unit: of the figures.
        limit: what the figure may be at most.
        figure: takes it from the results; nan if it was not measured.
    """

    issue: int
    text: str
    limit: float
    unit: str
    figure: Callable[[Results], float]


def _per_page(results: Results) -> float:
    """Our time for a page in parts of that of MkDocs Material, which gets a sample of the pages."""
    ours, theirs = results.row("site", WHOLE, "build"), results.row("site", WHOLE, "MkDocs Material")
    return (ours.wall / (ours.pages or math.nan)) / (theirs.wall / (theirs.pages or math.nan))


def _with_search(results: Results) -> float:
    both = results.wall("site", WHOLE, "Hugo") + results.wall("site", WHOLE, "Pagefind")
    return results.wall("site", WHOLE, "build") / both


def _memory_ratio(results: Results) -> float:
    return results.memory("site", WHOLE, "build") / results.memory("site", WHOLE, "Hugo")


def _tenfold(group: str, name: str) -> Callable[[Results], float]:
    return lambda results: results.memory(group, TENFOLD, name) / results.memory(group, WHOLE, name)


def _wall(group: str, size: int, name: str) -> Callable[[Results], float]:
    return lambda results: results.wall(group, size, name)


def _memory(group: str, *names: str) -> Callable[[Results], float]:
    return lambda results: max(results.memory(group, 1, name) for name in names)


AIMS = (
    Aim(4, "lint, 89 regions, cold", 6, "s", _wall("lint", WHOLE, "lint, cold")),
    Aim(4, "the same, regions of real size", 6, "s", _wall("lint", WHOLE, "lint, cold, regions of real size")),
    Aim(4, "lint, 89 regions, warm", 1, "s", _wall("lint", WHOLE, "lint, warm")),
    Aim(4, "lint, 89 regions, one file changed", 0.5, "s", _wall("lint", WHOLE, "lint, one file changed")),
    Aim(
        4,
        "lint cold / check-jsonschema, 89 regions",
        0.1,
        "×",
        lambda r: r.ratio("lint", WHOLE, "lint, cold", "check-jsonschema"),
    ),
    Aim(4, "lint, 89 regions, memory", 700, "MB", lambda r: r.memory("lint", WHOLE, "lint, cold")),
    Aim(5, "DOCX of the longer strategy", 1.5, "s", _wall("document", 1, "stratkit, docx")),
    Aim(5, "PDF", 3, "s", _wall("document", 1, "stratkit, pdf")),
    Aim(5, "HTML", 0.3, "s", _wall("document", 1, "stratkit, html")),
    Aim(5, "documents, memory", 300, "MB", _memory("document", "stratkit, docx", "stratkit, pdf", "stratkit, html")),
    Aim(6, "build, both real regions, cold", 3, "s", _wall("everyday", 1, "build, both")),
    Aim(6, "build, both, one value changed", 0.5, "s", _wall("everyday", 1, "build, both, one value")),
    Aim(6, "serve, one region, from file to page", 0.3, "s", _wall("serve", 1, "serve")),
    Aim(7, "diff, both regions", 0.7, "s", _wall("editions", 1, "diff, both regions")),
    Aim(7, "amend with the proof, DOCX", 2, "s", _wall("editions", 1, "amend with the proof, DOCX")),
    Aim(7, "history of an entity over 1,000 commits", 1, "s", _wall("editions", 1, "history of an indicator")),
    Aim(7, "editions, memory", 300, "MB", _memory("editions", "diff, both regions", "amend with the proof, DOCX")),
    Aim(8, "build / Hugo, 89 regions", 0.6, "×", lambda r: r.ratio("site", WHOLE, "build", "Hugo")),
    Aim(8, "memory of build / of Hugo, 89 regions", 0.25, "×", _memory_ratio),
    Aim(8, "build / Hugo and Pagefind, 89 regions", 1, "×", _with_search),
    Aim(8, "time for a page / MkDocs Material's", 0.05, "×", _per_page),
    Aim(8, "build, 89 regions, no change", 0.5, "s", _wall("again", WHOLE, "build, no change")),
    Aim(8, "build, 89 regions, one value changed", 0.7, "s", _wall("again", WHOLE, "build, one value")),
    Aim(8, "serve, 89 regions, from file to page", 0.15, "s", _wall("serve", WHOLE, "serve")),
    Aim(8, "growth of the time of build, exponent", 1.05, "", lambda r: r.growth("growth", "build")),
    Aim(8, "growth of the time of lint, exponent", 1.05, "", lambda r: r.growth("lint", "lint, cold")),
    Aim(8, "memory of build, 890 regions / 89", 1.5, "×", _tenfold("growth", "build")),
    Aim(8, "memory of lint, 890 regions / 89", 1.5, "×", _tenfold("lint", "lint, cold")),
    Aim(8, "--help", 0.12, "s", _wall("start", 1, "--help")),
    Aim(8, "completion in the shell", 0.12, "s", _wall("start", 1, "completion")),
)
"""Every aim of speed that was set."""


def machine() -> str:
    """What the figures depend on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{platform.system()} {platform.machine()}, {_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, "
        f"Python {platform.python_version()}"
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown processor"
    )


def _number(value: float, digits: int = 2) -> str:
    return "–" if math.isnan(value) else f"{value:,.{digits}f}"


def _aims(results: Results) -> Iterator[str]:
    yield "| issue | what | aim at most | measured | measured / aim | |"
    yield "| ---: | --- | ---: | ---: | ---: | --- |"
    for aim in AIMS:
        figure = aim.figure(results)
        verdict = "not measured" if math.isnan(figure) else "met" if figure <= aim.limit else "**not met**"
        unit = f" {aim.unit}" if aim.unit else ""
        digits = 0 if aim.unit == "MB" else 3 if aim.limit < 1 else 2
        yield (
            f"| {aim.issue} | {aim.text} | {aim.limit:g}{unit} | {_number(figure, digits)}{unit} "
            f"| {_number(figure / aim.limit)} | {verdict} |"
        )


def _growth(results: Results) -> Iterator[str]:
    yield "| command | regions | wall, s | cpu, s | memory, MB | exponent of time | of memory |"
    yield "| --- | --- | --- | --- | --- | ---: | ---: |"
    for group, names in (
        ("lint", ("lint, cold", "lint, warm", "check-jsonschema", "yamllint")),
        ("site", ("build", "Hugo", "Pagefind", "Eleventy")),
        ("growth", ("build", "Hugo")),
        ("again", ("build, no change", "build, one value", "build, catalogue title")),
        ("export", ("export json",)),
    ):
        for name in names:
            rows = [(size, row) for size in results.sizes(group) if (row := results.row(group, size, name)).runs]
            if not rows:
                continue
            label = f"{name} (small regions)" if group == "growth" else name
            sizes = [size for size, _ in rows]
            cells = (
                " / ".join(map(str, sizes)),
                " / ".join(_number(row.wall) for _, row in rows),
                " / ".join(_number(row.cpu) for _, row in rows),
                " / ".join(_number(row.memory, 0) for _, row in rows),
                _number(exponent(sizes, [row.wall for _, row in rows])),
                _number(exponent(sizes, [row.memory for _, row in rows])),
            )
            yield f"| {label} | {' | '.join(cells)} |"


def _figures(results: Results) -> Iterator[str]:
    yield "| group | regions | command | runs | wall, s | ± | cpu, s | memory, MB | pages | ms a page |"
    yield "| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for key in results.stored:
        group, size = key.split()
        for row in results.rows(group, int(size)):
            if not row.runs:
                yield f"| {group} | {size} | {row.name} | {' '.join(row.why.split())[:120]} | | | | | | |"
                continue
            page = row.wall / row.pages * 1000 if row.pages else math.nan
            yield (
                f"| {group} | {size} | {row.name} | {len(row.runs)} | {_number(row.wall, 3)} | {_number(row.spread, 3)} "
                f"| {_number(row.cpu, 3)} | {_number(row.memory, 0)} | {row.pages or ''} "
                f"| {_number(page) if row.pages else ''} |"
            )


def _sessions(results: Results) -> Iterator[str]:
    yield "| group | regions | measured on | load of the machine before |"
    yield "| --- | ---: | --- | ---: |"
    for key, kept in results.stored.items():
        yield f"| {key.replace(' ', ' | ')} | {kept['date']} | {kept['load']} |"


_HEAD = """# Results

Made by `make bench`; how to run it and what is compared with what stands in `README.md`. Whole processes; medians; memory
is that of all processes together. Do not edit: remarks stand in `remarks.md`.
"""


def report(stored: Mapping[str, Any], versions: Mapping[str, str], remarks: str) -> str:
    """The text of ``RESULTS.md``.

    Args:
        stored: what was measured.
        versions: of the peers, by name.
        remarks: what is said about it by hand: where the time goes, what comes next.
    """
    results = Results(stored)
    peers = ", ".join(f"{name} {version}" for name, version in sorted(versions.items())) or "none installed"
    parts = [
        _HEAD,
        f"Machine: {machine()}.\n\nPeers: {peers}.\n",
        "## Aims\n",
        *_aims(results),
        f"\n{remarks.strip()}\n",
        "## Growth\n\nTime and memory against the number of regions; an exponent of 1 means in proportion.\n",
        *_growth(results),
        "\n## All figures\n",
        *_figures(results),
        "\n## When\n",
        *_sessions(results),
    ]
    return "\n".join(parts) + "\n"
