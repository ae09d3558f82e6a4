"""All rules, one file each. ``stratkit/lint/index.py`` lists them; only those are loaded that somebody asks for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stratkit.lint.rule import Rule

    RULES: tuple[Rule, ...]
    """All of them, sorted by code."""


def __getattr__(name: str) -> Any:
    """All rules are loaded when somebody asks for them."""
    if name != "RULES":
        raise AttributeError(name)
    return _loaded()


@cache
def _loaded() -> tuple[Rule, ...]:
    from stratkit.lint.index import INDEX

    return tuple(one.rule for one in INDEX)
