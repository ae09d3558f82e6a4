"""The kinds of files: what each is called, what it holds and where it stands."""

from __future__ import annotations

import importlib
import re
from functools import cached_property
from typing import TYPE_CHECKING

from stratkit.immutable import immutable

if TYPE_CHECKING:
    from stratkit.model.node import Node


def path_pattern(place: str) -> re.Pattern[str]:
    """Matches the paths like *place*, in which ``*`` stands for one folder or file name, or a part of one."""
    return re.compile("/".join(map(_name_pattern, place.split("/"))) + r"\Z")


def _name_pattern(name: str) -> str:
    """Each star takes as little as it can and never tries again: however many there are, the time stays bounded."""
    first, *others = map(re.escape, name.split("*"))
    if not others:
        return first
    *middle, last = others
    return first + "".join(f"(?>[^/]+?{one})" for one in middle) + "[^/]+" + last


def _is_like(name: str, place: str) -> bool:
    """Whether the name of a folder or file is as in *place*, in which a star may stand for a part of it."""
    if place == "*":
        return name != ""
    before, star, after = place.partition("*")
    if not star:
        return name == place
    return len(name) > len(before) + len(after) and name.startswith(before) and name.endswith(after)


@immutable
class Kind:
    """A kind of file.

    Args:
        name: the word before the slash in ``stratkit: project/1``.
        class_: what the file holds: a class of this room, by module and name.
        schema: the file in ``schema/``, without suffix.
        place: where such files stand; ``*`` stands for one folder or file name.
        version: the version of the format that this stratkit reads.
    """

    name: str
    class_: str
    schema: str
    place: str
    version: int = 1

    @cached_property
    def model(self) -> type[Node]:
        """What the file holds; the module is loaded when the first such file is met."""
        module, _, name = self.class_.partition(".")
        found: type[Node] = getattr(importlib.import_module(f"stratkit.model.{module}"), name)
        return found

    def stands_at(self, path: str) -> bool:
        """Whether *path* is one at which a file of this kind may stand."""
        names = path.split("/")
        return len(self.names) == len(names) and all(map(_is_like, names, self.names))

    @cached_property
    def names(self) -> list[str]:
        """The names of folders and file in ``place``."""
        return self.place.split("/")


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("workspace", "workspace.Settings", "workspace", "stratkit.yaml"),
        Kind("strategy", "strategy.Strategy", "strategy", "*/strategy.yaml"),
        Kind("basis", "strategy.Basis", "basis", "*/basis.yaml"),
        Kind("technologies", "strategy.Technologies", "technologies", "*/technologies.yaml"),
        Kind("card", "strategy.Card", "card", "*/card.yaml"),
        Kind("priorities", "strategy.Priorities", "priorities", "*/priorities.yaml"),
        Kind("bodies", "strategy.Bodies", "bodies", "*/bodies.yaml"),
        Kind("programmes", "strategy.Programmes", "programmes", "*/programmes.yaml"),
        Kind("industry", "industry.Industry", "industry", "*/industries/*.yaml"),
        Kind("project", "project.Project", "project", "*/projects/*/*.yaml"),
        Kind("indicators", "indicator.Indicators", "indicators", "*/indicators/*.yaml"),
        Kind("facts", "indicator.Facts", "facts", "*/facts/*.yaml"),
        Kind("retired", "project.Retired", "retired", "*/retired.yaml"),
        Kind("reasons", "reasons.Reasons", "reasons", "*/reasons.yaml"),
        Kind("industries", "catalog.CatalogIndustries", "industries", "catalog/industries.yaml"),
        Kind("beneficiaries", "catalog.TermList", "term-list", "catalog/beneficiaries.yaml"),
        Kind("technologies-catalog", "catalog.TermList", "term-list", "catalog/technologies.yaml"),
        Kind("national-goals", "catalog.TermList", "term-list", "catalog/national-goals.yaml"),
        Kind("roles", "catalog.TermList", "term-list", "catalog/roles.yaml"),
        Kind("units", "catalog.Units", "units", "catalog/units.yaml"),
        Kind("financing", "catalog.FinancingCatalog", "financing", "catalog/financing.yaml"),
        Kind("act-kinds", "catalog.ActKinds", "act-kinds", "catalog/act-kinds.yaml"),
        Kind("document-kinds", "catalog.ActKinds", "act-kinds", "catalog/document-kinds.yaml"),
        Kind("acts", "catalog.Acts", "acts", "catalog/acts.yaml"),
        Kind("federal-projects", "catalog.FederalProjects", "federal-projects", "catalog/federal-projects/*.yaml"),
        Kind("common-indicators", "catalog.CommonIndicators", "common-indicators", "catalog/indicators/*.yaml"),
        Kind("glossary", "catalog.Glossary", "glossary", "catalog/glossary.yaml"),
        Kind("amendments", "amendments.Amendments", "amendments", "catalog/amendments.yaml"),
        Kind("profile", "profile.Profile", "profile", "catalog/profiles/*.yaml"),
    )
}
"""Every kind of file, by name; the list exists once."""


_VERSION = re.compile("[0-9]{1,9}")  # not isdigit(): it takes ² for a digit, and int() refuses thousands of them


def kind_of(header: object) -> tuple[Kind | None, int | None]:
    """The kind and version that a file names in its ``stratkit`` key; None where unknown."""
    name, _, version = str(header).partition("/")
    return KINDS.get(name), int(version) if _VERSION.fullmatch(version) else None
