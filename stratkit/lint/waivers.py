"""Findings that an editor lets pass by a comment beside them: ``# stratkit: ignore[CODE] – reason (until 2027-01-01)``.

A waiver without a reason, or one whose day is over, lets nothing pass; it is a finding itself, as is one that
names no rule or that nothing needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from stratkit.diagnostics import Diagnostic, Finding, Message, Span, Waiver, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.diagnostics.suggest import closest
from stratkit.immutable import immutable
from stratkit.lint.selection import BY_CODE, near
from stratkit.lint.words import WAIVED_UNTIL
from stratkit.source.comments import Comment, comments

UNKNOWN, WITHOUT_REASON, EXPIRED, UNUSED = "SUP001", "SUP002", "SUP003", "SUP004"
UNWAIVABLE = frozenset({UNKNOWN, WITHOUT_REASON, EXPIRED, UNUSED, "INT001"})
"""What no comment lets pass: findings about comments, and a rule that broke."""

WAIVER = "stratkit: ignore"
"""How a remark begins."""

_VERB = "ignore"
_FORM = Pattern(r"#\s*stratkit\s*:\s*(?P<verb>[\w-]+)(?:\s*\[(?P<codes>[^\]]*)\])?(?P<rest>.*)", re.IGNORECASE)
_DOTTED = Pattern(r"(\d\d?)\.(\d\d?)\.(\d{4})")
_CODE = Pattern(r"[^\s,]+")
_NEXT_COMMENT = Pattern(r"\s#")
_DASHES = " \t\u00a0-–—:"


@immutable
class Remark:
    """A comment that asks to let findings pass.

    Args:
        comment: where it stands, and the lines of which it speaks.
        codes: the rules that it names, each with its place.
        reason: why; empty if it does not say.
        until: the last day, as it is written; None if there is none.
        verb: what it asks for; anything but "ignore" is misspelt.
    """

    comment: Comment
    codes: tuple[tuple[str, Span], ...]
    reason: str
    until: str | None
    verb: str = _VERB

    def covers(self, one: Diagnostic) -> bool:
        """Whether it speaks of the line and of the rule of a finding."""
        lines = range(self.comment.first, self.comment.last + 1)
        return (
            one.span.path == self.comment.span.path
            and one.span.line in lines
            and any(code == one.code for code, _ in self.codes)
            and one.code not in UNWAIVABLE
        )


def remarks(data: bytes, path: str) -> Iterator[Remark]:
    """The remarks in the file *path*."""
    for comment in comments(data, path, _FORM):
        found = _FORM.search(comment.text)
        if found is not None and _meant(found):
            yield _remark(comment, found)


def _meant(found: re.Match[str]) -> bool:
    """Whether a comment that speaks to stratkit asks to let findings pass, perhaps in other words."""
    return found["codes"] is not None or closest(found["verb"].lower().partition("-")[0], (_VERB,)) is not None


def _remark(comment: Comment, found: re.Match[str]) -> Remark:
    codes = tuple(
        (code.group(), _within(comment.span, found.start("codes") + code.start(), found.start("codes") + code.end()))
        for code in _CODE.finditer(found["codes"] or "")
    )
    reason = _NEXT_COMMENT.split(found["rest"])[0].strip(_DASHES)
    verb, until = found["verb"].lower(), WAIVED_UNTIL.search(reason)
    if until is None:
        return Remark(comment, codes, reason, None, verb)
    day = (until["within"] or until["bare"]).strip()
    return Remark(comment, codes, reason[: until.start()].strip(_DASHES), _in_order(day), verb)


def _in_order(day: str) -> str:
    """A day as computers sort it, where it is written as people in Russia write it."""
    dotted = _DOTTED.fullmatch(day)
    return f"{dotted[3]}-{dotted[2]:0>2}-{dotted[1]:0>2}" if dotted else day


def _within(span: Span, start: int, end: int) -> Span:
    return Span(span.path, span.line, span.column + start, span.line, span.column + end)


@immutable
class Waived:
    """What remains once the remarks were heard.

    Args:
        findings: those that nobody lets pass.
        waived: the others, each with its waiver.
        about: findings about the remarks themselves.
    """

    findings: list[Diagnostic]
    waived: list[Diagnostic]
    about: list[Finding]


def waive(
    found: Iterable[Diagnostic], heard: Iterable[Remark], today: date | None, judged: Callable[[str, str], bool]
) -> Waived:
    """Let pass what *heard* allows.

    Args:
        found: all findings.
        heard: the remarks in all files.
        today: the day on which waivers are judged; None: they hold for good.
        judged: whether findings of a rule in a file would have been found; a remark about others is not unused.
    """
    result = Waived(list(found), [], [])
    for remark in heard:
        problems = list(_problems(remark, today))
        result.about.extend(problems)
        if remark.verb != _VERB or any(one.code != UNKNOWN for one in problems):
            continue
        passed = [one for one in result.findings if remark.covers(one)]
        result.findings[:] = [one for one in result.findings if not remark.covers(one)]
        result.waived.extend(replace(one, waiver=Waiver(remark.reason, remark.until)) for one in passed)
        result.about.extend(_unused(remark, {one.code for one in passed}, judged, result.findings))
    return result


def _problems(remark: Remark, today: date | None) -> Iterator[Finding]:
    span = remark.comment.span
    if remark.verb != _VERB:
        message = say("the comment asks stratkit for '{verb}', which does not exist", verb=remark.verb)
        yield Finding(span, message, _ways(), code=UNKNOWN)
        return
    if not remark.codes:
        yield Finding(
            span,
            say("the suppression names no rule"),
            say("name it in brackets: {example}", example=f"# {WAIVER}[CODE] – …"),
            code=UNKNOWN,
        )
    for code, place in remark.codes:
        if code not in BY_CODE:
            hint = near(code.upper(), say("'stratkit explain' lists all rules"))
            yield Finding(
                place,
                say("the suppression names the rule '{code}', which does not exist", code=code),
                hint,
                code=UNKNOWN,
            )
    if not remark.reason:
        hint = say("write the reason after a dash: {example}", example=f"# {WAIVER}[CODE] – …")
        yield Finding(span, say("the suppression gives no reason; it has no effect"), hint, code=WITHOUT_REASON)
    if remark.until is not None:
        yield from _expiry(remark.until, span, today)


def _expiry(until: str, span: Span, today: date | None) -> Iterator[Finding]:
    try:
        last = date.fromisoformat(until)
    except ValueError:
        message = say("the suppression holds until '{date}', a date that does not exist", date=until)
        yield Finding(span, message, say("write the date as 2030-12-31"), code=EXPIRED)
        return
    if today is not None and today > last:
        yield Finding(
            span,
            say("the suppression held until {date}; it has no effect any more", date=until),
            say("mend the finding and remove the comment, or settle a later date"),
            code=EXPIRED,
        )


def _unused(
    remark: Remark, used: set[str], judged: Callable[[str, str], bool], left: Iterable[Diagnostic]
) -> Iterator[Finding]:
    for code, place in remark.codes:
        if code in BY_CODE and code not in used and judged(code, place.path):
            message = say("there is nothing to suppress: {code} finds nothing here", code=code)
            lines = [one.span.line for one in left if one.code == code and one.span.path == place.path]
            near_by = min(lines, key=lambda line: (abs(line - place.line), line), default=None)
            hint = say("remove it from the comment") if near_by is None else _elsewhere(near_by)
            yield Finding(place, message, hint, code=UNUSED)


def _elsewhere(line: int) -> Message:
    """The way out for a comment in the wrong line."""
    return say("it finds something in line {line}: the comment has to stand in that line or alone above it", line=line)


def _ways() -> Message:
    """How to let something pass, a line or a file."""
    return say(
        "write {example} in the line or alone above it; for a whole file see 'paths' in stratkit.yaml",
        example=f"# {WAIVER}[CODE] – …",
    )
