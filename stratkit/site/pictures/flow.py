"""How an industry hangs together: challenge → project → indicator, as a drawing and as a table."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from operator import itemgetter

from stratkit.immutable import immutable
from stratkit.model.linked import Challenge, Entity, Indicator, Industry, Project

WIDTH = 960
_BOX, _GAP = 290, 45
_HEIGHT, _SPACE = 44, 8
_LETTERS, _LINES = 32, 2
_HEAD = 34
LIMIT = 40
"""A column with more boxes than this is no picture any more: the table alone serves."""


@immutable
class Node:
    """A box with its title in at most two lines."""

    key: str
    entity: Entity
    kind: str
    x: int
    y: int
    lines: tuple[str, ...]
    linked: bool


@immutable
class Edge:
    """A line between two boxes."""

    source: str
    target: str
    path: str


@immutable
class Flow:
    """The whole drawing; box sizes are the same everywhere."""

    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int = WIDTH
    box: int = _BOX
    box_height: int = _HEIGHT
    columns: tuple[int, int, int] = (0, _BOX + _GAP, 2 * (_BOX + _GAP))


@immutable
class Trace:
    """A row of the table: a challenge, a project that answers it, the indicators of the project."""

    challenge: Challenge | None
    project: Project | None
    indicators: tuple[Indicator, ...]


def traces(industry: Industry) -> tuple[Trace, ...]:
    """Everything that the drawing shows, as rows: challenges without projects and projects without challenges, too."""
    rows: list[Trace] = []
    for challenge in industry.challenges:
        answers = [one for one in industry.projects if challenge in one.challenges]
        rows += [Trace(challenge, one, one.indicators) for one in answers] or [Trace(challenge, None, ())]
    own = set(industry.challenges)
    rows += [Trace(None, one, one.indicators) for one in industry.projects if not own & set(one.challenges)]
    return tuple(rows)


def flow(industry: Industry) -> Flow | None:
    """The drawing of an industry; None where there is nothing to connect or too much to draw."""
    projects = industry.projects
    indicators = tuple({id(one): one for project in projects for one in project.indicators}.values())
    columns: tuple[Sequence[Entity], ...] = (industry.challenges, projects, indicators)
    if not projects or max(map(len, columns)) > LIMIT or not (industry.challenges or indicators):
        return None
    links = [(challenge, one) for one in projects for challenge in one.challenges if challenge in industry.challenges]
    links_on: list[tuple[Entity, Entity]] = [*links, *((one, each) for one in projects for each in one.indicators)]
    ordered = _ordered(columns, links_on)
    nodes = _nodes(ordered, {id(entity) for pair in links_on for entity in pair})
    places = {id(node.entity): node for node in nodes}
    edges = tuple(_edge(places[id(one)], places[id(other)]) for one, other in links_on)
    return Flow(_HEAD + max(map(len, columns)) * (_HEIGHT + _SPACE), nodes, edges)


def _ordered(columns: Sequence[Sequence[Entity]], links: Sequence[tuple[Entity, Entity]]) -> list[list[Entity]]:
    """Each column in the order of the middle of what its boxes are linked to, so that lines cross less."""
    ordered = [list(columns[0])]
    for column in columns[1:]:
        before = {id(entity): place for place, entity in enumerate(ordered[-1])}
        middles = {id(one): _middle(one, links, before) for one in column}
        ordered.append([one for _place, one in sorted(((middles[id(one)], one) for one in column), key=itemgetter(0))])
    return ordered


def _middle(entity: Entity, links: Sequence[tuple[Entity, Entity]], places: Mapping[int, int]) -> float:
    found = [places[id(one)] for one, other in links if other is entity and id(one) in places]
    return sum(found) / len(found) if found else len(places)


def _nodes(ordered: Sequence[Sequence[Entity]], linked: set[int]) -> tuple[Node, ...]:
    tallest = max(map(len, ordered))
    nodes: list[Node] = []
    for index, (kind, column) in enumerate(zip(("challenge", "project", "indicator"), ordered, strict=True)):
        # A shorter column is spread over the whole height.
        step = (_HEIGHT + _SPACE) * tallest / max(len(column), 1)
        for place, entity in enumerate(column):
            y = round(_HEAD + step * place + (step - _HEIGHT - _SPACE) / 2)
            key = f"{kind[0]}{place}"
            nodes.append(
                Node(key, entity, kind, index * (_BOX + _GAP), y, _wrapped(entity.short), id(entity) in linked)
            )
    return tuple(nodes)


def _edge(one: Node, other: Node) -> Edge:
    x1, y1 = one.x + _BOX, one.y + _HEIGHT // 2
    x2, y2 = other.x, other.y + _HEIGHT // 2
    bend = _GAP // 2
    return Edge(one.key, other.key, f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}")


def _wrapped(text: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(text, _LETTERS, max_lines=_LINES, placeholder=" …")) or ("–",)
