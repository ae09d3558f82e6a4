"""What is wrong, where, and what to do, as values; wording and languages."""

from stratkit.diagnostics.diagnostic import Diagnostic, Finding, Related, Severity
from stratkit.diagnostics.message import Message, mark, say
from stratkit.diagnostics.span import Origin, Place, Span

__all__ = ["Diagnostic", "Finding", "Message", "Origin", "Place", "Related", "Severity", "Span", "mark", "say"]
