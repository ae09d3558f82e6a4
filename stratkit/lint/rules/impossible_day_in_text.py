"""A text names a day that no calendar has.

## Why this is bad
Nobody can keep the date or find the act that is cited by it.

## Example
    # demo/projects/health/booking.yaml
    description: Запись открывается 31 ноября 2022 года.   # error: TXT041

## Use instead
    # demo/projects/health/booking.yaml
    description: Запись открывается 30 ноября 2022 года.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import ANY_DAY, MONTHS
from stratkit.lint.rule import rule
from stratkit.lint.shapes import DIGIT, in_shape
from stratkit.lint.texts import Text, texts_like, texts_with
from stratkit.model.linked import Strategy, Workspace

_SHAPE = DIGIT + in_shape(".") + DIGIT * 2 + in_shape(".")
_LEAP, _MONTHS = 2000, 12


@rule("TXT041", "impossible-day-in-text", Severity.WARNING, packs=("texts", "terms"))
def impossible_day_in_text(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    source = strategy.frame.source
    notice = () if source is None else (Text(strategy.origin, ("source", "notice"), source.notice),)
    possible = {text.origin: text for text in (*notice, *texts_like(strategy, _SHAPE), *texts_with(strategy, *MONTHS))}
    for text in possible.values():
        for said in ANY_DAY.finditer(text.words):
            month = int(said["month"]) if said["month"] else MONTHS.index(said["name"]) + 1
            year = int(said["year"]) if said["year"] else _LEAP
            if not 1 <= month <= _MONTHS or not 1 <= int(said["day"]) <= monthrange(year, month)[1]:
                yield Finding(
                    text.origin,
                    say("there is no such day: '{words}'", words=said[0]),
                    say("check the date"),
                    subject=text.subject,
                )
