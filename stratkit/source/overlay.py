"""Texts that editors hold open, laid over the files that they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from stratkit.diagnostics import Finding
from stratkit.source.tree import Tree


@dataclass(eq=False, repr=False)
class OverlayTree:
    """A tree in which some files have another content, or exist although the tree below has none.

    Args:
        base: the tree below.
        texts: the other content, by path; not to be changed while the tree is in use.
    """

    base: Tree
    texts: Mapping[str, bytes]

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The files of both, sorted."""
        return tuple(sorted({*self.base.paths, *self.texts}))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What was passed over below and is not laid over."""
        return tuple(one for one in self.base.findings if one.place.path not in self.texts)

    def read(self, path: str) -> bytes:
        """The bytes of one file; empty if neither has it."""
        laid = self.texts.get(path)
        return self.base.read(path) if laid is None else laid
