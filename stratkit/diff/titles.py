"""What the entities are called to which changes refer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from stratkit.diff.records import records
from stratkit.model.linked import Workspace


class Titles:
    """Titles by kind of entity and id, collected when the first one is asked for.

    Args:
        workspaces: where the entities are; the last one that knows an entity names it.
    """

    def __init__(self, *workspaces: Workspace) -> None:
        self._workspaces = workspaces

    def title(self, kind: str, name: str) -> str | None:
        """The title of an entity; None: it is unknown."""
        return self._titles.get((kind, name))

    @cached_property
    def _titles(self) -> Mapping[tuple[str, str], str]:
        return _collected(self._workspaces)


def _collected(workspaces: Iterable[Workspace]) -> dict[tuple[str, str], str]:
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
