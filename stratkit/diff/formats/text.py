"""For people at a terminal: entity by entity, with figures, words and places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from stratkit.diagnostics import mark
from stratkit.diagnostics.visible import visible
from stratkit.diff.change import APPEARED, VANISHED, Change, Direction, Weight
from stratkit.diff.formats.markdown import NOT_COMPARED
from stratkit.diff.formats.report import SIGNS, Report, is_text, summary
from stratkit.diff.wording import redline

_COLORS = {Direction.UP: "32", Direction.DOWN: "31;1", Direction.NEUTRAL: "36"}
_KEPT = 40
_UNUSED, _CONCERNED, _REASON = mark("a reason that fits no change"), mark("projects concerned"), mark("reason")
WEIGHTS = {Weight.ACT: mark("needs an act"), Weight.TECHNICAL: mark("technical")}


def render(report: Report) -> str:
    """The whole report."""
    lines: list[str] = []
    for region, changes in report.regions.items():
        lines.append(_paint(report, visible(region), "1"))
        for _, group in groupby(changes, key=lambda one: (one.entity, one.id)):
            lines += entity_lines(report, list(group))
        lines.append("")
    translate = report.translate
    lines += [f"{translate(NOT_COMPARED)}: {visible(report.words(one))}" for one in report.trouble]
    lines += [f"{translate(_UNUSED)}: {visible(one)}" for one in report.unused]
    lines.append(summary(report))
    return "\n".join(lines) + "\n"


def entity_lines(report: Report, changes: list[Change]) -> Iterator[str]:
    """The changes of one entity."""
    translate = report.translate
    yield f"  {visible(report.heading(changes[0]))}"
    for one in changes:
        sign = _paint(report, SIGNS[one.direction], _COLORS[one.direction])
        before, after = report.span(one)
        places = " → ".join(dict.fromkeys(str(place) for place in (before, after) if place))
        yield f"    {sign} {visible(report.sentence(one))}: {value_words(report, one)}"
        aside = f"{translate(WEIGHTS[one.weight])}, {one.fingerprint}"
        yield f"      {_paint(report, visible(places), '2')} [{aside}]"
        if one.affects:
            yield f"      {translate(_CONCERNED)}: {', '.join(one.affects)}"
        if one.reason is not None:
            yield f"      {translate(_REASON)}: {visible(one.reason)}"
    yield ""


def value_words(report: Report, one: Change) -> str:
    """The values before and after, in one line; texts with the words that changed."""
    if is_text(one) and "«" not in report.value(one, one.old):
        return _redline(report, one.old, one.new)
    if one.kind in APPEARED:
        return f"+ {visible(report.value(one, one.new))}"
    if one.kind in VANISHED:
        return f"− {visible(report.value(one, one.old))}"
    return f"{visible(report.value(one, one.old))} → {visible(report.value(one, one.new))}"


def _redline(report: Report, old: str, new: str) -> str:
    """The words taken out and put in, with a little of what stands around them."""
    parts: list[str] = []
    for kind, words in redline(old, new):
        shown = visible(words.replace("\n", " "))
        if kind == "same":
            parts.append(shown if len(shown) <= 2 * _KEPT else f"{shown[:_KEPT]}…{shown[-_KEPT:]}")
        elif kind == "removed":
            parts.append(_paint(report, f"[-{shown}-]", "31"))
        else:
            parts.append(_paint(report, f"{{+{shown}+}}", "32"))
    return "".join(parts)


def _paint(report: Report, text: str, color: str) -> str:
    return f"\033[{color}m{text}\033[0m" if report.color else text
