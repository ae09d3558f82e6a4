"""Why stratkit cannot go on.

``StratkitError``
    ├── ``SourceError``    the folder or file cannot be read at all
    ├── ``RevisionError``  a revision of the repository cannot be read
    ├── ``ConfigError``    a setting or an argument makes no sense
    ├── ``RenderError``    a document or a site cannot be made from this data
    ├── ``MissingExtra``   a library that is installed only on demand is not there
    ├── ``WorkError``      a process that did a part of the work came to an early end
    └── ``OutputError``    the result cannot be written

Findings about a user's content are never raised: they are
:class:`~stratkit.diagnostics.diagnostic.Finding` values.
"""

from __future__ import annotations

import errno

from stratkit.diagnostics.message import Message, mark, say

_REASONS = {
    errno.ENOENT: mark("No such file or directory"),
    errno.EACCES: mark("Permission denied"),
    errno.EPERM: mark("Operation not permitted"),
    errno.EISDIR: mark("Is a directory"),
    errno.ENOTDIR: mark("Not a directory"),
    errno.ENOSPC: mark("No space left on device"),
    errno.EDQUOT: mark("Disk quota exceeded"),
    errno.EROFS: mark("Read-only file system"),
    errno.ENAMETOOLONG: mark("File name too long"),
    errno.ELOOP: mark("Too many levels of symbolic links"),
}


def reason_of(error: OSError) -> Message | str:
    """Why the system refused something: what people meet has a text in their language."""
    known = _REASONS.get(error.errno or 0)
    return Message(known) if known is not None else error.strerror or str(error)


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


class RevisionError(StratkitError):
    """A revision of the repository cannot be read."""


class ConfigError(StratkitError):
    """A setting or an argument makes no sense."""


class RenderError(StratkitError):
    """A document or a site cannot be made from this data."""


class MissingExtra(StratkitError):  # noqa: N818 - named for what the person has to do
    """A library that is installed only on demand is not there.

    Args:
        extra: name of the extra that brings it.
    """

    def __init__(self, extra: str) -> None:
        super().__init__(
            say("this needs libraries that are not installed: the extra '{extra}'", extra=extra),
            say("install them: pip install 'stratkit[{extra}]'", extra=extra),
        )
        self.extra = extra

    def __reduce__(self) -> tuple[type[MissingExtra], tuple[str]]:
        """Another process is told which extra."""
        return MissingExtra, (self.extra,)


class WorkError(StratkitError):
    """A process that did a part of the work came to an early end."""


class OutputError(StratkitError):
    """The result cannot be written."""
