"""Which rules count where, and how much: the command line and ``stratkit.yaml`` together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from stratkit.diagnostics import Message, Severity, say
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.suggest import closest
from stratkit.lint.rule import Rule
from stratkit.lint.rules import RULES
from stratkit.model.kinds import path_pattern
from stratkit.model.linked import Workspace
from stratkit.model.workspace import Lint

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
_OFF = "off"

Severities = Mapping[str, str]
"""Severities by code of rule or by beginning of a code; the longest one decides."""


@dataclass(frozen=True)
class Selection:
    """Which rules count, and how much.

    Args:
        select: codes or beginnings of codes; empty means all that are not in preview.
        ignore: codes or beginnings of codes to leave out.
        severity: severities from the settings; ``off`` leaves a rule out.
        regions: the same for single regions.
        paths: the same for files by pattern, in which ``*`` stands for one name; the last pattern that fits decides.

    Raises:
        ConfigError: a code does not exist.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severities = field(default_factory=dict)
    regions: Mapping[str, Severities] = field(default_factory=dict)
    paths: Mapping[str, Severities] = field(default_factory=dict)

    def __post_init__(self) -> None:
        scopes = (self.select, self.ignore, self.severity, *self.regions.values(), *self.paths.values())
        for code in (code for scope in scopes for code in scope):
            if not code or not any(rule.code.startswith(code) for rule in RULES):
                hint = say("'stratkit explain' lists all rules")
                raise ConfigError(say("there is no rule '{code}'", code=code), near(code, hint))

    @classmethod
    def of(cls, settings: Lint, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Selection:
        """What *settings* say, overruled by what was asked for: *select* in place of theirs, *ignore* besides theirs."""
        try:
            cls(settings.select, settings.ignore, settings.severity, settings.regions, settings.paths)
        except ConfigError as error:
            raise ConfigError(say("in stratkit.yaml: {problem}", problem=error.message), error.hint) from error
        return cls(
            select or settings.select, (*ignore, *settings.ignore), settings.severity, settings.regions, settings.paths
        )

    def check_regions(self, workspace: Workspace) -> None:
        """Make sure that the regions with severities of their own exist.

        Raises:
            ConfigError: one does not.
        """
        known = {path.split("/")[0] for path in workspace.unread} | set(workspace.strategies)
        for region in self.regions:
            if region not in known:
                found = closest(region, known)
                hint = say("did you mean '{name}'?", name=found) if found else None
                raise ConfigError(say("in stratkit.yaml, 'lint': there is no region '{id}'", id=region), hint)

    def counts(self, rule: Rule) -> bool:
        """Whether findings of *rule* can count anywhere: otherwise it need not run."""
        if not self._chosen(rule):
            return False
        return any(found != _OFF for found in self._everywhere(rule)) or self._plain(rule, None) is not None

    def severity_of(self, rule: Rule, own: Severity | None, path: str) -> Severity | None:
        """The severity of a finding of *rule* in the file *path*; None if it does not count.

        Args:
            rule: what found it.
            own: the severity that the finding brings along.
            path: where it is.
        """
        if not self._chosen(rule):
            return None
        for scope in self._scopes(path):
            configured = _of(scope, rule.code)
            if configured is not None:
                return None if configured == _OFF else Severity[configured.upper()]
        return self._plain(rule, own)

    def _chosen(self, rule: Rule) -> bool:
        left_out = rule.code.startswith(self.ignore) if self.ignore else False
        return not left_out and (not self.select or rule.code.startswith(self.select))

    def _plain(self, rule: Rule, own: Severity | None) -> Severity | None:
        configured = _of(self.severity, rule.code)
        if configured is not None:
            return None if configured == _OFF else Severity[configured.upper()]
        return None if rule.status == "preview" and not self.select else own or rule.severity

    def _everywhere(self, rule: Rule) -> Iterator[str]:
        for scope in (*self.regions.values(), *self.paths.values()):
            configured = _of(scope, rule.code)
            if configured is not None:
                yield configured

    def _scopes(self, path: str) -> Iterator[Severities]:
        for pattern, scope in self._patterns:
            if pattern.match(path):
                yield scope
        region = self.regions.get(path.partition("/")[0])
        if region is not None:
            yield region

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], Severities]]:
        return [(path_pattern(pattern), scope) for pattern, scope in reversed(list(self.paths.items()))]


def _of(scope: Severities, code: str) -> str | None:
    """What *scope* says of *code*: the longest entry that fits decides."""
    fitting = [entry for entry in scope if code.startswith(entry)]
    return scope[max(fitting, key=len)] if fitting else None


def near(code: str, otherwise: Message) -> Message:
    """The hint for a code that does not exist."""
    found = closest(code, BY_CODE)
    return say("did you mean '{name}'?", name=found) if found else otherwise
