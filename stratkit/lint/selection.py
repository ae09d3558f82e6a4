"""Which rules count where, and how much: the command line and ``stratkit.yaml`` together.

Rules are named by a code, by the beginning of a code, or by a pack: ``pack:typography``. What says more decides: a
code before its beginning, a beginning before a pack, and of two packs the one that is named last. A rule in preview is
switched on only by its whole code or by ``pack:strict``, in which all of them are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property

from stratkit.diagnostics import Message, Severity, say
from stratkit.diagnostics.errors import ConfigError, MissingExtra
from stratkit.diagnostics.suggest import closest
from stratkit.immutable import immutable
from stratkit.lint.index import INDEX
from stratkit.lint.packs import OPT_IN, PACKS, PREFIX
from stratkit.lint.rule import Header, Looks, Rule
from stratkit.lint.verdict import INTERNAL
from stratkit.model.kinds import path_pattern
from stratkit.model.workspace import Lint

BY_CODE: dict[str, Header] = {rule.code: rule for rule in INDEX}
GROUPS = tuple(dict.fromkeys(rule.code.rstrip("0123456789") for rule in INDEX))
"""The beginnings that codes have in common."""
_OFF, _ON = "off", "on"

Severities = Mapping[str, str]
"""Severities by code of rule, beginning of a code or pack."""


@immutable
class Selection:
    """Which rules count, and how much.

    Args:
        select: codes, beginnings of codes or packs; empty means all.
        ignore: codes, beginnings of codes or packs to leave out.
        severity: severities from the settings; ``off`` leaves a rule out, ``on`` keeps its own severity.
        regions: the same for single regions.
        paths: the same for files by pattern, in which ``*`` stands for one name; the last pattern that fits decides.
        least: findings that weigh less do not count, nor do rules that cannot find anything heavier.

    Raises:
        ConfigError: a code or a pack does not exist.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severities = field(default_factory=dict)
    regions: Mapping[str, Severities] = field(default_factory=dict)
    paths: Mapping[str, Severities] = field(default_factory=dict)
    least: Severity = Severity.INFO

    def __post_init__(self) -> None:
        scopes = (self.select, self.ignore, self.severity, *self.regions.values(), *self.paths.values())
        for entry in (entry for scope in scopes for entry in scope):
            rules_of(entry)

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

    def check_regions(self, known: Collection[str]) -> None:
        """Make sure that the regions with severities of their own are among the *known* ones.

        Raises:
            ConfigError: one is not.
        """
        for region in self.regions:
            if region not in known:
                found = closest(region, known)
                hint = say("did you mean '{name}'?", name=found) if found else None
                raise ConfigError(say("in stratkit.yaml, 'lint': there is no region '{id}'", id=region), hint)

    def check_extras(self) -> None:
        """Make sure that what the rules that count need is installed.

        Raises:
            MissingExtra: it is not.
        """
        needed = [rule.extra for rule in self.counting if rule.extra]
        if needed:
            from stratkit.lint import dictionary  # it brings words of Russian along

            if not dictionary.is_installed():
                raise MissingExtra(needed[0])

    @cached_property
    def counting(self) -> tuple[Header, ...]:
        """The rules of which findings can count somewhere."""
        return tuple(rule for rule in INDEX if self.counts(rule))

    def looking(self, *at: Looks) -> tuple[Rule, ...]:
        """Those of them that look at a region, at all, or at its history; the files of no others are loaded."""
        return tuple(rule.rule for rule in self.counting if rule.looks in at)

    def counts(self, rule: Header) -> bool:
        """Whether findings of *rule* can count anywhere: otherwise it need not run."""
        if rule.code == INTERNAL:
            return True
        if not self._chosen(rule):
            return False
        everywhere = (_level(configured, rule.heaviest) for configured in self._everywhere(rule))
        return any(self._weighs(found) for found in (self._plain(rule, rule.heaviest), *everywhere))

    def severity_of(self, rule: Header, own: Severity | None, path: str) -> Severity | None:
        """The severity of a finding of *rule* in the file *path*; None if it does not count.

        Args:
            rule: what found it.
            own: the severity that the finding brings along.
            path: where it is.
        """
        if rule.code == INTERNAL:
            return own or rule.severity  # what it would have found nobody knows: no choice of rules hides that
        if self.regions or self.paths:
            return self._severity(rule, own, path)
        # Asked for each finding, and the same in all files.
        if (rule.code, own) not in self._everywhere_alike:
            self._everywhere_alike[rule.code, own] = self._severity(rule, own, path)
        return self._everywhere_alike[rule.code, own]

    @cached_property
    def _everywhere_alike(self) -> dict[tuple[str, Severity | None], Severity | None]:
        return {}

    def _severity(self, rule: Header, own: Severity | None, path: str) -> Severity | None:
        if not self._chosen(rule):
            return None
        configured = next(filter(None, (_of(scope, rule) for scope in self._scopes(path))), None)
        found = self._plain(rule, own) if configured is None else _level(configured, own or rule.severity)
        return found if self._weighs(found) else None

    def _weighs(self, found: Severity | None) -> bool:
        return found is not None and found >= self.least

    def _chosen(self, rule: Header) -> bool:
        if any(_fits(entry, rule) for entry in self.ignore):
            return False
        return not self.select or any(_fits(entry, rule) for entry in self.select)

    def _plain(self, rule: Header, own: Severity | None) -> Severity | None:
        configured = _of(self.severity, rule)
        if configured is not None:
            return _level(configured, own or rule.severity)
        asked = rule.status != "preview" or any(_names(entry, rule) for entry in self.select)
        return own or rule.severity if asked else None

    def _everywhere(self, rule: Header) -> Iterator[str]:
        for scope in (*self.regions.values(), *self.paths.values()):
            configured = _of(scope, rule)
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


def _fits(entry: str, rule: Header) -> bool:
    """Whether *entry* speaks of *rule* among others."""
    return entry.removeprefix(PREFIX) in rule.packs if entry.startswith(PREFIX) else rule.code.startswith(entry)


def rules_of(entry: str) -> tuple[Header, ...]:
    """The rules of which a code, the beginning of a code or a pack speaks.

    Raises:
        ConfigError: there are none.
    """
    found = tuple(rule for rule in INDEX if entry and _fits(entry, rule))
    if not found:
        raise _unknown(entry)
    return found


def _names(entry: str, rule: Header) -> bool:
    """Whether *entry* speaks of *rule* in such a way that a preview is meant as well."""
    return entry == rule.code or (entry.removeprefix(PREFIX) in OPT_IN and _fits(entry, rule))


def _of(scope: Severities, rule: Header) -> str | None:
    """What *scope* says of *rule*; None: nothing, or nothing that reaches a preview."""
    fitting = [entry for entry in scope if _fits(entry, rule)]
    if rule.status == "preview" and not any(_names(entry, rule) for entry in fitting):
        fitting = [entry for entry in fitting if scope[entry] == _OFF]
    return scope[max(enumerate(fitting), key=_weight)[1]] if fitting else None


def _weight(entry: tuple[int, str]) -> tuple[int, int]:
    """What says more weighs more: the longer code, then any pack, and of packs the later one."""
    place, name = entry
    return (0, place) if name.startswith(PREFIX) else (len(name), 0)


def _level(configured: str, own: Severity) -> Severity | None:
    if configured == _OFF:
        return None
    return own if configured == _ON else Severity[configured.upper()]


def _unknown(entry: str) -> ConfigError:
    if entry.startswith(PREFIX):
        name = entry.removeprefix(PREFIX)
        found = closest(name, PACKS)
        hint = say("did you mean '{name}'?", name=PREFIX + found) if found else None
        packs = say("there are: {names}", names=", ".join(PACKS))
        return ConfigError(say("there is no pack of rules '{name}'", name=name), hint or packs)
    return ConfigError(
        say("there is no rule '{code}'", code=entry), near(entry, say("'stratkit explain' lists all rules"), GROUPS)
    )


def near(code: str, otherwise: Message, besides: Iterable[str] = ()) -> Message:
    """The hint for a code that does not exist; *besides* may have been meant too."""
    found = closest(code, (*BY_CODE, *besides))
    return say("did you mean '{name}'?", name=found) if found else otherwise
