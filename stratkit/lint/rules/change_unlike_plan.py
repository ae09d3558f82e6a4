"""How much a text says that something grows or shrinks is not what the indicator plans.

## Why this is bad
The text promises «twice as much» or «from 40 to 80 %», the table of indicators something else: whoever reports will be asked
which of the two holds. The rule speaks only where the sentence has most words in common with the title of one indicator.

## Example
    # demo/projects/health/booking.yaml
    description: Доля записей к врачу через интернет вырастает с 40 до 80 %.   # error: TXT032

## Use instead
    # demo/projects/health/booking.yaml
    description: Доля записей к врачу через интернет вырастает с 40 до 60 %.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from stratkit.diagnostics import Finding, Message, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.amounts import (
    FACTOR,
    FACTOR_WORDS,
    GROWS,
    RANGE,
    REACHED,
    SHRINKS,
    STEP,
    STEP_WORDS,
    UP_TO,
    factor,
    number,
)
from stratkit.lint.claims import Claim, claims, planned
from stratkit.lint.rule import rule
from stratkit.lint.series import is_share
from stratkit.lint.words import AT_LEAST, PERCENT_WORDS, YEAR
from stratkit.model.linked import Indicator, Strategy, Workspace

Judge = Callable[["Change", Indicator], Message | None]
Change = Claim[tuple[re.Match[str], Judge]]

_NEAR = 0.05
"""Factors are rounded."""


@rule("TXT032", "change-unlike-plan", Severity.WARNING, packs=("texts", "figures"))
def change_unlike_plan(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for claim in claims(strategy, _said, *FACTOR_WORDS, *STEP_WORDS, *PERCENT_WORDS):
        words, (said, judge) = claim.words, claim.said
        # A long sentence speaks of more than one thing.
        before, behind = words[: said.start()], words[said.end() :]
        sides = (claim.meant(strategy, side) for side in (before + behind, words, before, behind, said[0]))
        indicator = next(filter(None, sides), None)
        message = None if indicator is None else judge(claim, indicator)
        if indicator is not None and message is not None:
            yield Finding(
                claim.text.origin,
                message,
                say("settle which of the two is right"),
                related=((indicator.origin.at("plan"), say("the plan stands here")),),
                subject=claim.text.subject,
            )


def _other_end(claim: Change, indicator: Indicator) -> Message | None:
    """From 40 to 80 %; to 80 %."""
    said, _ = claim.said
    last, series = planned(indicator, claim.year), indicator.known
    if last is None or not is_share(indicator):
        return None
    # Of several years each has its own figure.
    several = claim.year is None and YEAR.search(claim.words) is not None
    if number(said["last"]) != last and not (several and number(said["last"]) in indicator.plan.values()):
        return say(
            "the text says {figure} %, the indicator '{title}' plans {planned}",
            figure=said["last"], title=indicator.short, planned=last,
        )  # fmt: skip
    if SHRINKS.search(said[0]) and series[0][1] < series[-1][1]:
        return say(
            "the text says that '{title}' shrinks, the plan grows from {first} to {last}",
            title=indicator.short, first=series[0][1], last=series[-1][1],
        )  # fmt: skip
    return None


def _other_step(claim: Change, indicator: Indicator) -> Message | None:
    """By 5 points every year."""
    said, _ = claim.said
    figure = said["before"] or said["behind"]
    step, series = number(figure), indicator.known if is_share(indicator) else []
    steps = [round(abs(later[1] - earlier[1]), 2) for earlier, later in pairwise(series) if later[0] == earlier[0] + 1]
    wrong = [one for one in steps if one != step and not (one > step and (said["least"] or said["more"]))]
    return say(
        "the text says {figure} points a year, the indicator '{title}' plans a step of {step}",
        figure=figure, title=indicator.short, step=wrong[0],
    ) if wrong else None  # fmt: skip


def _other_factor(claim: Change, indicator: Indicator) -> Message | None:
    """Twice as much."""
    said, _ = claim.said
    series = indicator.known
    times = factor(said)
    ratios = list(_ratios(indicator, claim.words))
    if not ratios or not (GROWS.search(claim.words) or SHRINKS.search(claim.words)):
        return None
    if any(abs(times - one) <= _NEAR * times for one in ratios):
        return None
    if AT_LEAST.search(claim.words[: said.start()]) and max(ratios) > times:
        return None
    return say(
        "the text says '{words}', the indicator '{title}' plans {first} and then {last}",
        words=said[0], title=indicator.short, first=series[0][1], last=series[-1][1],
    )  # fmt: skip


_KINDS: tuple[tuple[Pattern, tuple[str, ...], Judge], ...] = (
    (RANGE, (UP_TO,), _other_end),
    (STEP, STEP_WORDS, _other_step),
    (REACHED, (UP_TO,), _other_end),
    (FACTOR, FACTOR_WORDS, _other_factor),
)
"""How it is said, in which signs it shows, and what it is held against."""


def _said(words: str) -> tuple[re.Match[str], Judge] | None:
    """How *words* say that something changes, and how that is judged."""
    for pattern, signs, judge in _KINDS:
        for sign in signs:
            if sign in words:
                found = pattern.search(words)
                if found is not None:
                    return found, judge
                break
    return None


def _ratios(indicator: Indicator, words: str) -> Iterator[float]:
    """By what the plan grows or shrinks as a whole, from what was before it, too; between any two years if some are named."""
    values = list(indicator.values)
    if indicator.baseline is not None and indicator.baseline[1] is not None:
        values.insert(0, indicator.baseline[1])
    planned = len(indicator.known)
    for index, first in enumerate(values):
        for last in values[index + 1 :]:
            whole = last == values[-1] and index <= len(values) - planned
            if first and last and (whole or YEAR.search(words)):
                yield max(first, last) / min(first, last)
