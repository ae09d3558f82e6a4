"""What a reader of findings is told of a rule: a value that says so without the rule."""

from __future__ import annotations

from stratkit.immutable import immutable


@immutable
class Told:
    """What a reader of findings is told of their rule, to be translated: what it is called, and why that is bad."""

    title: str
    reasons: tuple[str, ...]
