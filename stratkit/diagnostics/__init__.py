"""What is wrong, where, and what to do, as values; wording and languages."""

from stratkit.diagnostics.diagnostic import Diagnostic, Finding, Related, Severity, Waiver
from stratkit.diagnostics.message import Message, mark, say
from stratkit.diagnostics.rewrite import Edit, Fix, Rewrite
from stratkit.diagnostics.span import Origin, Place, Span

__all__ = [
    "Diagnostic",
    "Edit",
    "Finding",
    "Fix",
    "Message",
    "Origin",
    "Place",
    "Related",
    "Rewrite",
    "Severity",
    "Span",
    "Waiver",
    "mark",
    "say",
]
