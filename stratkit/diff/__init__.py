"""Two states of a strategy -> typed changes, matched by id."""

from stratkit.diff.change import Change, Direction, Kind, Weight
from stratkit.diff.compare import Side, diff_strategies, diff_workspaces

__all__ = ["Change", "Direction", "Kind", "Side", "Weight", "diff_strategies", "diff_workspaces"]
