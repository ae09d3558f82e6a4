"""A source tree -> a checked, linked, typed workspace plus every finding, always both."""

from stratkit.load.documents import Known
from stratkit.load.workspace import (
    Frame,
    RegionLoad,
    assemble,
    load_frame,
    load_region,
    load_workspace,
)

__all__ = ["Frame", "Known", "RegionLoad", "assemble", "load_frame", "load_region", "load_workspace"]
