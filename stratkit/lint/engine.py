"""Judging a workspace that is at hand, and what follows from the parts of any workspace once they are judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from stratkit.diagnostics import Diagnostic, Finding
from stratkit.lint.parts import Part
from stratkit.lint.running import INTERNAL, RuleRunner, in_order, merged
from stratkit.lint.selection import BY_CODE, Selection
from stratkit.lint.waivers import remarks, waive
from stratkit.load.pair import Pair
from stratkit.load.workspace import Frame, RegionLoad
from stratkit.model.linked import Strategy, Workspace
from stratkit.source.positions import Locator

__all__ = [
    "INTERNAL", "Asked", "Verdict", "found_across", "judge", "lint_workspace", "part_of_frame", "part_of_region",
    "verdict",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found, sorted by place.

    Args:
        findings: what counts.
        waived: what editors let pass by comments beside it, each with its waiver.
        judged: whether a finding of a rule in a file would have been found and counted by this run.
    """

    findings: tuple[Diagnostic, ...]
    waived: tuple[Diagnostic, ...]
    judged: Callable[[str, str], bool]


def lint_workspace(
    workspace: Workspace,
    locator: Locator,
    selection: Selection | None = None,
    regions: Iterable[str] = (),
) -> list[Diagnostic]:
    """Everything that is wrong with *workspace* and that nobody lets pass, sorted by place; :func:`judge` says more.

    Args:
        workspace: what to judge.
        locator: finds lines and columns.
        selection: which rules count; by default the settings of the workspace decide.
        regions: only these; findings of the catalogue are always shown.
    """
    return list(judge(workspace, locator, selection, regions).findings)


def judge(
    workspace: Workspace,
    locator: Locator,
    selection: Selection | None = None,
    regions: Iterable[str] = (),
    *,
    today: date | None = None,
    history: Pair | None = None,
    timing: dict[str, float] | None = None,
) -> Verdict:
    """Everything that is wrong with *workspace*.

    Args:
        workspace: what to judge.
        locator: finds lines and columns.
        selection: which rules count; by default the settings of the workspace decide.
        regions: only these; findings of the catalogue are always shown.
        today: the day on which waivers are judged; None: they hold for good.
        history: a former state and this one; without it the rules about history do not run.
        timing: is filled with the seconds that each rule took.

    Raises:
        ConfigError: the settings name rules or regions that do not exist.
    """
    if selection is None:
        selection = Selection.of(workspace.settings.lint)
    selection.check_regions({path.partition("/")[0] for path in workspace.unread}.union(workspace.strategies))
    seconds = timing if timing is not None else {}
    runner = RuleRunner(locator, selection, workspace.settings, workspace.catalog, seconds)
    asked = Asked(frozenset(regions), frozenset(workspace.strategies), today, history)
    loading = runner.diagnosed(one for one in workspace.findings if asked.wanted(one.place.path))
    parts = {"": Part(tuple(loading), workspace.waived)}
    for region, strategy in workspace.strategies.items():
        parts[region] = _judged(runner, strategy, whole=asked.wanted(f"{region}/"))
    across = runner.diagnosed(found_across(runner, parts, history))
    return verdict(parts.values(), across, asked, locator, lambda: runner)


def part_of_frame(runner: RuleRunner, frame: Frame) -> Part:
    """What is wrong with what all regions stand on."""
    found = runner.diagnosed([*frame.passed_over, *frame.reading, *frame.linking, *frame.strays])
    return Part(tuple(found), waived=frame.waived)


def part_of_region(runner: RuleRunner, load: RegionLoad, *, whole: bool = True) -> Part:
    """What is wrong with one region, and what the others have to know of it.

    Args:
        runner: runs the rules.
        load: the region.
        whole: False leaves out the rules that look at this region alone.
    """
    part = _judged(runner, load.strategy, whole=whole) if load.strategy is not None else Part(())
    found = merged([*runner.diagnosed(load.findings), *part.found])
    return Part(tuple(found), load.waived, load.strategy is not None, part.gathered, load.wanting)


def _judged(runner: RuleRunner, strategy: Strategy, *, whole: bool) -> Part:
    gathered, broken = runner.gathered(strategy)
    found = [*broken, *(runner.of_region(strategy) if whole else ())]
    return Part(tuple(runner.diagnosed(found)), linked=True, gathered=gathered)


def found_across(runner: RuleRunner, parts: Mapping[str, Part], history: Pair | None = None) -> Iterator[Finding]:
    """What no region shows alone.

    Args:
        runner: runs the rules.
        parts: by region; what all regions stand on under the empty name.
        history: a former state and this one.
    """
    yield from runner.across({region: part.gathered for region, part in parts.items() if part.linked})
    if history is not None:
        former = history.old.strategies
        yield from runner.history((former[one.id], one) for one in history.new.strategies.values() if one.id in former)


@dataclass(frozen=True)
class Asked:
    """What a run is about.

    Args:
        regions: only these; empty: all.
        linked: the regions of which there is a strategy.
        today: the day on which waivers are judged; None: they hold for good.
        history: a former state and this one.
    """

    regions: frozenset[str]
    linked: frozenset[str]
    today: date | None
    history: Pair | None

    def wanted(self, path: str) -> bool:
        """Whether a finding in the file *path* was asked for."""
        folder = path.partition("/")[0]
        return not self.regions or folder in self.regions or folder not in self.linked


def verdict(
    parts: Iterable[Part],
    across: Iterable[Diagnostic],
    asked: Asked,
    locator: Locator,
    runner: Callable[[], RuleRunner],
) -> Verdict:
    """What follows from what was found in all parts and across them.

    Args:
        parts: all of them, what all regions stand on first.
        across: what no part shows alone.
        asked: what the run is about.
        locator: reads the files that may hold suppressions.
        runner: gives what knows the rules; asked for only when somebody has to know them.
    """

    def judged(code: str, path: str) -> bool:
        rule = BY_CODE.get(code)
        if rule is None:
            return True  # a rule that there no longer is finds nothing anywhere
        ran = rule.check_history is None or asked.history is not None
        return ran and asked.wanted(path) and runner().selection.severity_of(rule, None, path) is not None

    listed = list(parts)
    found = merged(
        one for group in (*(part.found for part in listed), across) for one in group if asked.wanted(one.span.path)
    )
    paths = [path for part in listed for path in part.waived if asked.wanted(path)]
    heard = [one for path in sorted(paths) for one in remarks(locator.read(path), path)]
    if not heard:
        return Verdict(tuple(found), (), judged)
    result = waive(found, heard, asked.today, judged)
    about = runner().diagnosed(result.about)
    return Verdict(tuple(in_order([*result.findings, *about])), tuple(in_order(result.waived)), judged)
