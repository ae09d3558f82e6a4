"""What is wrong, where, and what to do next, as values."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import IntEnum

from stratkit.diagnostics.message import Message
from stratkit.diagnostics.rewrite import Fix, Rewrite
from stratkit.diagnostics.span import Place, Span


class Severity(IntEnum):
    """How much a finding matters; comparable."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name used in options, settings and machine formats."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a finding is let pass: somebody wrote it down beside it.

    Args:
        reason: in the words of its author.
        until: the last day on which it holds, ISO 8601; None: for good.
    """

    reason: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a diagnostic."""

    span: Span
    message: Message


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with its rule, severity and exact place; with the edits that mend it, and the waiver that lets it pass."""

    code: str
    severity: Severity
    message: Message
    span: Span
    hint: Message | None = None
    related: tuple[Related, ...] = ()
    subject: str = ""
    rule: str = ""
    pointer: str = field(default="", compare=False)
    fix: Fix | None = field(default=None, compare=False)
    waiver: Waiver | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Order of output: file, line, column, code."""
        return (self.span.path, self.span.line, self.span.column, self.code)

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that stay the same when lines move."""
        basis = "\0".join((self.code, self.span.path, self.pointer, self.subject, str(self.message)))
        return hashlib.sha256(basis.encode()).hexdigest()[:12]
