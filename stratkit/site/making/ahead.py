"""Where just one region changed, as after most edits, two processes make its part of the website together.

With more of them each process has a region of its own. A copy of this process, made as soon as the region is read,
judges it, and then makes its data for download and its search index. Meanwhile this one loads what draws, and draws as if
lint found what it found before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from stratkit.lint.parts import part_of
from stratkit.site.making.desk import Desk
from stratkit.site.making.memory import Memory
from stratkit.site.making.reading import Judged, Reading
from stratkit.site.making.record import Record
from stratkit.site.making.workers import Workers
from stratkit.source.beside import Beside
from stratkit.source.plain_json import plain_json

if TYPE_CHECKING:
    from stratkit.diagnostics import Diagnostic


@dataclass(eq=False, repr=False)
class Ahead:
    """The work of both processes at one region.

    Args:
        own: what this process holds of the build.
        region: the region that changed.
        kept: what is known of the others, which are as they were.
        before: what was known of it in the last edition, if there was one.
        memory: knows how its part was drawn then.
        other: tells what the other process did.
        errors: all errors in the workspace, once the region is read.
        made: files that the other process has made and told, by their paths.
    """

    own: Desk
    region: str
    kept: Mapping[str, Reading]
    before: Record | None
    memory: Memory
    other: Beside
    errors: Sequence[Diagnostic] = ()
    made: dict[str, bytes] = field(default_factory=dict)

    def reading(self) -> Reading:
        """What was found in the region; until the other process says so this one draws.

        Raises:
            WorkError: the other process came to an early end.
        """
        from stratkit.site.making.jobs import reading_of

        return reading_of(self.own, self.region, self._judged)

    def _judged(self) -> Judged:
        self._sketch()
        found: Judged
        found, self.errors, self.own.told = next(self.other)
        return found

    def _sketch(self) -> None:
        """Draw what would change if lint finds what it found before."""
        from stratkit.site.machine.downloads import archive_path
        from stratkit.site.making.drawn import drawn_before
        from stratkit.site.making.jobs import others_of, sketched
        from stratkit.site.making.large import large_files

        self.own.elsewhere = {
            file.path: partial(self._made_there, file.path) for file in large_files(self.own, self.region)
        }
        drawn = drawn_before(self.memory, self.region)
        if self.before is None or drawn is None:
            return
        sketch = sketched(self.own, self.region, others_of(self.own, self.kept, self.region), drawn)
        without = {*self.own.elsewhere, archive_path(self.region)}  # which holds them
        sketch.draw(part_of(plain_json(self.before.shown)).found, without, self.other.ready)
        self.own.sketches[self.region] = sketch

    def _made_there(self, path: str) -> bytes:
        """A file that the other process makes: it tells one after the other."""
        while path not in self.made:
            name, data = next(self.other)
            self.made[name] = data
        return self.made[path]


@contextmanager
def working_ahead(
    own: Desk, region: str, kept: Mapping[str, Reading], before: Record | None, memory: Memory, workers: Workers
) -> Iterator[Ahead | None]:
    """Have *region* judged and some of its files made by another process; None if there is no process for it.

    Args:
        own: what this process holds of the build.
        region: the region that changed.
        kept: what is known of the others, which are as they were.
        before: what was known of it in the last edition, if there was one.
        memory: knows how its part was drawn then.
        workers: say how many processes there may be.

    Raises:
        WorkError: the other process came to an early end.
    """
    if not workers.spare or own.load(region).strategy is None:
        yield None
        return
    others = {name: one.judged_json for name, one in kept.items()}
    with workers.beside(partial(_work, own, region, others)) as other:
        yield Ahead(own, region, kept, before, memory, other)


def _work(own: Desk, region: str, others: Mapping[str, bytes]) -> Iterator[Any]:
    """What the other process does."""
    from stratkit.site.making.checking import all_errors, explained, judged

    found = judged(own, region)
    yield found, all_errors(own, {**others, region: found.judged}), {code: explained(code) for code in found.codes}

    from stratkit.site.making.large import large_files

    yield from ((file.path, file.make()) for file in large_files(own, region))
