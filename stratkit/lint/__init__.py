"""Judge a workspace: rules over the linked strategies."""

from stratkit.lint.engine import lint_workspace

__all__ = ["lint_workspace"]
