"""Places in files."""

from __future__ import annotations

from stratkit.immutable import numerous


@numerous(order=True)
class Span:
    """A stretch of a file; lines and columns count from 1, columns in code points.

    Raises:
        ValueError: a line or a column below 1.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __post_init__(self) -> None:
        if self.line < 1 or self.column < 1 or self.end_line < 1 or self.end_column < 1:
            raise ValueError(f"lines and columns count from 1: {self}")

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@numerous()
class Origin:
    """A place by meaning: a file and the keys that lead to a value in it.

    Cheap to carry on every entity; :class:`stratkit.source.positions.Locator` turns it into a
    :class:`Span` when somebody has to be shown the place.

    Args:
        path: file, relative to the root of the tree.
        pointer: keys and indexes from the top of the file.
        key: the key itself is meant and not its value.
    """

    path: str
    pointer: tuple[str | int, ...] = ()
    key: bool = False

    def at(self, *steps: str | int) -> Origin:
        """The place of a value inside this one."""
        return Origin(self.path, self.pointer + steps)

    def at_key(self, *steps: str | int) -> Origin:
        """The place of the last key itself."""
        return Origin(self.path, self.pointer + steps, key=True)


Place = Span | Origin
