"""What follows from what was found in all parts of a workspace; the rules are loaded only if somebody has to ask them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from stratkit.diagnostics import Diagnostic
from stratkit.immutable import immutable
from stratkit.lint.found import Found, Sheet, in_order, joined, sheet_of

if TYPE_CHECKING:
    from stratkit.lint.running import RuleRunner
    from stratkit.load.pair import Pair
    from stratkit.source.positions import Locator

INTERNAL = "INT001"
"""The code of a finding that says that a rule broke."""

Sheets = Mapping[str, Sheet]
"""What was found in each file of a part, by path."""


@immutable
class Verdict:
    """What was found, sorted by place.

    Args:
        findings: what counts.
        waived: what editors let pass by comments beside it, each with its waiver.
        judged: whether a finding of a rule in a file would have been found and counted by this run.
    """

    findings: Found
    waived: tuple[Diagnostic, ...]
    judged: Callable[[str, str], bool]


@immutable
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
    parts: Iterable[Sheets],
    waived: Iterable[str],
    asked: Asked,
    locator: Locator,
    runner: Callable[[], RuleRunner],
    join: Callable[[Sequence[Sheet]], Sheet] = joined,
    unread: Iterable[str] = (),
) -> Verdict:
    """What follows from what was found in all parts and across them.

    Args:
        parts: what each of them shows alone, and what none does, what all regions stand on first.
        waived: the files that may hold suppressions.
        asked: what the run is about.
        locator: reads the files that may hold suppressions.
        runner: gives what knows the rules; asked for only when somebody has to know them.
        join: makes one of several sheets of a file, or one that is drawn of one that is not.
        unread: the files of which nothing could be used.
    """
    by_path: defaultdict[str, list[Sheet]] = defaultdict(list)
    for part in parts:
        for path, sheet in part.items():
            by_path[path].append(sheet)
    sheets = {
        path: found[0] if len(found) == 1 and found[0].drawn is not None else join(found)
        for path, found in by_path.items()
        if asked.wanted(path)
    }
    judged = _judged(asked, runner, frozenset(unread))
    paths = sorted({path for path in waived if asked.wanted(path)})
    passed = _waive(sheets, paths, asked, locator, runner, judged) if paths else []
    return Verdict(Found(sheets[path] for path in sorted(sheets)), tuple(in_order(passed)), judged)


def _judged(asked: Asked, runner: Callable[[], RuleRunner], unread: Collection[str]) -> Callable[[str, str], bool]:
    """Whether a finding of a rule in a file would have been found and counted."""
    # What no region owns is what all of them stand on.
    lacking = {folder if (folder := path.partition("/")[0]) in asked.linked else "" for path in unread}

    def judged(code: str, path: str) -> bool:
        from stratkit.lint.selection import BY_CODE

        rule = BY_CODE.get(code)
        if rule is None:
            return True  # a rule that there no longer is finds nothing anywhere
        ran = rule.looks != "history" or asked.history is not None
        if lacking:
            waited = rule.waits and not lacking.isdisjoint({"", path.partition("/")[0]})
            ran = ran and path not in unread and not waited
        return ran and asked.wanted(path) and runner().selection.severity_of(rule, None, path) is not None

    return judged


def _waive(
    sheets: dict[str, Sheet],
    paths: Iterable[str],
    asked: Asked,
    locator: Locator,
    runner: Callable[[], RuleRunner],
    judged: Callable[[str, str], bool],
) -> list[Diagnostic]:
    """Let pass what the comments in the files *paths* allow; *sheets* hold then what is left, and what of them is wrong."""
    from stratkit.lint.waivers import remarks, waive

    passed: list[Diagnostic] = []
    for path in paths:
        heard = list(remarks(locator.read(path), path))
        if not heard:
            continue
        result = waive(sheets[path].found if path in sheets else (), heard, asked.today, judged)
        left = in_order([*result.findings, *runner().diagnosed(result.about)])
        sheets.pop(path, None)
        if left:
            sheets[path] = sheet_of(left)
        passed += result.waived
    return passed
