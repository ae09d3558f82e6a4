"""Small mistakes, as editors make them, put one at a time into a copy of the real strategies.

Each list is a folder of YAML files, one for a family. A mistake says in a sentence what is wrong and how much it
matters, and has edits: a piece of a file and what stands there instead (``in``, ``find``, ``put``), the same by a
pattern in many files (``each``, ``match``, ``put``), a new file (``add``), a lost one (``drop``), a renamed one
(``move``). With ``base: true`` the copy is compared with the strategies as they were. In ``harmless.yaml`` stand edits
that nothing is wrong with.

``found.yaml`` names, for each mistake that is found, the findings that stand on the right record and name it; they
were judged by reading. What the strategies show without the edit does not count. For a harmless edit it names what may
appear nevertheless: what is true, or was known under another id.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml

from stratkit.diagnostics import Diagnostic, Finding
from stratkit.lint.checking import Means, Request, check
from stratkit.source import FolderTree

HERE = Path(__file__).parent
STRATEGIES = HERE.parents[2] / "strategies"
HARMLESS = "harmless"
LISTS = sorted(path.parent.name for path in HERE.glob(f"*/{HARMLESS}.yaml"))
"""The lists of mistakes, in the order in which they were written."""

Edit = Mapping[str, str]


@dataclass(frozen=True)
class Trial:
    """One change of the strategies.

    Args:
        id: the family and a number.
        says: what is wrong, in a sentence.
        edits: what is changed.
        weight: serious or minor; empty if nothing is wrong.
        base: compare with the strategies as they were.
    """

    id: str
    says: str
    edits: tuple[Edit, ...]
    weight: str = ""
    base: bool = False

    @property
    def family(self) -> str:
        """What kind of mistake it is."""
        return self.id.rpartition("-")[0]

    @property
    def broad(self) -> bool:
        """Whether it changes many files."""
        return any("each" in edit for edit in self.edits)

    def paths(self, files: Iterable[str]) -> set[str]:
        """The files that it changes."""
        touched = set()
        for edit in self.edits:
            if "each" in edit:
                touched |= {path for path in files if fnmatch(path, edit["each"])}
            else:
                touched |= {edit[key] for key in ("in", "add", "drop", "move", "to") if key in edit}
        return touched


@dataclass
class Files:
    """Files in memory: a tree for the linter."""

    texts: dict[str, bytes]
    findings: tuple[Finding, ...] = ()

    @classmethod
    def read_from(cls, root: Path) -> Files:
        """The files of a folder."""
        tree = FolderTree(root)
        return cls({path: tree.read(path) for path in tree.paths})

    @property
    def paths(self) -> tuple[str, ...]:
        """All files, sorted."""
        return tuple(sorted(self.texts))

    def read(self, path: str) -> bytes:
        """The bytes of one file; empty if there is none."""
        return self.texts.get(path, b"")

    def changed(self, *changes: Trial) -> Files:
        """The files after all of these changes.

        Raises:
            LookupError: the edit fits no longer: the strategies have been changed.
        """
        texts = dict(self.texts)
        for trial, edit in [(one, edit) for one in changes for edit in one.edits]:
            if "add" in edit:
                texts[edit["add"]] = edit["text"].encode()
            elif "drop" in edit:
                del texts[edit["drop"]]
            elif "move" in edit:
                texts[edit["to"]] = texts.pop(edit["move"])
            elif "each" in edit:
                _replace_each(texts, edit, trial)
            else:
                _replace(texts, edit, trial)
        return Files(texts)


def _replace(texts: dict[str, bytes], edit: Edit, trial: Trial) -> None:
    old = texts[edit["in"]].decode()
    if old.count(edit["find"]) != 1:
        raise LookupError(f"{trial.id}: {edit['find']!r} stands {old.count(edit['find'])} times in {edit['in']}")
    texts[edit["in"]] = old.replace(edit["find"], edit["put"]).encode()


def _replace_each(texts: dict[str, bytes], edit: Edit, trial: Trial) -> None:
    count = 0
    for path in [path for path in texts if fnmatch(path, edit["each"])]:
        text, times = re.subn(edit["match"], edit["put"], texts[path].decode())
        texts[path] = text.encode()
        count += times
    if not count:
        raise LookupError(f"{trial.id}: {edit['match']!r} is nowhere in {edit['each']}")


def trials(name: str) -> list[Trial]:
    """All changes of a list, by family."""
    found = []
    for path in sorted((HERE / name).glob("*.yaml")):
        if path.stem != "found":
            rows: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))
            found += [Trial(**{**row, "edits": tuple(row["edits"])}) for row in rows]
    return found


def judged(name: str) -> dict[str, list[str]]:
    """By mistake the findings that name it."""
    known: dict[str, list[str]] = yaml.safe_load((HERE / name / "found.yaml").read_text("utf-8"))
    return known


def place_of(one: Diagnostic) -> str:
    """A finding by what it is about: rule, file and keys."""
    return " ".join(part for part in (one.code, one.span.path, one.place) if part)


@dataclass
class Bench:
    """The strategies and what the linter says about them unchanged."""

    clean: Files = field(default_factory=lambda: Files.read_from(STRATEGIES))
    kept: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.known = {one.fingerprint for one in self._all(self.clean, base=True)}

    def new(self, files: Files, *, base: bool) -> Iterator[Diagnostic]:
        """What is found in changed files and not in those that nobody changed."""
        return (one for one in self._all(files, base=base) if one.fingerprint not in self.known)

    def _all(self, files: Files, *, base: bool) -> list[Diagnostic]:
        request = Request(base=self.clean if base else None)
        return list(check(files, request, Means(kept=self.kept)).findings)


def batches(wanted: Iterable[Trial], files: Iterable[str], alone: Collection[str] = ()) -> list[list[Trial]]:
    """Changes that no two of which touch the same file, so that they can be tried together.

    Args:
        wanted: the changes.
        files: all files there are.
        alone: changes that break or renew so much that nothing can be tried together with them.
    """
    paths = tuple(files)
    done: list[tuple[set[str], list[Trial]]] = []
    found = []
    for trial in wanted:
        touched = trial.paths(paths)
        if trial.broad or trial.id in alone:
            found.append([trial])
            continue
        fitting = (one for one in done if one[0].isdisjoint(touched) and one[1][0].base == trial.base)
        used, together = next(fitting, (set[str](), []))
        if not together:
            done.append((used, together))
        used.update(touched)
        together.append(trial)
    return [*found, *(together for _, together in done)]
