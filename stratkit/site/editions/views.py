"""What pages show of the editions of a strategy: plain values that keep nothing of the trees they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from stratkit.diagnostics import Message
from stratkit.immutable import immutable
from stratkit.model.numbers import Moment


@immutable
class Shown:
    """A value as people read it.

    Args:
        text: the words; empty where there is no value.
        interface: the words belong to the interface and are to be translated.
    """

    text: str = ""
    interface: bool = False


@immutable
class Target:
    """An entity: what it is called, and its page within the website, if it has one there."""

    title: str
    path: str = ""


@immutable
class ChangeView:
    """One change.

    Args:
        sentence: what happened, in words of the interface.
        part: of what, in words of the interface; empty where the sentence says it.
        detail: which of several: a year, a number.
        old: the former value.
        new: the later one.
        redline: where both are texts, what stayed, went and came, word by word: ``same``, ``removed``, ``added``.
        direction: which way the ambition goes: ``up``, ``down`` or ``neutral``.
        technical: it needs no act.
        reason: why, as far as somebody wrote it down.
    """

    sentence: str
    part: str
    detail: str
    old: Shown
    new: Shown
    redline: tuple[tuple[str, str], ...] = ()
    direction: str = "neutral"
    technical: bool = False
    reason: str = ""


@immutable
class EntityChanges:
    """The changes of one entity.

    Args:
        name: what its kind is called, in words of the interface.
        target: the entity.
        changes: those that need an act first.
        affects: the projects that rely on it.
    """

    name: str
    target: Target
    changes: tuple[ChangeView, ...]
    affects: tuple[Target, ...] = ()


@immutable
class ChangeGroup:
    """The changes of an industry; without a title, those of the strategy as a whole."""

    title: str
    entities: tuple[EntityChanges, ...]


@immutable
class Comparison:
    """What changed from one state to the next.

    Args:
        since: id of the edition before.
        groups: the changes by industry, those of the whole strategy first.
        up: how many raise the ambition.
        down: how many lower it.
        neutral: how many do neither; technical ones are not counted.
        technical: how many are corrections that need no act.
        broken: files of the state before that could not be read and were left out, each as a sentence.
    """

    since: str
    groups: tuple[ChangeGroup, ...]
    up: int = 0
    down: int = 0
    neutral: int = 0
    technical: int = 0
    broken: tuple[Message, ...] = ()

    @property
    def total(self) -> int:
        """How many changes of legal weight."""
        return self.up + self.down + self.neutral

    def towards(self, direction: str) -> tuple[tuple[EntityChanges, ChangeView], ...]:
        """The changes that go the way *direction*, each with its entity."""
        return tuple(
            (one, change)
            for group in self.groups
            for one in group.entities
            for change in one.changes
            if change.direction == direction
        )


@immutable
class StateProject:
    """A project as it stood in an edition."""

    number: int | str
    target: Target
    term: str
    responsible: tuple[str, ...]


@immutable
class StateIndicator:
    """An indicator as it stood in an edition: the same names as those of a linked indicator."""

    target: Target
    symbol: str
    direction: str | None
    plan: Mapping[int, int | float | None]
    uncertain: Mapping[int, str]


@immutable
class StateIndustry:
    """An industry as it stood in an edition."""

    title: str
    projects: tuple[StateProject, ...]
    indicators: tuple[StateIndicator, ...]


@immutable
class StateView:
    """A strategy as it stood in an edition: its card, projects and figures."""

    title: str
    period: tuple[int, int]
    goal: str
    approval: str
    years: tuple[int, ...]
    results: tuple[str, ...]
    tasks: tuple[str, ...]
    industries: tuple[StateIndustry, ...]


@immutable
class EditionView:
    """An edition.

    Args:
        id: its id.
        day: its date, as exact as it is known.
        sortable: the first day that may be meant; where nothing is known, that of the approval.
        act: the act that brought it about, cited.
        latest: it is the last one.
        changed: against the edition before; None for the first one, and where one of the two cannot be read.
        state: the strategy as it stood; None for the last edition, which the website shows, and where it cannot be read.
        note: why there is less to show than there should be.
    """

    id: str
    day: Moment | None
    sortable: date
    act: str
    latest: bool
    changed: Comparison | None = None
    state: StateView | None = None
    note: Message | None = None


@immutable
class HistoryStep:
    """What an edition changed in one entity.

    Args:
        edition: its id; empty for what no edition holds yet.
        day: its date.
        act: the act that brought it about, cited.
        changes: what changed.
    """

    edition: str
    day: Moment | None
    act: str
    changes: tuple[ChangeView, ...]


@immutable
class Standing:
    """What every page of an entity says of the editions.

    Args:
        first: id of the first edition; empty if the strategy names none.
        single: there is no other.
        compared: at least two states could be compared, so that a page can say that something did not change.
    """

    first: str
    single: bool
    compared: bool


@immutable
class FormerPlan:
    """The plan of an indicator in one or several editions that follow each other.

    Args:
        editions: their ids, the first and the last; one id if it was only one.
        symbol: sign of the unit.
        plan: values by year.
        uncertain: doubtful readings by year.
        comparable: the unit is the one that the indicator has now.
    """

    editions: tuple[str, ...]
    symbol: str
    plan: Mapping[int, int | float | None]
    uncertain: Mapping[int, str]
    comparable: bool = True


@immutable
class RegionEditions:
    """The chain of editions of a strategy.

    Args:
        editions: oldest first.
        draft: what the website shows beyond the last edition; None if there is nothing.
        history: the steps of each entity by kind and id, the newest first.
        plans: former plans of each indicator that differ from the one that follows, the newest first.
    """

    editions: tuple[EditionView, ...] = ()
    draft: Comparison | None = None
    history: Mapping[tuple[str, str], tuple[HistoryStep, ...]] = field(default_factory=dict)
    plans: Mapping[str, tuple[FormerPlan, ...]] = field(default_factory=dict)

    @property
    def latest(self) -> EditionView | None:
        """The last edition."""
        return self.editions[-1] if self.editions else None

    @property
    def standing(self) -> Standing:
        """What every page of an entity says of the editions."""
        compared = self.draft is not None or any(one.changed is not None for one in self.editions)
        return Standing(self.editions[0].id if self.editions else "", len(self.editions) == 1, compared)
