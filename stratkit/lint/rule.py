"""What a rule is."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from stratkit.diagnostics import Finding, Severity
from stratkit.model.linked import Strategy, Workspace

StrategyCheck = Callable[[Strategy, Workspace], Iterator[Finding]]
WorkspaceCheck = Callable[[Workspace], Iterator[Finding]]
HistoryCheck = Callable[[Strategy, Strategy], Iterator[Finding]]
Status = Literal["preview", "stable", "deprecated"]

_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """A rule: metadata, documentation and check in one file.

    Args:
        code: never reused, e.g. ``REF001``.
        name: names the bad pattern, in kebab-case.
        severity: how much it matters unless settings say otherwise.
        doc: the documentation, from the docstring of the rule's file.
        since: version of stratkit that brought it.
        status: preview rules are off unless selected.
        check_strategy: looks at one region; None where the reader itself reports the code.
        check_workspace: looks at all regions together.
        check_history: looks at one region as it was and as it is.
    """

    code: str
    name: str
    severity: Severity
    doc: str
    since: str = "0.1"
    status: Status = "stable"
    check_strategy: StrategyCheck | None = None
    check_workspace: WorkspaceCheck | None = None
    check_history: HistoryCheck | None = None

    @property
    def summary(self) -> str:
        """The first sentence of the documentation."""
        return self.doc.split("\n\n")[0].replace("\n", " ")

    @property
    def group(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")

    def section(self, title: str) -> str:
        """The text of one section of the documentation; empty if there is none."""
        parts = _SECTION.split(self.doc)
        found = dict(zip(parts[1::2], parts[2::2], strict=True))
        return found.get(title, "").strip("\n")


def rule(
    code: str, name: str, severity: Severity, *, since: str = "0.1", status: Status = "stable"
) -> Callable[[StrategyCheck], Rule]:
    """Make a rule of a function that looks at one strategy."""

    def make(check: StrategyCheck) -> Rule:
        return Rule(code, name, severity, _doc_of(check), since, status, check_strategy=check)

    return make


def workspace_rule(
    code: str, name: str, severity: Severity, *, since: str = "0.1", status: Status = "stable"
) -> Callable[[WorkspaceCheck], Rule]:
    """Make a rule of a function that looks at the whole workspace."""

    def make(check: WorkspaceCheck) -> Rule:
        return Rule(code, name, severity, _doc_of(check), since, status, check_workspace=check)

    return make


def history_rule(
    code: str, name: str, severity: Severity, *, since: str = "0.1", status: Status = "stable"
) -> Callable[[HistoryCheck], Rule]:
    """Make a rule of a function that looks at one strategy as it was and as it is: old, new."""

    def make(check: HistoryCheck) -> Rule:
        return Rule(code, name, severity, _doc_of(check), since, status, check_history=check)

    return make


def reader_rule(code: str, name: str, severity: Severity, doc: str | None, *, since: str = "0.1") -> Rule:
    """Declare a code that the reader or the linker reports itself."""
    return Rule(code, name, severity, inspect.cleandoc(doc or ""), since)


def _doc_of(check: Callable[..., object]) -> str:
    return inspect.cleandoc(sys.modules[check.__module__].__doc__ or "")
