"""Judging a workspace that is at hand, or one part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from stratkit.diagnostics import Diagnostic, Finding, Severity
from stratkit.lint.found import merged, sheets_of
from stratkit.lint.parts import Part
from stratkit.lint.running import RuleRunner
from stratkit.lint.selection import Selection
from stratkit.lint.verdict import Asked, Verdict, verdict
from stratkit.load.pair import Pair
from stratkit.load.workspace import Frame, RegionLoad
from stratkit.model.linked import Strategy, Workspace
from stratkit.source.positions import Locator


def lint_workspace(
    workspace: Workspace,
    locator: Locator,
    regions: Iterable[str] = (),
    *,
    least: Severity = Severity.INFO,
) -> list[Diagnostic]:
    """Everything that is wrong with *workspace* and that nobody lets pass, sorted by place; :func:`judge` says more.

    Args:
        workspace: what to judge.
        locator: finds lines and columns.
        regions: only these; findings of the catalogue are always shown.
        least: only what weighs as much; rules that cannot find that do not run, nor make a waiver unused.
    """
    selection = replace(Selection.of(workspace.settings.lint), least=least)
    return list(judge(workspace, locator, selection, regions).findings)


def judge(
    workspace: Workspace,
    locator: Locator,
    selection: Selection | None = None,
    regions: Iterable[str] = (),
    *,
    today: date | None = None,
    history: Pair | None = None,
) -> Verdict:
    """Everything that is wrong with *workspace*.

    Args:
        workspace: what to judge.
        locator: finds lines and columns.
        selection: which rules count; by default the settings of the workspace decide.
        regions: only these; findings of the catalogue are always shown.
        today: the day on which waivers are judged; None: they hold for good.
        history: a former state and this one; without it the rules about history do not run.

    Raises:
        ConfigError: the settings name rules or regions that do not exist.
    """
    if selection is None:
        selection = Selection.of(workspace.settings.lint)
    selection.check_regions({path.partition("/")[0] for path in workspace.unread}.union(workspace.strategies))
    runner = RuleRunner(locator, selection, workspace.settings, workspace.catalog)
    asked = Asked(frozenset(regions), frozenset(workspace.strategies), today, history)
    loading = runner.diagnosed(one for one in workspace.findings if asked.wanted(one.place.path))
    parts = {"": Part(tuple(loading), workspace.waived, unread=workspace.unread)}
    for region, strategy in workspace.strategies.items():
        part = _gathered(runner, strategy)
        alone = runner.diagnosed(runner.of_region(strategy)) if asked.wanted(f"{region}/") else []
        parts[region] = replace(part, found=tuple(merged([*part.found, *alone])))
    gathered = {region: part.gathered for region, part in parts.items() if part.linked}
    lost = any(path.endswith(FRAME) for path in workspace.unread)
    across = sheets_of(runner.diagnosed(found_across(runner, gathered, history, lost=lost)))
    waived = [path for part in parts.values() for path in part.waived]
    sheets = [*(part.sheets for part in parts.values()), across]
    return verdict(sheets, waived, asked, locator, lambda: runner, unread=workspace.unread)


FRAME = "/strategy.yaml"
"""How the path of the file ends without which there is no strategy of a region."""


def part_of_frame(runner: RuleRunner, frame: Frame) -> Part:
    """What is wrong with what all regions stand on."""
    found = runner.diagnosed([*frame.passed_over, *frame.reading, *frame.linking, *frame.strays])
    return Part(tuple(found), waived=frame.waived, unread=frame.unread)


def gathered_part(runner: RuleRunner, load: RegionLoad) -> Part:
    """What the others have to know of one region, and what went wrong on the way to it."""
    part = _gathered(runner, load.strategy) if load.strategy is not None else Part(())
    return replace(part, waived=load.waived, wanting=load.wanting, unread=load.unread)


def _gathered(runner: RuleRunner, strategy: Strategy) -> Part:
    gathered, broken = runner.gathered(strategy)
    return Part(tuple(runner.diagnosed(broken)), linked=True, gathered=gathered)


def part_of_region(runner: RuleRunner, load: RegionLoad, known: Part | None = None, *, whole: bool = True) -> Part:
    """What is wrong with one region, and what the others have to know of it.

    Args:
        runner: runs the rules.
        load: the region.
        known: what :func:`gathered_part` gives, if it was asked for before.
        whole: False leaves out the rules that look at this region alone.
    """
    part = known or gathered_part(runner, load)
    alone = runner.of_region(load.strategy) if whole and load.strategy is not None else ()
    found = runner.diagnosed([*load.findings, *alone])
    return replace(part, found=tuple(merged([*part.found, *found]) if part.found else found))


def found_across(
    runner: RuleRunner,
    gathered: Mapping[str, Mapping[str, Any]],
    history: Pair | None = None,
    *,
    lost: bool = False,
) -> Iterator[Finding]:
    """What no region shows alone.

    Args:
        runner: runs the rules.
        gathered: what the rules have to know of each region of which there is a strategy, by region and code.
        history: a former state and this one.
        lost: there are regions of which there is no strategy.
    """
    yield from runner.across(gathered, lost=lost)
    if history is not None:
        former = history.old.strategies
        yield from runner.history((former[one.id], one) for one in history.new.strategies.values() if one.id in former)
