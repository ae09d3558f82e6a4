"""A source tree -> a checked, linked, typed workspace plus every finding, always both."""

from stratkit.load.workspace import load_workspace

__all__ = ["load_workspace"]
