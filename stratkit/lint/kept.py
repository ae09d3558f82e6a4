"""What keeps its id for good."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.model.linked import Strategy


def kept_ids(strategy: Strategy) -> Iterator[tuple[str, str]]:
    """Kind and id of everything whose id is never given anew."""
    yield from (("project", one.id) for one in strategy.projects)
    yield from (("indicator", one.id) for one in strategy.indicators)
    yield from (("challenge", one.id) for one in strategy.challenges)
    yield from (("task", one.id) for one in strategy.tasks)
    yield from (("body", one) for one in strategy.bodies)
    yield from (("programme", one.id) for one in strategy.programmes)
