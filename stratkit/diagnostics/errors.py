"""Why stratkit cannot go on.

``StratkitError``
    ├── ``SourceError``    the folder or file cannot be read at all
    ├── ``ConfigError``    a setting or an argument makes no sense
    ├── ``RenderError``    a document or a site cannot be made from this data
    └── ``OutputError``    the result cannot be written

Findings about a user's content are never raised: they are
:class:`~stratkit.diagnostics.diagnostic.Finding` values.
"""

from __future__ import annotations

from stratkit.diagnostics.message import Message


class StratkitError(Exception):
    """Stratkit cannot go on; the command ends with exit code 2.

    Args:
        message: what is the matter.
        hint: the way out.
    """

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint


class SourceError(StratkitError):
    """A folder or file cannot be read at all."""


class ConfigError(StratkitError):
    """A setting or an argument makes no sense."""


class RenderError(StratkitError):
    """A document or a site cannot be made from this data."""


class OutputError(StratkitError):
    """The result cannot be written."""
