"""What lint says of a website's data: of each region alone, and of all together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from stratkit.diagnostics import Diagnostic, Severity
from stratkit.lint.documentation import told
from stratkit.lint.engine import found_across, part_of_frame, part_of_region
from stratkit.lint.found import sheets_of
from stratkit.lint.parts import Part, as_json, part_of
from stratkit.lint.running import RuleRunner
from stratkit.lint.selection import BY_CODE, Selection
from stratkit.lint.told import Told
from stratkit.lint.verdict import Asked, verdict
from stratkit.lint.waivers import remarks, waive
from stratkit.load import Frame, RegionLoad
from stratkit.site.making.desk import Desk
from stratkit.site.making.reading import Judged
from stratkit.site.making.record import json_line
from stratkit.source import Locator
from stratkit.source.plain_json import plain_json


def judged(own: Desk, region: str) -> Judged:
    """What is wrong with a region, which is read for it unless that was done."""
    errors, shown = judge_region(own.frame, own.load(region), own.locator)
    codes = tuple(sorted({one.code for one in shown.found}))
    return Judged(json_line(as_json(errors)), json_line(as_json(shown)), len(shown.found), codes)


def explained(code: str) -> Told:
    """What a page of findings tells of a rule."""
    return told(BY_CODE[code].rule)


def all_errors(own: Desk, known: Mapping[str, bytes]) -> list[Diagnostic]:
    """The errors in the workspace; *known* is what :attr:`Judged.judged` says of each region."""
    parts = {name: part_of(plain_json(known[name])) for name in own.frame.regions if name in known}
    return errors_in(own.frame, own.locator, parts)


def judge_region(frame: Frame, load: RegionLoad, locator: Locator) -> tuple[Part, Part]:
    """What is wrong with one region: what :func:`errors_in` has to know of it, and what its pages show.

    Pages show what the region alone makes wrong, so that they need not be drawn anew when another one changes.
    """
    runner = RuleRunner(locator, Selection.of(frame.settings.lint), frame.settings, frame.catalog)
    part = part_of_region(runner, load)
    errors = replace(part, found=tuple(one for one in part.found if one.severity is Severity.ERROR))
    heard = [one for path in part.waived for one in remarks(locator.read(path), path)]
    if not heard:
        return errors, Part(part.found)
    alone = waive(list(part.found), heard, None, _judged_alone)
    return errors, Part(tuple(runner.diagnosed(alone.about)) + tuple(alone.findings))


def errors_in(frame: Frame, locator: Locator, parts: Mapping[str, Part]) -> list[Diagnostic]:
    """The errors in a workspace of which the regions *parts* were judged; rules that find none do not run."""
    selection = replace(Selection.of(frame.settings.lint), least=Severity.ERROR)
    runner = RuleRunner(locator, selection, frame.settings, frame.catalog)
    wanting = {name: origin for one in reversed(list(parts.values())) for name, origin in one.wanting.items()}
    gathered = {name: one.gathered for name, one in parts.items() if one.linked}
    across = sheets_of(runner.diagnosed([*frame.missing(wanting), *found_across(runner, gathered)]))
    listed = (part_of_frame(runner, frame), *parts.values())
    waived = [path for one in listed for path in one.waived]
    asked = Asked(frozenset(), frozenset(name for name, one in parts.items() if one.linked), None, None)
    sheets = [*(one.sheets for one in listed), across]
    return list(verdict(sheets, waived, asked, locator, lambda: runner).findings)


def _judged_alone(code: str, _path: str) -> bool:
    """Whether a finding of the rule *code* would have been found by looking at one region."""
    rule = BY_CODE.get(code)
    return rule is None or rule.looks == "region"
