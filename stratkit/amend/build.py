"""Two editions of a strategy -> a proven amending act, a comparison table and an explanatory note."""

from __future__ import annotations

from collections.abc import Sequence

from stratkit.amend.act import act_view
from stratkit.amend.grammar import Grammar
from stratkit.amend.operation import Operation
from stratkit.amend.plain import Section, lines, plain_document
from stratkit.amend.plan import plan_changes, whole_document
from stratkit.amend.problems import Larger, Unproven
from stratkit.amend.verify import prove
from stratkit.diagnostics import say
from stratkit.diagnostics.errors import RenderError
from stratkit.document.build import build_document
from stratkit.document.registry import FORMATS
from stratkit.document.view import DocumentView
from stratkit.immutable import immutable
from stratkit.model.amendments import Amendments
from stratkit.model.linked import Strategy
from stratkit.model.profile import FullProfile


@immutable
class Amendment:
    """A proven act.

    Args:
        operations: its changes, in the order of the document.
        act: the act itself.
        anew: keys of the sections that are given anew because a smaller change could not be proven.
        technical: whether the stamp or the title page differs. They are no part of the text that an act
            changes: the approving act and the year stand there, and they follow from the act itself.
    """

    operations: tuple[Operation, ...]
    act: DocumentView
    anew: tuple[str, ...] = ()
    technical: bool = False


def amend(old: Strategy, new: Strategy, data: Amendments) -> Amendment | None:
    """The act that leads from *old* to *new*, proven; None if the text of the document is the same.

    Where a change cannot be proven, the next larger unit is given anew, at last the whole document.

    Raises:
        RenderError: an edition has no usable document, or not even the whole document can be proven.
    """
    before, after = build_document(old), build_document(new)
    if old.profile is None:
        raise RenderError(say("the strategy '{id}' has no usable document profile", id=old.id))
    return _Writer(old, old.profile, data, before, after).write()


class _Writer:
    def __init__(
        self, strategy: Strategy, profile: FullProfile, data: Amendments, before: DocumentView, after: DocumentView
    ) -> None:
        self.strategy, self.profile, self.data = strategy, profile, data
        self.before, self.after = before, after
        self.grammar = Grammar(data)
        self.old, self.new = self._plain(before), self._plain(after)

    def _plain(self, view: DocumentView) -> Section:
        return plain_document(view, self.data.words["section"]["nominative"])

    def write(self) -> Amendment | None:
        if list(lines(self.old)) == list(lines(self.new)):
            return None
        anew: list[str] = []
        while (larger := self._attempt(anew)) is not None:
            if isinstance(larger, Amendment):
                return larger
            anew.append(larger)
        return self._whole()

    def _attempt(self, anew: Sequence[str]) -> Amendment | str | None:
        """The act; or the section to give anew besides *anew*; or None if only the whole document is left."""
        try:
            return self._proven(plan_changes(self.old, self.new, self.data.limits, anew), anew)
        except Larger:
            return None
        except Unproven as problem:
            return self._larger(problem.part, anew)

    def _larger(self, part: str, anew: Sequence[str]) -> str | None:
        """The section to give anew: the one that failed, or if it was given anew already, the one around it."""
        path = _path(self.old, part)
        return next((one.key for one in reversed(path) if one.key not in anew), None)

    def _whole(self) -> Amendment:
        try:
            return self._proven(whole_document(self.old, self.new), [])
        except Unproven as problem:
            raise RenderError(
                say(
                    "the act cannot be proven, not even by giving the whole document anew: {place}", place=problem.place
                ),
                say("this is a mistake of stratkit; please report it with the two editions"),
            ) from problem

    def _proven(self, operations: Sequence[Operation], anew: Sequence[str]) -> Amendment:
        act = act_view(operations, self.strategy, self.profile, self.after, self.data)
        prove(FORMATS["html"].render(act).decode(), self._plain(self.before), self.new, self.grammar)
        technical = (self.before.stamp, self.before.title_page) != (self.after.stamp, self.after.title_page)
        return Amendment(tuple(operations), act, tuple(anew), technical)


def _path(root: Section, key: str) -> list[Section]:
    """The sections around the one with *key*, itself included, without the document."""
    for child in root.children:
        if child.key == key:
            return [child]
        below = _path(child, key)
        if below:
            return [child, *below]
    return []
