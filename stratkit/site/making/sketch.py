"""The part of a region, drawn before lint has said what its pages should show of that.

While lint is at work everything is drawn as if it would find what it found before. Of what it finds then most is the
same, and so are most pages; those that show something else are drawn anew.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field, replace

from stratkit.diagnostics import Diagnostic
from stratkit.site.context import Around
from stratkit.site.drawing.traces import Tracer
from stratkit.site.making.drawn import Drawn
from stratkit.site.making.parts import Part, Unjudged
from stratkit.site.making.redraw import Made, made
from stratkit.site.pages.region import Explain


@dataclass(eq=False, repr=False)
class Sketch:
    """A part in the making.

    Args:
        others: what the region shows of the others.
        former: the part as it was drawn before, if it was.
        unjudged: the part without what lint found.
        tracer: knows what its files showed before.
        part: the part as it was drawn so far.
        made: its files that were made, by their paths.
    """

    others: Around
    former: Drawn | None
    unjudged: Unjudged
    tracer: Tracer
    part: Part | None = None
    made: dict[str, Made] = field(default_factory=dict)

    def draw(self, findings: Sequence[Diagnostic], without: Container[str], enough: Callable[[], bool]) -> None:
        """Make the files that would be others than before if lint found this, until it is *enough*.

        Args:
            findings: what lint found before.
            without: the paths of files that have to wait for somebody else.
            enough: lint has said what it finds.
        """
        self.part = self.unjudged.judged(findings, None)
        for file in self.part.files:
            if enough():
                return
            if file.path not in without and not self.tracer.unchanged(file):
                self.made[file.path] = made(file, self.unjudged.renderer)

    def judged(self, findings: Sequence[Diagnostic], explain: Explain) -> Part:
        """The part now that lint found this: what shows it otherwise is as if it had not been drawn."""
        part = self.unjudged.judged(findings, explain)
        drawn = {file.path: file for file in self.part.files} if self.part is not None else {}
        files = []
        for file in part.files:
            before = drawn.get(file.path)
            if before is not None and before.page == file.page:
                files.append(before)
                continue
            files.append(file)
            self.made.pop(file.path, None)
            self.tracer.forget(file)
        return replace(part, files=tuple(files))
