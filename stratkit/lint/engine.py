"""Runs the rules and turns what they find into diagnostics with exact places."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from stratkit.diagnostics import Diagnostic, Finding, Origin, Related, Severity, Span, say
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.suggest import closest
from stratkit.lint.rule import Rule
from stratkit.lint.rules import RULES
from stratkit.model.linked import Strategy, Workspace
from stratkit.source.positions import Locator

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
INTERNAL = "INT001"

# What these rules miss may stand in a file that cannot be read: they wait until it can.
_OF_THE_WHOLE = frozenset({"TRC", "DOC", "NEW"})


@dataclass(frozen=True)
class Selection:
    """Which rules count, and how much.

    Args:
        select: codes or beginnings of codes; empty means all that are not in preview.
        ignore: codes or beginnings of codes to leave out.
        severity: severities from the settings, by code; ``off`` leaves a rule out.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for code in (*self.select, *self.ignore, *self.severity):
            if not any(rule.code.startswith(code) for rule in RULES):
                near = closest(code, BY_CODE)
                hint = say("did you mean '{name}'?", name=near) if near else say("'stratkit explain' lists all rules")
                raise ConfigError(say("there is no rule '{code}'", code=code), hint)

    def severity_of(self, rule: Rule, own: Severity | None) -> Severity | None:
        """The severity of a finding of *rule*; None if it does not count."""
        if any(rule.code.startswith(code) for code in self.ignore):
            return None
        if self.select and not any(rule.code.startswith(code) for code in self.select):
            return None
        if not self.select and rule.status == "preview" and rule.code not in self.severity:
            return None
        configured = self.severity.get(rule.code)
        if configured == "off":
            return None
        return Severity[configured.upper()] if configured else own or rule.severity


def lint_workspace(
    workspace: Workspace,
    locator: Locator,
    selection: Selection | None = None,
    regions: Iterable[str] = (),
    timing: dict[str, float] | None = None,
) -> list[Diagnostic]:
    """Everything that is wrong with *workspace*, sorted by place.

    Args:
        workspace: what to judge.
        locator: finds lines and columns.
        selection: which rules count; by default the settings of the workspace decide.
        regions: only these; findings of the catalogue are always shown.
        timing: is filled with the seconds that each rule took.
    """
    selection = selection or Selection(severity=dict(workspace.settings.lint.severity))
    wanted = set(regions)
    chosen = [one for one in workspace.strategies.values() if not wanted or one.id in wanted]
    found: list[Finding] = list(workspace.findings)
    for rule in RULES:
        if selection.severity_of(rule, None) is None:
            continue
        start = time.perf_counter()
        found += _run(rule, workspace, chosen)
        if timing is not None:
            timing[rule.code] = time.perf_counter() - start
    diagnostics = (_diagnose(one, selection, locator) for one in found)
    kept = [one for one in diagnostics if one is not None and _wanted(one, wanted, workspace)]
    # The same place may be met twice, e.g. through two profiles; it is one finding.
    return sorted({(one.sort_key, str(one.message)): one for one in kept}.values(), key=lambda one: one.sort_key)


def _wanted(diagnostic: Diagnostic, wanted: set[str], workspace: Workspace) -> bool:
    folder = diagnostic.span.path.split("/")[0]
    return not wanted or folder in wanted or folder not in workspace.strategies


def _run(rule: Rule, workspace: Workspace, strategies: Iterable[Strategy]) -> list[Finding]:
    """The findings of one rule; a rule that breaks gives a finding of its own and stops nobody."""
    try:
        return [_stamped(one, rule) for one in _findings(rule, workspace, strategies)]
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        message = say(
            "the rule {code} broke: {problem} ({place})",
            code=rule.code,
            problem=f"{type(error).__name__}: {error}",
            place=f"{where.name}:{where.lineno}",
        )
        hint = say("report it; until it is mended, switch it off with --ignore {code}", code=rule.code)
        return [Finding(Span("stratkit.yaml"), message, hint, code=INTERNAL)]


def _findings(rule: Rule, workspace: Workspace, strategies: Iterable[Strategy]) -> Iterator[Finding]:
    if rule.check_workspace is not None:
        yield from rule.check_workspace(workspace)
    if rule.check_strategy is not None:
        for strategy in strategies:
            if strategy.unread and rule.group in _OF_THE_WHOLE:
                continue
            yield from rule.check_strategy(strategy, workspace)


def _stamped(finding: Finding, rule: Rule) -> Finding:
    return Finding(
        finding.place, finding.message, finding.hint, finding.related, rule.code, finding.severity, finding.subject
    )


def _diagnose(finding: Finding, selection: Selection, locator: Locator) -> Diagnostic | None:
    rule = BY_CODE[finding.code]
    severity = selection.severity_of(rule, finding.severity)
    if severity is None:
        return None
    place = finding.place
    return Diagnostic(
        code=finding.code,
        severity=severity,
        message=finding.message,
        span=locator.span(place),
        hint=finding.hint,
        related=tuple(Related(locator.span(where), text) for where, text in finding.related),
        subject=finding.subject,
        rule=rule.name,
        pointer="/".join(str(step) for step in place.pointer) if isinstance(place, Origin) else "",
    )
