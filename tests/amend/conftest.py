"""The real strategies and the formulas, read once."""

from __future__ import annotations

import pytest

from stratkit.model.amendments import Amendments
from stratkit.model.linked import Strategy
from tests.amend.mutations import Edition, read_editions


@pytest.fixture(scope="session")
def editions() -> dict[str, Edition]:
    """The data of each region, to be copied and edited."""
    return read_editions()


@pytest.fixture(scope="session")
def in_force(editions: dict[str, Edition]) -> dict[str, Strategy]:
    """The strategies as they are."""
    return {region: edition.linked() for region, edition in editions.items()}


@pytest.fixture(scope="session")
def formulas(editions: dict[str, Edition]) -> Amendments:
    """The formulas of the catalogue."""
    found = next(iter(editions.values())).workspace.catalog.amendments
    assert found is not None
    return found
