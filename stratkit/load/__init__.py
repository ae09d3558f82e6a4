"""A source tree -> a checked, linked, typed workspace plus every finding, always both."""

from stratkit.load.documents import Known
from stratkit.load.workspace import load_workspace

__all__ = ["Known", "load_workspace"]
