"""What a rule is, and what of it is known before its file is loaded."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal, TypedDict, Unpack

from stratkit.diagnostics import Finding, Origin, Severity
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.clause import Clause
from stratkit.lint.labels import title_of
from stratkit.lint.packs import Pack
from stratkit.model.linked import Catalog, Strategy, Workspace

StrategyCheck = Callable[[Strategy, Workspace], Iterator[Finding]]
Gathered = Any
"""What a rule across regions has to know of one region: lists, mappings with texts as keys, texts and numbers."""
Gather = Callable[[Strategy], Gathered]
WorkspaceCheck = Callable[[Catalog, Mapping[str, Gathered]], Iterator[Finding]]
HistoryCheck = Callable[[Strategy, Strategy], Iterator[Finding]]
Status = Literal["preview", "stable", "deprecated"]
Fixability = Literal["none", "safe", "unsafe"]
Looks = Literal["nowhere", "region", "regions", "history"]
"""At what a rule looks: nowhere, because the reader or the linker reports the code itself, at one region alone, at what
was gathered of all, or at one as it was and as it is."""

_OF_THE_WHOLE = frozenset({"TRC", "DOC", "NEW"})
_MISSING = frozenset({"ACT009", "REF009", "TXT004", "TXT025"})

_SECTION = Pattern(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Header:
    """What decides where a rule counts and how much: known of all rules, in ``index.py``, without loading their files.

    Args:
        code: never reused, e.g. ``REF001``.
        name: names the bad pattern, in kebab-case, and the rule's file.
        severity: how much it matters unless settings say otherwise.
        packs: what it is switched on and off with, at least one.
        looks: at what it looks.
        worst: the most that a finding may bring along in its place; None: no more than ``severity``.
        status: preview rules are off unless selected.
        extra: the extra without whose libraries it cannot run; empty if it needs none.
    """

    code: str
    name: str
    severity: Severity
    packs: tuple[Pack, ...] = ()
    looks: Looks = "nowhere"
    worst: Severity | None = None
    status: Status = "stable"
    extra: str = ""

    @property
    def rule(self) -> Rule:
        """The rule itself, for which its file is loaded."""
        module = self.name.replace("-", "_")
        found: Rule = getattr(import_module(f"stratkit.lint.rules.{module}"), module)
        return found

    @property
    def title(self) -> str:
        """What people call it; translated where it is shown."""
        return title_of(self.name)

    @property
    def heaviest(self) -> Severity:
        """The severity that no finding exceeds unless settings say so."""
        return self.severity if self.worst is None else self.worst

    @property
    def waits(self) -> bool:
        """Whether what it misses may stand in a file that cannot be read: it does not look until it can."""
        return self.group in _OF_THE_WHOLE or self.code in _MISSING

    @property
    def group(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")


@dataclass(frozen=True, kw_only=True)
class Rule(Header):
    """A rule: metadata, documentation and check in one file.

    Args:
        doc: the documentation, from the docstring of the rule's file.
        since: version of stratkit that brought it.
        fix: whether ``--fix`` mends what it finds, or ``--unsafe-fixes``, where the right form is known.
        clause: the provision on which it rests, where there is one.
        check_strategy: looks at one region and at the catalogue of its workspace, in which it sees no other region.
        gather: takes from one region what ``check_workspace`` has to know of it.
        check_workspace: looks at the catalogue and at what was gathered of all regions, by region.
        check_history: looks at one region as it was and as it is.
    """

    doc: str
    since: str = "0.1"
    fix: Fixability = "none"
    clause: Clause | None = None
    check_strategy: StrategyCheck | None = None
    gather: Gather | None = None
    check_workspace: WorkspaceCheck | None = None
    check_history: HistoryCheck | None = None

    @property
    def rule(self) -> Rule:
        """The rule itself."""
        return self

    @property
    def summary(self) -> str:
        """The first sentence of the documentation."""
        return self.doc.split("\n\n")[0].replace("\n", " ")

    def section(self, title: str) -> str:
        """The text of one section of the documentation; empty if there is none."""
        parts = _SECTION.split(self.doc)
        found = dict(zip(parts[1::2], parts[2::2], strict=True))
        return found.get(title, "").strip("\n")


class Facts(TypedDict, total=False):
    """What a decorator takes besides code, name and severity: fields of :class:`Rule`."""

    worst: Severity
    packs: tuple[Pack, ...]
    since: str
    status: Status
    fix: Fixability
    clause: Clause | None
    extra: str


def rule(code: str, name: str, severity: Severity, **facts: Unpack[Facts]) -> Callable[[StrategyCheck], Rule]:
    """Make a rule of a function that looks at one strategy."""

    def make(check: StrategyCheck) -> Rule:
        return Rule(code, name, severity, doc=_doc_of(check), looks="region", check_strategy=check, **facts)

    return make


def workspace_rule(
    code: str, name: str, severity: Severity, gather: Gather, **facts: Unpack[Facts]
) -> Callable[[WorkspaceCheck], Rule]:
    """Make a rule of a function that looks across regions.

    Regions are judged one after the other, or not at all where nothing changed, and never held all at once:
    *gather* takes from each what the rule has to know, and the function sees nothing else of them.
    """

    def make(check: WorkspaceCheck) -> Rule:
        return Rule(
            code, name, severity, doc=_doc_of(check), looks="regions", gather=gather, check_workspace=check, **facts
        )

    return make


_HOLDERS = (dict, list, tuple)


class GatheredPlace(list[str | int]):
    """A place in a form that can be gathered; until it is written down it can be told from other lists."""


def place_of(origin: Origin) -> GatheredPlace:
    """A place in a form that can be gathered; :func:`origin_of` makes it a place again."""
    return GatheredPlace([origin.path, *origin.pointer])


def places_in(gathered: Gathered) -> Iterator[Origin]:
    """The places in what was gathered just now."""
    if isinstance(gathered, GatheredPlace):
        yield origin_of(gathered)
        return
    for one in gathered.values() if isinstance(gathered, dict) else gathered:
        if isinstance(one, _HOLDERS):  # most of what is gathered are texts
            yield from places_in(one)


def origin_of(place: list[Any]) -> Origin:
    """The place that :func:`place_of` wrote down."""
    return Origin(place[0], tuple(place[1:]))


def history_rule(code: str, name: str, severity: Severity, **facts: Unpack[Facts]) -> Callable[[HistoryCheck], Rule]:
    """Make a rule of a function that looks at one strategy as it was and as it is: old, new."""

    def make(check: HistoryCheck) -> Rule:
        return Rule(code, name, severity, doc=_doc_of(check), looks="history", check_history=check, **facts)

    return make


def reader_rule(code: str, name: str, severity: Severity, doc: str | None, **facts: Unpack[Facts]) -> Rule:
    """Declare a code that the reader or the linker reports itself."""
    return Rule(code, name, severity, doc=(doc or "").strip(), **facts)


def _doc_of(check: Callable[..., object]) -> str:
    return (sys.modules[check.__module__].__doc__ or "").strip()
