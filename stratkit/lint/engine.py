"""Runs the rules and turns what they find into diagnostics with exact places."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from stratkit.diagnostics import Diagnostic, Finding, Fix, Origin, Related, Span, say
from stratkit.lint.rule import Rule
from stratkit.lint.rules import RULES
from stratkit.lint.selection import BY_CODE, Selection
from stratkit.lint.waivers import remarks, waive
from stratkit.load.pair import Pair
from stratkit.model.linked import Strategy, Workspace
from stratkit.source.edits import fix_of
from stratkit.source.positions import Locator

INTERNAL = "INT001"

# What these rules miss may stand in a file that cannot be read: they wait until it can.
_OF_THE_WHOLE = frozenset({"TRC", "DOC", "NEW"})


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
    selection.check_regions(workspace)
    run = _Run(workspace, locator, selection, frozenset(regions), history)
    found = run.diagnosed([*workspace.findings, *run.findings(timing)])
    heard = [one for path in workspace.waived if run.wanted(path) for one in remarks(locator.read(path), path)]
    if not heard:
        return Verdict(tuple(found), (), run.judged)
    result = waive(found, heard, today, run.judged)
    about = run.diagnosed(result.about)
    return Verdict(tuple(_sorted([*result.findings, *about])), tuple(_sorted(result.waived)), run.judged)


def _sorted(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(found, key=lambda one: one.sort_key)


@dataclass(frozen=True)
class _Run:
    """One run of the rules: what :func:`judge` was asked for."""

    workspace: Workspace
    locator: Locator
    selection: Selection
    regions: frozenset[str]
    history: Pair | None

    def wanted(self, path: str) -> bool:
        """Whether a finding in the file *path* was asked for."""
        folder = path.partition("/")[0]
        return not self.regions or folder in self.regions or folder not in self.workspace.strategies

    def judged(self, code: str, path: str) -> bool:
        """Whether a finding of the rule *code* in the file *path* would have been found and counted."""
        rule = BY_CODE.get(code)
        if rule is None:
            return True  # a rule that there no longer is finds nothing anywhere
        ran = rule.check_history is None or self.history is not None
        return ran and self.wanted(path) and self.selection.severity_of(rule, None, path) is not None

    def findings(self, timing: dict[str, float] | None) -> Iterator[Finding]:
        """What all rules find."""
        for rule in RULES:
            if self.selection.counts(rule):
                start = time.perf_counter()
                yield from self._of(rule)
                if timing is not None:
                    timing[rule.code] = time.perf_counter() - start

    def _of(self, rule: Rule) -> list[Finding]:
        """The findings of one rule; a rule that breaks gives a finding of its own and stops nobody."""
        try:
            return [replace(one, code=rule.code) for one in self._raw(rule)]
        except Exception as error:  # noqa: BLE001 - whatever a rule does wrong, the others have to run
            where = traceback.extract_tb(error.__traceback__)[-1]
            message = say(
                "the rule {code} broke: {problem} ({place})",
                code=rule.code,
                problem=f"{type(error).__name__}: {error}",
                place=f"{where.name}:{where.lineno}",
            )
            hint = say("report it; until it is mended, switch it off with --ignore {code}", code=rule.code)
            return [Finding(Span("stratkit.yaml"), message, hint, code=INTERNAL)]

    def _raw(self, rule: Rule) -> Iterator[Finding]:
        if rule.check_workspace is not None:
            yield from rule.check_workspace(self.workspace)
        if rule.check_strategy is not None:
            for strategy in self._chosen(self.workspace):
                if not (strategy.unread and rule.group in _OF_THE_WHOLE):
                    yield from rule.check_strategy(strategy, self.workspace)
        if rule.check_history is not None and self.history is not None:
            for strategy in self._chosen(self.history.new):
                old = self.history.old.strategies.get(strategy.id)
                if old is not None:
                    yield from rule.check_history(old, strategy)

    def _chosen(self, workspace: Workspace) -> list[Strategy]:
        return [one for one in workspace.strategies.values() if not self.regions or one.id in self.regions]

    def diagnosed(self, found: Iterable[Finding]) -> list[Diagnostic]:
        """Findings with exact places, sorted; those that do not count are left out."""
        diagnostics = (self._diagnose(one) for one in found if self.wanted(one.place.path))
        # The same place may be met twice, e.g. through two profiles; it is one finding.
        kept = {(one.sort_key, str(one.message)): one for one in diagnostics if one is not None}
        return _sorted(kept.values())

    def _diagnose(self, finding: Finding) -> Diagnostic | None:
        rule = BY_CODE[finding.code]
        place = finding.place
        severity = self.selection.severity_of(rule, finding.severity, place.path)
        if severity is None:
            return None
        return Diagnostic(
            code=finding.code,
            severity=severity,
            message=finding.message,
            span=self.locator.span(place),
            hint=finding.hint,
            related=tuple(Related(self.locator.span(where), text) for where, text in finding.related),
            subject=finding.subject,
            rule=rule.name,
            pointer="/".join(str(step) for step in place.pointer) if isinstance(place, Origin) else "",
            fix=self._fix(finding),
        )

    def _fix(self, finding: Finding) -> Fix | None:
        span = self.locator.scalar(finding.place) if finding.rewrite is not None else None
        if finding.rewrite is None or span is None:
            return None
        return fix_of(finding.rewrite, self.locator.read(span.path), span)
