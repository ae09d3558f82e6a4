"""The chain of editions of a strategy -> what pages, feed and home page show of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from stratkit.diagnostics import Message, say
from stratkit.diagnostics.errors import RevisionError
from stratkit.diff import Side
from stratkit.document.fields import act_text
from stratkit.immutable import immutable
from stratkit.load.catalog import link_act, moment
from stratkit.load.editions import frames
from stratkit.model.linked import Catalog, Indicator, Strategy
from stratkit.model.numbers import Moment
from stratkit.model.strategy import Edition
from stratkit.site.editions.changes import Telling, cited, entity_page
from stratkit.site.editions.states import State, repository_of, states
from stratkit.site.editions.views import (
    ChangeView,
    Comparison,
    EditionView,
    FormerPlan,
    HistoryStep,
    RegionEditions,
    StateIndicator,
    StateIndustry,
    StateProject,
    StateView,
    Target,
)
from stratkit.source import Tree

_Steps = list[tuple[str, Mapping[tuple[str, str], tuple[ChangeView, ...]]]]


def edition_views(strategy: Strategy, catalog: Catalog, tree: Tree | None = None) -> RegionEditions:
    """What the website shows of the editions of *strategy*; nothing is read where no edition names a revision.

    Args:
        strategy: as the website shows it.
        catalog: of the same tree.
        tree: where it comes from; without it former states are not shown.
    """
    found = states(strategy, catalog, tree)
    listed = {one.id: one for one in strategy.frame.editions}
    known = {name: state.side for name, state in found.items() if state.side is not None}
    now = Side(strategy, catalog)
    last = next(reversed(listed), None)
    # The last edition is what the website shows, unless it names a revision that says something else.
    if last is not None and (last not in found or last not in known):
        known[last] = now
    compared, steps = _compared(list(listed), known, found, now)
    draft, more = _between(last or "", known.get(last or "", now), now, now)
    views = {
        one.id: _view(one, strategy, catalog, found.get(one.id), compared.get(one.id), latest=one.id == last)
        for one in listed.values()
    }
    former = {name: replace(view, state=_shown(view, known.get(name), now)) for name, view in views.items()}
    return RegionEditions(
        editions=tuple(former.values()),
        draft=draft if draft is not None and draft.groups else None,
        history=_history([*steps, ("", more)], views),
        plans=_plans(strategy, {name: side for name, side in known.items() if side.strategy is not None}),
    )


def revisions(tree: Tree) -> tuple[str, ...]:
    """The commits that editions name, in no order of meaning: with other commits the website is another.

    Tags move while files stay the same, so that a digest of the files alone would not tell.
    """
    if not any(b"revision" in tree.read(path) for path in tree.paths if path.endswith("/strategy.yaml")):
        return ()
    names = {one.revision for frame in frames(tree).values() for one in frame.editions if one.revision}
    return tuple(_commits(sorted(names), tree))


def _commits(names: Iterable[str], tree: Tree) -> Iterator[str]:
    try:
        repository = repository_of(tree)
    except RevisionError:
        return  # without a repository no former state is shown, whatever the names are
    for name in names:
        try:
            yield repository.resolve(name.partition(":")[0]) if repository else ""
        except RevisionError:
            yield ""


def _compared(
    order: list[str], known: Mapping[str, Side], found: Mapping[str, State], now: Side
) -> tuple[dict[str, Comparison], _Steps]:
    """Each edition against the last one before it that can be read."""
    comparisons: dict[str, Comparison] = {}
    steps: _Steps = []
    before = ""
    for name in order:
        if name not in known:
            continue
        if before:
            comparison, views = _between(before, known[before], known[name], now)
            broken = tuple(note for each in (before, name) if each in found for note in found[each].broken)
            if comparison is not None:
                comparisons[name] = replace(comparison, broken=broken)
            steps.append((name, views))
        before = name
    return comparisons, steps


def _between(
    since: str, old: Side, new: Side, now: Side
) -> tuple[Comparison | None, Mapping[tuple[str, str], tuple[ChangeView, ...]]]:
    if old is new or old.strategy is new.strategy:
        return (Comparison(since, ()), {}) if new is not now else (None, {})
    return Telling(old, new, now).comparison(since)


def _view(
    one: Edition, strategy: Strategy, catalog: Catalog, state: State | None, changed: Comparison | None, *, latest: bool
) -> EditionView:
    day, sortable = _day(one, strategy)
    return EditionView(
        one.id, day, sortable, _act(one, strategy, catalog), latest, changed, None, _note(one, state, latest)
    )


def _note(one: Edition, state: State | None, latest: bool) -> Message | None:
    if state is not None:
        return state.note
    return None if latest else say("the text of the edition '{id}' is not kept: it names no revision", id=one.id)


def editions(strategy: Strategy) -> list[tuple[date, Edition | None]]:
    """The editions of *strategy*, each with its day; where none is listed, the approval alone."""
    found: list[tuple[date, Edition | None]] = [(_day(one, strategy)[1], one) for one in strategy.frame.editions]
    return found or [((strategy.approval_act.date or Moment(strategy.frame.year)).first, None)]


def _day(one: Edition, strategy: Strategy) -> tuple[Moment | None, date]:
    """The date of an edition or of its act, and the first day that it may mean."""
    approved = strategy.approval_act.date or Moment(strategy.frame.year)
    known = moment(one.date or (one.act.date if one.act else None))
    return known, (known or approved).first


def _act(edition: Edition, strategy: Strategy, catalog: Catalog) -> str:
    """The act that brought the edition about, as the document cites acts; empty if it is unknown."""
    if edition.act is None or strategy.profile is None:
        return ""
    act = link_act(edition.act, catalog.act_kinds, strategy.origin, edition.id)
    return act_text(act, strategy.profile.words)


def _shown(view: EditionView, side: Side | None, now: Side) -> StateView | None:
    """The strategy as it stood in a former edition."""
    if view.latest or side is None or side.strategy is None:
        return None
    strategy = side.strategy
    frame = strategy.frame
    pages = {(one.kind, one.id) for one in now.records.values()}
    region = now.strategy.id if now.strategy else strategy.id

    def target(kind: str, name: str, title: str) -> Target:
        return Target(title, entity_page(region, kind, name) if (kind, name) in pages else "")

    industries = tuple(
        StateIndustry(
            industry.title,
            tuple(
                StateProject(one.number, target("project", one.id, one.title), one.term.text or "",
                             tuple(body.short for body in one.responsible))
                for one in industry.projects
            ),
            tuple(_state_indicator(one, target("indicator", one.id, one.short)) for one in industry.indicators),
        )
        for industry in strategy.industries
    )  # fmt: skip
    years = {*strategy.years, *(year for one in strategy.indicators for year in one.plan)}
    results = tuple(one.text for one in strategy.card.results) if strategy.card else ()
    return StateView(
        strategy.title, (frame.period.from_, frame.period.to), strategy.goal.text if strategy.goal else "",
        cited(strategy), tuple(sorted(years)), results, tuple(one.title for one in strategy.tasks), industries,
    )  # fmt: skip


def _state_indicator(one: Indicator, target: Target) -> StateIndicator:
    return StateIndicator(
        target, one.unit.symbol if one.unit else "", one.direction, dict(one.plan), dict(one.uncertain)
    )


def _history(steps: _Steps, views: Mapping[str, EditionView]) -> dict[tuple[str, str], tuple[HistoryStep, ...]]:
    """What each edition did to each entity, the newest first."""
    found: dict[tuple[str, str], tuple[HistoryStep, ...]] = {}
    for name, changed in steps:
        for key, changes in changed.items():
            edition = views.get(name)
            day, act = (edition.day, edition.act) if edition else (None, "")
            found[key] = (HistoryStep(name, day, act, changes), *found.get(key, ()))
    return found


def _plans(strategy: Strategy, known: Mapping[str, Side]) -> dict[str, tuple[FormerPlan, ...]]:
    """For each indicator the plans of former editions, each that differs from the one that follows."""
    then = [
        (name, {one.id: one for one in side.strategy.indicators})
        for name, side in known.items()
        if side.strategy is not None and side.strategy is not strategy
    ]
    found: dict[str, tuple[FormerPlan, ...]] = {}
    for now in strategy.indicators if then else ():
        runs: list[tuple[list[str], Indicator]] = []
        for name, indicators in then:
            one = indicators.get(now.id)
            if one is None or not one.plan:
                continue
            if runs and _same_plan(runs[-1][1], one):
                runs[-1][0].append(name)
            else:
                runs.append(([name], one))
        if runs and _same_plan(runs[-1][1], now):
            runs.pop()
        if runs:
            found[now.id] = tuple(_former(names, one, now) for names, one in reversed(runs))
    return found


def _same_plan(one: Indicator, other: Indicator) -> bool:
    units = [each.unit.id if each.unit else None for each in (one, other)]
    return dict(one.plan) == dict(other.plan) and units[0] == units[1]


def _former(names: list[str], one: Indicator, now: Indicator) -> FormerPlan:
    units = [each.unit.id if each.unit else None for each in (one, now)]
    ends = (names[0],) if len(names) == 1 else (names[0], names[-1])
    symbol = one.unit.symbol if one.unit else ""
    return FormerPlan(ends, symbol, dict(one.plan), dict(one.uncertain), units[0] == units[1])


@immutable
class News:
    """The last edition of a region, for the home page.

    Args:
        edition: its id.
        day: when it came, as exact as it is known.
        sortable: the first day that may be meant.
        act: the act that brought it about, cited.
        changes: how many changes it brought; None for a first edition.
    """

    edition: str
    day: Moment | None
    sortable: date
    act: str
    changes: int | None


def news_of(found: RegionEditions) -> News | None:
    """The last edition; None if the strategy names none."""
    last = found.latest
    if last is None:
        return None
    return News(last.id, last.day, last.sortable, last.act, last.changed.total if last.changed else None)
