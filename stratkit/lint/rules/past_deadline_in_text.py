"""A text of a project sets a deadline that is over before the strategy begins, or speaks of such a year as of one to come.

## Why this is bad
What was due before the period is done or has failed: the strategy still speaks of it as of a plan.

## Example
    # demo/projects/health/booking.yaml
    goal: Записать всех к врачу до 30 декабря 2021 года   # error: TRM013

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записать всех к врачу до 30 декабря 2023 года
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import WILL_BE
from stratkit.lint.rule import rule
from stratkit.lint.shapes import DIGIT
from stratkit.lint.texts import excerpt, texts_roughly_like
from stratkit.lint.words import DEADLINE, DONE, SENTENCE_END
from stratkit.model.linked import Strategy, Workspace

_KEYS = ("goal", "description", "benefit")


@rule(
    "TRM013",
    "past-deadline-in-text",
    Severity.INFO,
    packs=(
        "terms",
        "texts",
    ),
)
def past_deadline_in_text(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    start = strategy.frame.period.from_
    for text in texts_roughly_like(strategy, DIGIT * 4):
        if text.steps[-1] not in _KEYS:
            continue
        for match in WILL_BE.finditer(text.words):
            if int(match["year"] or match["then"]) < strategy.frame.year:
                yield Finding(
                    text.origin,
                    say("the strategy of {year} speaks of an earlier year as of one to come: '{excerpt}'", year=strategy.frame.year, excerpt=excerpt(text.words, *match.span())),
                    say("say what was done by then, or correct the year"),
                    subject=text.subject,
                )  # fmt: skip
                break
        for match in DEADLINE.finditer(text.words):
            if int(match["year"]) < start and not _told(text.words, match):
                yield Finding(
                    text.origin,
                    say(
                        "the deadline is over before {start}, when the strategy begins: '{excerpt}'",
                        start=start, excerpt=excerpt(text.words, match.start(), match.end()),
                    ),
                    say("say what was reached by then, or set a new deadline"),
                    subject=text.subject,
                )  # fmt: skip
                break


def _told(words: str, deadline: re.Match[str]) -> bool:
    """Whether the sentence with *deadline* tells of what is done already."""
    before = SENTENCE_END.split(words[: deadline.start()])[-1]
    return DONE.search(before + SENTENCE_END.split(words[deadline.end() :])[0]) is not None
