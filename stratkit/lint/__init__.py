"""Judge a workspace: rules over the linked strategies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stratkit.lint.engine import lint_workspace

__all__ = ["lint_workspace"]


def __getattr__(name: str) -> Any:
    """The rules are loaded when somebody asks for them: what was judged before is shown without them."""
    if name not in __all__:
        raise AttributeError(name)
    from stratkit.lint import engine

    return getattr(engine, name)
