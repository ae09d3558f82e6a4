"""A new region."""

from __future__ import annotations

from collections.abc import Mapping

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import ConfigError
from stratkit.immutable import immutable
from stratkit.model.linked import Workspace
from stratkit.scaffold.known import checked_id, refuse_taken
from stratkit.scaffold.plan import Plan
from stratkit.scaffold.texts import Value, new_file, region_templates
from stratkit.source.home import CATALOG, paths_of, regions
from stratkit.source.tree import Tree

_FRAME = "strategy.yaml"
"""The file without which the others are no region yet."""


@immutable
class NewRegion:
    """What is known of a new region.

    Args:
        id: id and name of the folder.
        name: the name of the region in the nominative case.
        this_year: the year in which it is started.
        year: the year of the document; by default that of the strategy whose period ends last.
        period: first and last year; by default those of that strategy.
    """

    id: str
    name: str
    this_year: int
    year: int | None = None
    period: tuple[int, int] | None = None


def plan_region(workspace: Workspace, tree: Tree, new: NewRegion) -> Plan:
    """All files of a region, each as far as it can be filled in.

    Raises:
        ConfigError: the id cannot be used, or the catalogue lacks what a strategy must refer to.
    """
    region = checked_id(new.id)
    catalog = workspace.catalog
    year, first, last = _years(workspace, new)
    profile = workspace.settings.profile or _first(catalog.profiles, "profiles/")
    values: dict[str, Value] = {
        "id": region,
        "name": new.name,
        "year": year,
        "first": first,
        "last": last,
        "profile": profile,
        "kind": _first(catalog.document_kinds, "document-kinds.yaml"),
        "act_kind": _first(catalog.act_kinds, "act-kinds.yaml"),
    }
    files = tuple(new_file(f"{region}/{name}", f"region/{name}", **values) for name in region_templates())
    step = say(
        "years of the strategy: {first}-{last}; 'stratkit lint {region}' lists what is to be filled in; "
        "then: stratkit new project {region} INDUSTRY ID --title …",
        first=first, last=last, region=region,
    )  # fmt: skip
    plan = Plan(files, f"{region}/{_FRAME}", step)
    begun = plan.begun({path: tree.read(path) for path in paths_of(tree, region)})
    refuse_taken(region, (CATALOG, *(() if begun else regions(tree))), ())
    return plan


def _years(workspace: Workspace, new: NewRegion) -> tuple[int, int, int]:
    """Year of the document, first and last year: strategies of one time usually share them."""
    frames = [strategy.frame for strategy in workspace.strategies.values()]
    latest = max(frames, key=lambda frame: (frame.period.to, frame.period.from_), default=None)
    if latest is None:
        year = new.year or new.this_year
        return (year, *(new.period or (year, year)))
    return (new.year or latest.year, *(new.period or (latest.period.from_, latest.period.to)))


def _first(table: Mapping[str, object], file: str) -> str:
    """The first entry of a list of the catalogue: it stands in a new strategy until the editor chooses.

    Raises:
        ConfigError: the list is empty.
    """
    for key in table:
        return key
    raise ConfigError(say("the catalogue has no entries in {file}", file=f"{CATALOG}/{file}"), say("add one first"))
