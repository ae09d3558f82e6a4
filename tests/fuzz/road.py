"""The whole way of a file: bytes → YAML → schema → model → lint → document → website; with bounds on time."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from stratkit.diagnostics import Finding
from stratkit.diagnostics.errors import RenderError, StratkitError
from stratkit.document.build import build_document
from stratkit.document.registry import FORMATS
from stratkit.exchange.registry import EXPORTS
from stratkit.lint import lint_workspace
from stratkit.lint.formats import REPORTS, Report
from stratkit.lint.verdict import INTERNAL
from stratkit.load import load_workspace
from stratkit.load.documents import load_documents
from stratkit.load.formatting import format_file
from stratkit.model.linked import Workspace
from stratkit.site.options import SiteOptions
from stratkit.site.serving.showing import show
from stratkit.source import Locator
from tests.fuzz.agreement import agree

FILE_SECONDS = 2.0
"""Processor time that one file may take."""

WRITERS = ("html", "md", "docx", "odt")


class TooSlowError(Exception):
    """A stage took longer than it may."""


class BrokenRuleError(Exception):
    """A rule raised; the engine turned that into a finding."""


@dataclass
class MemoryTree:
    """Files that stand nowhere but in memory."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...] = ()
    paths: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.paths = tuple(sorted(self.files))

    def read(self, path: str) -> bytes:
        """The bytes of one file."""
        return self.files.get(path, b"")


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raise where more processor time is used; other programs on the machine do not count."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"more than {seconds} s")

    former = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)


def read_file(path: str, data: bytes) -> bool:
    """One file alone: read in both ways, check, find every place that is complained of, lay out; whether it is accepted."""
    agree(data.decode("utf-8", "replace"))
    tree = MemoryTree({path: data})
    documents, findings = load_documents(tree)
    locator = Locator(tree.read)
    for one in findings:
        assert locator.span(one.place).line >= 1
        assert str(one.message)
    assert documents or findings, "a file that is not accepted says why"
    format_file(data, path)
    return bool(documents)


def judged(files: Mapping[str, bytes]) -> tuple[Workspace, MemoryTree]:
    """A workspace read and judged; every report of it is drawn."""
    tree = MemoryTree(files)
    workspace = load_workspace(tree)
    locator = Locator(tree.read)
    found = lint_workspace(workspace, locator)
    broken = [str(one.message) for one in found if one.code == INTERNAL]
    if broken:
        raise BrokenRuleError("; ".join(broken))
    report = Report(tuple(found), str, locator.line, False, True, len(tree.paths), "", (), 0)
    for render in REPORTS.values():
        render(report)
    return workspace, tree


def published(workspace: Workspace, tree: MemoryTree) -> int:
    """Everything that is made of a workspace, whatever is wrong with it; how many files that gave."""
    count = 0
    for strategy in workspace.strategies.values():
        try:
            view = build_document(strategy)
        except RenderError:
            continue
        for name in WRITERS:
            count += bool(FORMATS[name].render(view))
        for export in EXPORTS.values():
            count += bool(export.render(strategy, workspace.catalog))
    try:
        for file in show(tree, SiteOptions()).files():
            count += bool(file.make())
    except StratkitError:
        return count  # said in a sentence, not in a traceback
    return count


def peak_memory() -> int:
    """The most memory that this process had, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage says begins with what the process had that started this one
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def corpus(root: Path) -> dict[str, bytes]:
    """The files of a folder of strategies."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.yaml"))}
