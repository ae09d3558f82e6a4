"""Findings that an editor lets pass by a comment beside them: ``# stratkit: ignore[CODE] – reason (until 2027-01-01)``.

A waiver without a reason, or one whose day is over, lets nothing pass; it is a finding itself, as is one that
names no rule or that nothing needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from stratkit.diagnostics import Diagnostic, Finding, Span, Waiver, say
from stratkit.lint.selection import BY_CODE, near
from stratkit.lint.words import WAIVED_UNTIL
from stratkit.load.workspace import WAIVER
from stratkit.source.comments import Comment, comments

UNKNOWN, WITHOUT_REASON, EXPIRED, UNUSED = "SUP001", "SUP002", "SUP003", "SUP004"
UNWAIVABLE = frozenset({UNKNOWN, WITHOUT_REASON, EXPIRED, UNUSED, "INT001"})
"""What no comment lets pass: findings about comments, and a rule that broke."""

_FORM = re.compile(rf"#\s*{WAIVER}(?:\s*\[(?P<codes>[^\]]*)\])?(?P<rest>.*)")
_CODE = re.compile(r"[^\s,]+")
_NEXT_COMMENT = re.compile(r"\s#")
_DASHES = " \t\u00a0-–—:"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that asks to let findings pass.

    Args:
        comment: where it stands, and the lines of which it speaks.
        codes: the rules that it names, each with its place.
        reason: why; empty if it does not say.
        until: the last day, as it is written; None if there is none.
    """

    comment: Comment
    codes: tuple[tuple[str, Span], ...]
    reason: str
    until: str | None

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
    for comment in comments(data, path, WAIVER):
        found = _FORM.search(comment.text)
        if found is not None:
            yield _remark(comment, found)


def _remark(comment: Comment, found: re.Match[str]) -> Remark:
    codes = tuple(
        (code.group(), _within(comment.span, found.start("codes") + code.start(), found.start("codes") + code.end()))
        for code in _CODE.finditer(found["codes"] or "")
    )
    reason = _NEXT_COMMENT.split(found["rest"])[0].strip(_DASHES)
    until = WAIVED_UNTIL.search(reason)
    if until is None:
        return Remark(comment, codes, reason, None)
    return Remark(comment, codes, reason[: until.start()].strip(_DASHES), until[1])


def _within(span: Span, start: int, end: int) -> Span:
    return Span(span.path, span.line, span.column + start, span.line, span.column + end)


@dataclass(frozen=True, slots=True)
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
        if any(one.code != UNKNOWN for one in problems):
            continue
        passed = [one for one in result.findings if remark.covers(one)]
        result.findings[:] = [one for one in result.findings if not remark.covers(one)]
        result.waived.extend(replace(one, waiver=Waiver(remark.reason, remark.until)) for one in passed)
        result.about.extend(_unused(remark, {one.code for one in passed}, judged))
    return result


def _problems(remark: Remark, today: date | None) -> Iterator[Finding]:
    span = remark.comment.span
    if not remark.codes:
        yield Finding(
            span,
            say("the suppression names no rule"),
            say("name it in brackets: {example}", example=f"# {WAIVER}[CODE] – …"),
            code=UNKNOWN,
        )
    for code, place in remark.codes:
        if code not in BY_CODE:
            hint = near(code, say("'stratkit explain' lists all rules"))
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


def _unused(remark: Remark, used: set[str], judged: Callable[[str, str], bool]) -> Iterator[Finding]:
    for code, place in remark.codes:
        if code in BY_CODE and code not in used and judged(code, place.path):
            message = say("there is nothing to suppress: {code} finds nothing here", code=code)
            yield Finding(place, message, say("remove it from the comment"), code=UNUSED)
