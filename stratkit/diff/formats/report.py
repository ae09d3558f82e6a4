"""What every form of the report is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from stratkit.diagnostics import Origin, Span, mark
from stratkit.diagnostics.message import Message, Translate
from stratkit.diff.change import Change, Direction
from stratkit.diff.entities import LINKED, NAMES
from stratkit.diff.titles import Titles

Place = Callable[[Origin], Span]
SIGNS = {Direction.UP: "↑", Direction.DOWN: "↓", Direction.NEUTRAL: "·"}


@dataclass(frozen=True)
class Report:
    """Changes with all that is needed to show them.

    Args:
        changes: in the order of the documents.
        translate: the language of the reader.
        old: what the former state is called.
        new: what the later state is called.
        old_place: finds lines in the former state.
        new_place: finds lines in the later state.
        titles: what the entities are called to which changes refer.
        language: code of that language.
        color: colours are wanted.
        prefix: leads from the folder of the run to the folder of strategies.
        unused: reasons that fit no change, shortly.
        trouble: files that could not be compared, each as a sentence.
    """

    changes: tuple[Change, ...]
    translate: Translate
    old: str
    new: str
    old_place: Place
    new_place: Place
    titles: Titles = field(default_factory=Titles)
    language: str = "en"
    color: bool = False
    prefix: str = ""
    unused: tuple[str, ...] = ()
    trouble: tuple[Message, ...] = ()

    def words(self, message: Message) -> str:
        """*message* in the language of the reader."""
        return message.render(self.translate)

    def span(self, change: Change) -> tuple[Span | None, Span | None]:
        """Where the change stands before and after."""
        old, new = change.old_origin, change.new_origin
        return (self.old_place(old) if old else None), (self.new_place(new) if new else None)

    def heading(self, change: Change) -> str:
        """The entity of a change: its kind, id and title."""
        name = self.translate(NAMES[change.entity])
        shown = "" if change.id == change.entity else f" {change.id}"
        return f"{name}{shown}" + (f" «{change.title}»" if change.title else "")

    def sentence(self, change: Change) -> str:
        """What happened, with the field."""
        kind = self.translate(change.kind.value)
        return f"{kind} ({change.field})" if change.field else kind

    def value(self, change: Change, value: Any) -> str:
        """A value as people read it."""
        if value is None or value in ([], {}, ""):
            return "–"
        if isinstance(value, bool):
            return self.translate(mark("yes")) if value else self.translate(mark("no"))
        if isinstance(value, Mapping):
            return ", ".join(f"{key}: {self.value(change, one)}" for key, one in value.items() if one is not None)
        if isinstance(value, list | tuple):
            return ", ".join(self.value(change, one) for one in value)
        return self._title(change, str(value))

    def _title(self, change: Change, value: str) -> str:
        kind = next((LINKED[part] for part in change.field.split(".") if part in LINKED), None)
        for name in (value, f"{change.industry}/{value}"):
            title = self.titles.title(kind, name) if kind is not None else None
            if title is not None:
                return f"{value} «{title}»"
        return value

    @property
    def counts(self) -> Mapping[Direction, int]:
        """How many changes of each direction."""
        counted = Counter(one.direction for one in self.changes)
        return {one: counted[one] for one in Direction}

    @property
    def regions(self) -> Mapping[str, list[Change]]:
        """The changes by region."""
        found: dict[str, list[Change]] = {}
        for one in self.changes:
            found.setdefault(one.region, []).append(one)
        return found


def is_text(change: Change) -> bool:
    """Whether old and new are texts that are worth comparing word by word."""
    return isinstance(change.old, str) and isinstance(change.new, str) and " " in change.old + change.new


def summary(report: Report) -> str:
    """One line: how many changes of what kind."""
    if not report.changes:
        return report.translate(mark("No changes between {old} and {new}")).format(old=report.old, new=report.new)
    counts = report.counts
    text = report.translate(mark("Changes: {all}; targets up: {up}, down: {down}, neutral: {neutral}"))
    return text.format(
        all=len(report.changes), up=counts[Direction.UP], down=counts[Direction.DOWN], neutral=counts[Direction.NEUTRAL]
    )
