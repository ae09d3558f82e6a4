"""What the entities are called to which changes refer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from stratkit.diff.records import records
from stratkit.model.linked import Workspace


def titles(*workspaces: Workspace) -> dict[tuple[str, str], str]:
    """Titles by kind of entity and id; those of the last workspace win."""
    found: dict[tuple[str, str], str] = {}
    for workspace in workspaces:
        catalog = workspace.catalog
        tables: tuple[tuple[str, Mapping[str, Any]], ...] = (
            ("industry", catalog.industries), ("beneficiary", catalog.beneficiaries), ("source", catalog.sources),
            ("technology", catalog.technologies), ("national-goal", catalog.national_goals), ("unit", catalog.units),
        )  # fmt: skip
        found |= {(kind, name): entry.title for kind, table in tables for name, entry in table.items()}
        found |= dict(_own(workspace))
    return found


def _own(workspace: Workspace) -> Iterator[tuple[tuple[str, str], str]]:
    for strategy in workspace.strategies.values():
        for one in records(strategy, workspace.catalog):
            if one.title:
                yield (one.kind, one.id), one.title
