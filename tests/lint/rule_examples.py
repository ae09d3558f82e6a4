"""Applies the examples of the rules to the corpus: the format is described in tests/lint/README.md."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from stratkit.diagnostics import Diagnostic
from stratkit.lint import dictionary
from stratkit.lint.engine import judge
from stratkit.lint.rules import RULES
from stratkit.lint.selection import Selection
from stratkit.lint.verdict import INTERNAL
from stratkit.load import load_workspace
from stratkit.load.pair import load_pair
from stratkit.source import FolderTree
from stratkit.source.positions import Locator

CORPUS = Path(__file__).parent.parent / "corpus" / "strategies"
TODAY = datetime.date(2020, 1, 1)
EVERYTHING = Selection(select=tuple(rule.code for rule in RULES if not rule.extra or dictionary.is_installed()))
"""Every rule; those of the dictionary where it is installed, as it is where the whole suite runs."""

_FILE = re.compile(r"# ([\w./-]+\.ya?ml)\s*$")
_DIRECTIVE = re.compile(r"# file: (.+?)(?:\s+# error: [A-Z]{3}\d{3})?$")
_MARK = re.compile(r"# error: ([A-Z]{3}\d{3})")
_KEY = re.compile(r"([^\s#:\[\]{}?-][^:]*):(?:\s|$)")


@dataclass
class Part:
    """What an example says about one file."""

    path: str
    directive: str = ""
    marked: bool = False
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Applied:
    """An example in place: where findings are expected, by code; line 0 stands for the whole file."""

    marks: frozenset[tuple[str, str, int]]
    raises: bool = False

    def wanted(self, code: str) -> set[tuple[str, int]]:
        """The places at which a finding of *code* is expected."""
        return {(path, line) for name, path, line in self.marks if name == code}


def parts(text: str) -> list[Part]:
    """The files of an example in order."""
    found: list[Part] = []
    for line in text.strip("\n").splitlines():
        opened = _FILE.match(line)
        directive = _DIRECTIVE.match(line)
        if opened:
            found.append(Part(opened[1]))
        elif directive and not found[-1].lines:
            found[-1].directive = directive[1].strip()
            found[-1].marked = bool(_MARK.search(line))
        else:
            found[-1].lines.append(line)
    return found


def apply(text: str, folder: Path) -> Applied:
    """Write the corpus, changed by the example *text*, into *folder*."""
    shutil.copytree(CORPUS, folder, dirs_exist_ok=True)
    marks: set[tuple[str, str, int]] = set()
    raises = False
    for part in parts(text):
        target = folder / part.path
        old = target.read_text("utf-8") if target.is_file() else ""
        new = _merged(old, part.lines) if part.lines else old
        target.parent.mkdir(parents=True, exist_ok=True)
        raises |= _write(target, new, part.directive)
        marks.update((code, part.path, line) for code, line in _marks(new))
        if part.marked:
            code = _MARK.search(text[text.index(part.directive) :])
            assert code is not None
            marks.add((code[1], part.path, 0))
    return Applied(frozenset(marks), raises)


def findings(folder: Path, code: str, selection: Selection = EVERYTHING) -> list[Diagnostic]:
    """The findings of one rule in *folder*, with every rule switched on."""
    if any(rule.code == code and rule.extra for rule in RULES) and not dictionary.is_installed():
        pytest.skip("the extra 'words' is not installed")
    found = lint(folder, selection)
    broken = [str(one.message) for one in found if one.code == INTERNAL]
    assert code == INTERNAL or not broken, broken
    return [one for one in found if one.code == code]


def lint(folder: Path, selection: Selection = EVERYTHING) -> list[Diagnostic]:
    """All findings in *folder*; what the corpus says is its past."""
    tree = FolderTree(folder)
    history = load_pair(FolderTree(CORPUS), tree)
    return list(judge(load_workspace(tree), Locator(tree.read), selection, today=TODAY, history=history).findings)


def places(found: list[Diagnostic], applied: Applied) -> set[tuple[str, int]]:
    """File and line of findings; line 0 where the example speaks of the whole file."""
    whole = {path for _, path, line in applied.marks if line == 0}
    return {(one.span.path, 0 if one.span.path in whole else one.span.line) for one in found}


def _marks(text: str) -> Iterator[tuple[str, int]]:
    for number, line in enumerate(text.splitlines(), start=1):
        for code in _MARK.findall(line):
            yield code, number


def _blocks(lines: list[str]) -> dict[str, list[str]]:
    """Lines by the key at the left margin under which they stand; '' for what stands before the first."""
    found: dict[str, list[str]] = {"": []}
    key = ""
    for line in lines:
        opened = _KEY.match(line)
        if opened:
            key = opened[1]
        found.setdefault(key, []).append(line)
    return found


def _merged(old: str, lines: list[str]) -> str:
    """*old* with the blocks of the keys that *lines* give; a key that is new comes last."""
    blocks = _blocks(old.splitlines())
    given = _blocks(lines)
    loose = given.pop("")
    blocks.update(given)
    return "\n".join([*(line for block in blocks.values() for line in block), *loose]) + "\n"


def _write(target: Path, text: str, directive: str) -> bool:
    """Write a file in the way that *directive* asks for; True if a rule is to break."""
    match directive.split():
        case []:
            target.write_text(text, "utf-8")
        case ["bom"]:
            target.write_text("\ufeff" + text, "utf-8")
        case ["crlf"]:
            target.write_bytes(text.replace("\n", "\r\n").encode())
        case ["cp1251"]:
            target.write_bytes(text.encode("cp1251"))
        case ["empty"]:
            target.write_bytes(b"")
        case ["absent"]:
            target.unlink()
        case ["blanks", "at", "line", "ends"]:
            target.write_text(text.replace("\n", "  \n", 2), "utf-8")
        case ["link", "to", where]:
            target.unlink(missing_ok=True)
            target.symlink_to(where)
        case [size, "bytes"]:
            target.write_bytes(text.encode() + b"#" * (int(size) - len(text.encode())))
        case ["a", "rule", "that", "raises"]:
            return True
        case _:
            raise AssertionError(f"no such directive: {directive}")
    return False
