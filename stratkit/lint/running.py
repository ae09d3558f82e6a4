"""The rules at work: on one region, across regions from what was gathered of each, and on two states of a region."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field

from stratkit.diagnostics import Diagnostic, Finding, Fix, Origin, Related, Rewrite, Span, say
from stratkit.immutable import immutable
from stratkit.lint.found import merged
from stratkit.lint.rule import Gathered, HistoryCheck, Rule
from stratkit.lint.selection import BY_CODE, Selection
from stratkit.lint.verdict import INTERNAL
from stratkit.model.linked import Catalog, Strategy, Workspace
from stratkit.model.workspace import Settings
from stratkit.source.edits import fix_of
from stratkit.source.positions import Locator


@immutable
class RuleRunner:
    """Runs the rules that count and turns what they find into diagnostics.

    Args:
        locator: finds lines and columns.
        selection: which rules count.
        settings: of the workspace.
        catalog: what regions share.
        seconds: is filled with the time that each rule took.

    Raises:
        MissingExtra: a rule that counts needs libraries that are not installed.
    """

    locator: Locator
    selection: Selection
    settings: Settings
    catalog: Catalog
    seconds: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.selection.check_extras()

    def of_region(self, strategy: Strategy) -> list[Finding]:
        """What the rules find that look at one region; they see the catalogue and no other region."""
        alone = Workspace(
            title=self.settings.title,
            settings=self.settings,
            catalog=self.catalog,
            strategies={strategy.id: strategy},
            findings=(),
        )
        found: list[Finding] = []
        for rule in self.selection.looking("region"):
            check = rule.check_strategy
            if check is not None and not (strategy.unread and rule.waits):
                found += self._run(rule, check, strategy, alone)
        return found

    def gathered(self, strategy: Strategy) -> tuple[dict[str, Gathered], list[Finding]]:
        """What the rules across regions have to know of a region, by code, and a finding for each that broke.

        Nothing for those that wait until all its files can be read: what nobody uses may be used there.
        """
        gathered: dict[str, Gathered] = {}
        broken: list[Finding] = []
        for rule in self.selection.looking("regions"):
            if rule.gather is not None and not (strategy.unread and rule.waits):
                start = time.perf_counter()
                try:
                    gathered[rule.code] = rule.gather(strategy)
                except Exception as error:  # noqa: BLE001 - whatever a rule does wrong, the others have to run
                    broken.append(_broken(rule, error))
                self._took(rule, start)
        return gathered, broken

    def across(self, gathered: Mapping[str, Mapping[str, Gathered]], *, lost: bool = False) -> list[Finding]:
        """What the rules across regions find.

        Args:
            gathered: what they have to know, by region and code; a rule that broke on a region does not run.
            lost: of a region there is no strategy: rules that wait do not run.
        """
        found: list[Finding] = []
        for rule in self.selection.looking("regions"):
            check = rule.check_workspace
            if (
                check is not None
                and not (lost and rule.waits)
                and all(rule.code in known for known in gathered.values())
            ):
                known = {region: by_code[rule.code] for region, by_code in gathered.items()}
                found += self._run(rule, check, self.catalog, known)
        return found

    def history(self, pairs: Iterable[tuple[Strategy, Strategy]]) -> list[Finding]:
        """What the rules find that look at a region as it was and as it is."""
        listed = list(pairs)
        found: list[Finding] = []
        for rule in self.selection.looking("history"):
            check = rule.check_history
            if check is not None:
                found += self._run(rule, _all_pairs, check, listed)
        return found

    def _run(self, rule: Rule, check: Callable[..., Iterable[Finding]], *seen: object) -> list[Finding]:
        """The findings of one rule; a rule that breaks gives a finding of its own and stops nobody."""
        start = time.perf_counter()
        try:
            return [_named(one, rule.code) for one in check(*seen)]
        except Exception as error:  # noqa: BLE001 - whatever a rule does wrong, the others have to run
            return [_broken(rule, error)]
        finally:
            self._took(rule, start)

    def _took(self, rule: Rule, start: float) -> None:
        self.seconds[rule.code] = self.seconds.get(rule.code, 0.0) + time.perf_counter() - start

    def diagnosed(self, found: Iterable[Finding]) -> list[Diagnostic]:
        """Findings with exact places, sorted; those that do not count are left out."""
        return merged(one for one in map(self._diagnose, found) if one is not None)

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
            related=tuple([Related(self.locator.span(where), text) for where, text in finding.related]),
            subject=finding.subject,
            rule=rule.name,
            pointer="/".join(map(str, place.pointer)) if isinstance(place, Origin) else "",
            place=self.locator.name(place),
            fix=None if finding.rewrite is None else self._fix(finding, finding.rewrite),
        )

    def _fix(self, finding: Finding, rewrite: Rewrite) -> Fix | None:
        span = self.locator.scalar(finding.place)
        return None if span is None else fix_of(rewrite, self.locator.read(span.path), span)


def _named(one: Finding, code: str) -> Finding:
    """*one* as a finding of the rule *code*."""
    return Finding(
        one.place, one.message, one.hint, one.related, code, one.severity, one.subject, one.rewrite
    )  # dataclasses.replace takes five times as long


def _all_pairs(check: HistoryCheck, pairs: Iterable[tuple[Strategy, Strategy]]) -> Iterator[Finding]:
    return (one for old, new in pairs for one in check(old, new))


def _broken(rule: Rule, error: Exception) -> Finding:
    where = traceback.extract_tb(error.__traceback__)[-1]
    message = say(
        "the rule {code} broke: {problem} ({place})",
        code=rule.code,
        problem=f"{type(error).__name__}: {error}",
        place=f"{where.name}:{where.lineno}",
    )
    hint = say("report it; until it is mended, switch it off with --ignore {code}", code=rule.code)
    return Finding(Span("stratkit.yaml"), message, hint, code=INTERNAL)
