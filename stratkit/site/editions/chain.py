"""The chain of editions of a strategy -> what pages, feed and home page show of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from stratkit.diagnostics.errors import RevisionError
from stratkit.diff import Side
from stratkit.load.editions import frames
from stratkit.model.linked import Catalog, Indicator, Strategy
from stratkit.model.strategy import Edition
from stratkit.site.editions.changes import Telling, cited, entity_page
from stratkit.site.editions.listed import listed_view
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


def chained(strategy: Strategy, catalog: Catalog, tree: Tree | None) -> RegionEditions:
    """What the website shows of the editions of *strategy*, some of which name a revision.

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
    view = listed_view(one, strategy, catalog, latest=latest)
    return replace(view, changed=changed, note=view.note if state is None else state.note)


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
