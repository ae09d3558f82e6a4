"""What a text or a key ought to be instead, and the edits of a file that make it so."""

from __future__ import annotations

from stratkit.diagnostics.pattern import Pattern
from stratkit.diagnostics.span import Span
from stratkit.immutable import immutable


@immutable
class Change:
    """A stretch of a text, in code points, and what takes its place."""

    start: int
    end: int
    text: str


@immutable
class Rewrite:
    """How the text at the place of a finding is mended, by meaning: quotes and folds of the file do not count.

    Args:
        old: the text as the rule saw it.
        changes: what changes in it, in order, without overlaps.
        safe: the text keeps its meaning; otherwise a person has to look at the result.
    """

    old: str
    changes: tuple[Change, ...]
    safe: bool = True

    @property
    def new(self) -> str:
        """The text after the changes."""
        parts: list[str] = []
        end = 0
        for change in self.changes:
            parts += (self.old[end : change.start], change.text)
            end = change.end
        return "".join((*parts, self.old[end:]))


def substitution(pattern: Pattern, replacement: str, text: str) -> Rewrite:
    """Every match of *pattern* in *text* gives way to *replacement*, in which groups may be named."""
    found = pattern.finditer(text)
    return Rewrite(text, tuple(Change(one.start(), one.end(), one.expand(replacement)) for one in found))


def renaming(old: str, new: str) -> Rewrite:
    """The word *old* becomes *new*: a guess, so it is not safe."""
    return Rewrite(old, (Change(0, len(old), new),), safe=False)


@immutable
class Edit:
    """A stretch of a file and what takes its place."""

    span: Span
    text: str


@immutable
class Fix:
    """The edits that mend one finding; all of them are made, or none.

    Args:
        edits: in order of place, without overlaps.
        safe: what the file says stays as it was meant; otherwise a person has to look at the result.
    """

    edits: tuple[Edit, ...]
    safe: bool = True
