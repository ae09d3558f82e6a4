"""What one process does for one region: read it, and draw its part of the website.

Orders and answers are plain values that can be sent to another process or another machine; files are
written by whoever draws them, into a folder that all of them see.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from stratkit.immutable import immutable
from stratkit.lint.parts import part_of
from stratkit.model.linked import Strategy
from stratkit.site.context import FEW, Around, RegionContext, around
from stratkit.site.drawing.render import Renderer
from stratkit.site.drawing.traces import Tracer, Traces
from stratkit.site.editions.listed import edition_views
from stratkit.site.editions.views import RegionEditions
from stratkit.site.making.briefs import brief, brief_json
from stratkit.site.making.desk import Desk, Place, changed_meanwhile, desk, folders_of
from stratkit.site.making.drawn import Drawn, drawn_before
from stratkit.site.making.memory import Memory
from stratkit.site.making.parts import Part, Unjudged, renderer_of, shared_part, unjudged
from stratkit.site.making.reading import Judged, Reading
from stratkit.site.making.record import packed
from stratkit.site.making.redraw import Canvas
from stratkit.site.making.sketch import Sketch
from stratkit.site.pages.region import Explain
from stratkit.site.pages.shared import Shared
from stratkit.site.writing.listing import Chapter, chapter_of, files_in, lines_of
from stratkit.site.writing.write import put
from stratkit.source.cache import digest_of
from stratkit.source.collector import uncollected
from stratkit.source.plain_json import plain_json

if TYPE_CHECKING:
    from stratkit.lint.told import Told


@immutable
class Order:
    """The part of a region is to be drawn.

    Args:
        place: where it is made from.
        region: id.
        read: digest of what was read of it.
        shown: what its pages say is wrong with it.
        others: what it shows of the other regions.
        folder: where the edition grows.
        standing: the files of this part that stand there, as lines.
        memory: knows how the part was drawn before, if it was.
        scratch: beginning of the names of two files in which is written down what was drawn.
    """

    place: Place
    region: str
    read: str
    shown: bytes
    others: Around
    folder: Path
    standing: bytes
    memory: Memory
    scratch: Path


@immutable
class Drawing:
    """The part of a region as it was drawn.

    Args:
        region: id.
        pages: paths of its pages in the first language, packed.
        chapter: its files.
        scratch: beginning of the names of the files in which the rest stands.
    """

    region: str
    pages: bytes
    chapter: Chapter
    scratch: Path

    def lines(self) -> bytes:
        """The lines of the chapter."""
        return _lines_place(self.scratch).read_bytes()

    def drawn(self) -> bytes:
        """The part as JSON."""
        return _drawn_place(self.scratch).read_bytes()


def read_region(place: Place, region: str) -> Reading:
    """Read and judge one region."""
    from stratkit.site.making.checking import judged

    with uncollected():
        own = desk(place)
        return reading_of(own, region, partial(judged, own, region))


def draw_region(order: Order) -> Drawing:
    """Draw the part of one region.

    Raises:
        OutputError: its files changed since they were read.
    """
    with uncollected():
        drawn = _drawn(desk(order.place), order)
        lines = lines_of(drawn.files)
        _lines_place(order.scratch).write_bytes(lines)
        _drawn_place(order.scratch).write_bytes(drawn.to_json())
        chapter = chapter_of(order.region, drawn.files, lines, folders_of(order.region, order.place.options))
        return Drawing(order.region, packed(drawn.pages), chapter, order.scratch)


def reading_of(own: Desk, region: str, judge: Callable[[], Judged]) -> Reading:
    """What was found in a region; *judge* says what is wrong with it, and is asked last: another process may be at it."""
    strategy, place = own.load(region).strategy, own.place
    told = brief(strategy, own.frame.settings, place.options, _editions(own, strategy)) if strategy else None
    said, read = brief_json(told), own.digest(region)
    known = judge()
    return Reading(
        region=region,
        read=read,
        brief_json=said,
        told=digest_of(said.decode()),
        judged_json=known.judged,
        shown=known.shown,
        found=known.found,
    )


def part_of_region(own: Desk, one: Reading, others: Around) -> Part:
    """The part of a region.

    Raises:
        OutputError: its files changed since they were read.
    """
    _refuse_changed(own, one)
    return unjudged_part(own, one.region, others).judged(part_of(plain_json(one.shown)).found, _explainer(own))


def unjudged_part(own: Desk, region: str, others: Around) -> Unjudged:
    """The part of a region before lint has said anything."""
    strategy, frame, documents = own.load(region).strategy, own.frame, own.place.options.documents
    if strategy is None:
        raise changed_meanwhile(region)
    context = RegionContext(frame.catalog, frame.settings.site, documents, others, _editions(own, strategy))
    return unjudged(strategy, context, renderer(own), own.elsewhere)


def neighbours(own: Desk) -> bool:
    """The regions are so few that they show each other."""
    return len(own.frame.regions) <= FEW


def others_of(own: Desk, readings: Mapping[str, Reading], region: str) -> Around:
    """What *region* shows of the other regions, which need be known only where they are few."""
    if not neighbours(own):
        return Around()
    return around([one.brief.facts for one in readings.values() if one.brief is not None], region)


def canvas(own: Desk, standing: Mapping[str, str], place: Callable[[str, bytes], str]) -> Canvas:
    """Where a part is drawn of which *standing* stands there; *place* lets bytes stand at a path."""
    return Canvas(own.place.frame, renderer(own), standing, place)


def part_above(own: Desk, readings: Mapping[str, Reading]) -> Part:
    """What stands above the regions *readings*."""
    briefs = {name: one.brief for name, one in readings.items() if one.brief is not None}
    shared = Shared(
        title=own.title,
        catalog=own.frame.catalog,
        regions=[one.facts for one in briefs.values()],
        found={name: one.found for name, one in readings.items()},
        files={name: one.files for name, one in briefs.items()},
        news={name: one.news for name, one in briefs.items()},
    )
    return shared_part(shared, renderer(own))


def renderer(own: Desk) -> Renderer:
    """What draws the pages; its templates are compiled once."""
    if own.renderer is None:
        frame = own.frame
        own.renderer = renderer_of(frame.settings, own.title, frame.catalog, own.place.options)
    return own.renderer


def sketched(own: Desk, region: str, others: Around, former: Drawn | None) -> Sketch:
    """The part of a region, of which nothing is drawn yet."""
    tracer = Tracer(former.traces if former is not None else Traces(), own.load(region).strategy, others.regions)
    return Sketch(others, former, unjudged_part(own, region, others), tracer)


def _drawn(own: Desk, order: Order) -> Drawn:
    _refuse_changed(own, order)
    standing = files_in(order.standing)
    sketch = own.sketches.pop(order.region, None)
    if sketch is None or not standing or sketch.others != order.others:
        former = drawn_before(order.memory, order.region) if standing else None
        sketch = sketched(own, order.region, order.others, former)
    former, part = sketch.former, sketch.judged(part_of(plain_json(order.shown)).found, _explainer(own))
    surface = Canvas(own.place.frame, renderer(own), standing, _placed(order, standing), sketch.made)
    # Of what it was drawn is written with what was drawn: a build may have come to an end between two notes.
    same_data = former is not None and former.made_of == order.read
    return replace(surface.draw(part, former, sketch.tracer, same_data=same_data), made_of=order.read)


def _explainer(own: Desk) -> Explain:
    """Says more of rules: what the process that judged told of them, or else the rules, which are loaded for it."""

    def explain(code: str) -> Told:
        if code not in own.told:
            from stratkit.site.making.checking import explained

            own.told[code] = explained(code)
        return own.told[code]

    return explain


def _placed(order: Order, standing: Mapping[str, str]) -> Callable[[str, bytes], str]:
    return lambda path, data: put(order.folder, path, data, standing.get(path))


def _refuse_changed(own: Desk, one: Reading | Order) -> None:
    if own.digest(one.region) != one.read:
        raise changed_meanwhile(one.region)


def _editions(own: Desk, strategy: Strategy) -> RegionEditions:
    if strategy.id not in own.editions:
        own.editions[strategy.id] = edition_views(strategy, own.frame.catalog, own.tree)
    return own.editions[strategy.id]


def _lines_place(scratch: Path) -> Path:
    return scratch.with_suffix(".files")


def _drawn_place(scratch: Path) -> Path:
    return scratch.with_suffix(".drawn")
