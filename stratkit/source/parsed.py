"""What a file holds, and the places of its keys and values by pointer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from stratkit.diagnostics import Finding, Span

MAX_DEPTH = 64
MAX_VALUES = 50_000
"""Values in one file: eighty times as many as the longest file of a strategy has, and read in under a second."""
MAX_TEXT = 50_000
"""Signs in one value: nearly twenty times as many as the longest text has. Many a rule takes time by the square of them."""

Pointer = tuple[str | int, ...]
ITEM_NAMES = ("id", "act", "indicator", "fingerprint", "number")
"""What items of lists are called by: the first of these keys that an item has."""


class Positions:
    """Places of keys and values of one file, worked out when they are asked for from what a reader noted.

    What a reader notes of a value or a key is its own affair; ``root`` is what it noted of the value of the file. Here
    nothing was noted, for the file could not be read.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.root: Any = None

    def value(self, pointer: Pointer) -> Span | None:
        """Where the value at *pointer* stands; None if there is none, or if it does not end."""
        node = self._node(pointer)
        return None if node is None else self._span(node)

    def key(self, pointer: Pointer) -> Span | None:
        """Where the key at *pointer* stands; None if there is none."""
        key = self._key(self._node(pointer[:-1]), pointer[-1]) if pointer else None
        return None if key is None else self._span(key)

    def shown(self, pointer: Pointer) -> Span | None:
        """What to show of the value at *pointer*: of several lines only the key, for a frame of forty lines helps nobody."""
        above, node = None, self.root
        for step in pointer:
            above, node = node, self._within(node, step)
        if node is None:
            return None
        key = self._key(above, pointer[-1]) if pointer and self._is_long(node) else None
        return self._span(node if key is None else key)

    def names(self, pointer: Pointer) -> tuple[str, ...]:
        """*pointer* with what items of lists are called instead of their numbers; ``*`` for one that has no name."""
        node, names = self.root, []
        for step in pointer:
            node = self._within(node, step)
            names.append(step if isinstance(step, str) else self._name(node))
        return tuple(names)

    @cached_property
    def values(self) -> dict[Pointer, Span]:
        """The places of all values; what stands within another value comes before it."""
        found = ((pointer, self.value(pointer)) for pointer, _ in self._all((), None, self.root))
        return {pointer: span for pointer, span in found if span is not None}

    @cached_property
    def keys(self) -> dict[Pointer, Span]:
        """The places of all keys."""
        spans = ((pointer, self._span(key)) for pointer, key in self._all((), None, self.root) if key is not None)
        found = [(pointer, span) for pointer, span in spans if span is not None]
        return dict(sorted(found, key=lambda one: (one[1].line, one[1].column)))

    def _name(self, node: Any) -> str:
        """What an item of a list is called: by a key of its own, or by itself if it is a single value."""
        text = self._scalar(node)
        if text is not None:
            return f"={text}"
        for key in ITEM_NAMES:
            text = self._scalar(self._within(node, key))
            if text is not None:
                return f"{key}={text}"
        return "*"

    def _all(self, pointer: Pointer, key: Any, node: Any) -> Iterator[tuple[Pointer, Any]]:
        """The pointer and the key of each value within *node*, and of itself at last."""
        for step, inner_key, inner in self._inside(node):
            yield from self._all((*pointer, step), inner_key, inner)
        yield pointer, key

    def _node(self, pointer: Pointer) -> Any:
        """What was noted of the value at *pointer*; None if there is none."""
        node = self.root
        for step in pointer:
            node = self._within(node, step)
        return node

    def _within(self, node: Any, step: str | int) -> Any:  # noqa: ARG002
        """The value that stands at *step* of a list or mapping; None if there is none."""
        return None

    def _key(self, node: Any, step: str | int) -> Any:  # noqa: ARG002
        """The key of the value that stands at *step* of a mapping; None if there is none."""
        return None

    def _is_long(self, node: Any) -> bool:
        """Whether a value takes more than one line."""
        span = self._span(node)
        return span is not None and span.end_line > span.line

    def _inside(self, node: Any) -> Iterator[tuple[str | int, Any, Any]]:  # noqa: ARG002
        """Step, key and value of all that stands in a list or mapping; nothing if it is a single value."""
        return iter(())

    def _scalar(self, node: Any) -> str | None:  # noqa: ARG002
        """The text of a single value; None if it is none."""
        return None

    def _span(self, node: Any) -> Span | None:  # noqa: ARG002
        """Where a key or value stands; None if it does not end."""
        return None


@dataclass(slots=True)
class Parsed:
    """What a file holds: a value, or nothing, and every problem met on the way.

    ``places`` are those of its keys and values, as far as it could be read.
    ``trapped`` are the findings about values that are ambiguous, by pointer, so that the schema check
    does not report the same line a second time.
    """

    places: Positions
    value: Any = None
    findings: list[Finding] = field(default_factory=list)
    trapped: dict[Pointer, Finding] = field(default_factory=dict)
