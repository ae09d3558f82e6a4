"""What is wrong, where, and what to do next, as values."""

from __future__ import annotations

import hashlib
from dataclasses import field
from enum import IntEnum
from operator import attrgetter

from stratkit.diagnostics.message import Message
from stratkit.diagnostics.rewrite import Fix, Rewrite
from stratkit.diagnostics.span import Place, Span
from stratkit.immutable import immutable, numerous

by_place = attrgetter("span.path", "span.line", "span.column", "code")
"""Gives the order of output of a diagnostic: file, line, column, code."""


class Severity(IntEnum):
    """How much a finding matters; comparable."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name used in options, settings and machine formats."""
        return self.name.lower()


@numerous()
class Finding:
    """A problem as a rule sees it: the place is still a place by meaning.

    Args:
        place: where.
        message: what is; starts in lower case, values in quotes, no full stop.
        hint: the next step.
        related: other places with what they show.
        code: the rule; the lint engine fills it in.
        severity: overrides the rule's own severity.
        subject: the entity concerned, for fingerprints and for the website.
        rewrite: what the text at the place, or the key, ought to be instead, where that is known.
    """

    place: Place
    message: Message
    hint: Message | None = None
    related: tuple[tuple[Place, Message], ...] = ()
    code: str = ""
    severity: Severity | None = None
    subject: str = ""
    rewrite: Rewrite | None = None


@immutable
class Waiver:
    """Why a finding is let pass: somebody wrote it down beside it.

    Args:
        reason: in the words of its author.
        until: the last day on which it holds, ISO 8601; None: for good.
    """

    reason: str
    until: str | None = None


@numerous()
class Related:
    """A second place that explains a diagnostic."""

    span: Span
    message: Message


@numerous()
class Diagnostic:
    """A finding with its rule, severity and exact place; with the edits that mend it, and the waiver that lets it pass.

    Args:
        code: of the rule.
        severity: how much it matters in this workspace.
        message: what is.
        span: where, by lines and columns.
        hint: the next step.
        related: other places that explain it.
        subject: the entity concerned.
        rule: the name of the rule.
        pointer: keys and indexes that lead to the place, joined by slashes.
        place: the same with what items of lists are called instead of their indexes.
        twin: how many findings that nothing else tells from this one stand before it in the file.
        fix: the edits that mend it.
        waiver: why it is let pass.
    """

    code: str
    severity: Severity
    message: Message
    span: Span
    hint: Message | None = None
    related: tuple[Related, ...] = ()
    subject: str = ""
    rule: str = ""
    pointer: str = field(default="", compare=False)
    place: str = field(default="", compare=False)
    twin: int = field(default=0, compare=False)
    fix: Fix | None = field(default=None, compare=False)
    waiver: Waiver | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Order of output: file, line, column, code."""
        key: tuple[str, int, int, str] = by_place(self)
        return key

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits: of no other finding, and the same when lines move or the rule is worded anew."""
        basis = [self.code, self.span.path, self.place, self.subject, *self.message.facts]
        if self.twin:
            basis.append(str(self.twin))
        return hashlib.sha256("\0".join(basis).encode("utf-8", "surrogatepass")).hexdigest()[:12]
