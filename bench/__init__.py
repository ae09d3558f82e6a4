"""Workspaces of any size, edits of them, and the clock that measures stratkit beside its peers."""
