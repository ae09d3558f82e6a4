"""A text says in words how large a part is, and the indicator plans another share.

## Why this is bad
«All», «half of» and «every second» are figures as well: they promise 100 and 50 %. The rule speaks only where the words
behind them name the whole of the indicator's share, and its year is known.

## Example
    # demo/projects/health/booking.yaml
    description: К концу 2024 года все записи к врачу делаются через интернет.   # error: TXT033

## Use instead
    # demo/projects/health/booking.yaml
    description: К концу 2024 года не менее половины записей к врачу делаются через интернет.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import PART_OF, WHOLE_OF
from stratkit.lint.claims import claims
from stratkit.lint.rule import rule
from stratkit.lint.series import is_share
from stratkit.lint.texts import stems
from stratkit.lint.words import POSSIBILITY
from stratkit.model.linked import Indicator, Strategy, Workspace

_LETTERS = 4


@rule("TXT033", "part-unlike-plan", Severity.WARNING, packs=("texts", "figures"))
def part_unlike_plan(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for claim in claims(strategy, PART_OF.search, *WHOLE_OF):
        said, year = claim.said, claim.year
        # «All buses, fitted with …» speaks of those that are.
        if year is None or (said["all"] and said["told"]):
            continue
        noun = stems(said["noun"])
        indicator = claim.meant(strategy, claim.words, partial(_is_share_of, noun))
        value = None if indicator is None else indicator.plan.get(year)
        if indicator is None or value is None or _fits(said, value):
            continue
        # What people may do is no share of what they did.
        if POSSIBILITY.search(claim.words) and not POSSIBILITY.search(indicator.title):
            continue
        yield Finding(
            claim.text.origin,
            say(
                "the text says '{words}' for {year}, the indicator '{title}' plans {planned} %",
                words=said[0], year=year, title=indicator.short, planned=value,
            ),
            say("settle which of the two is right"),
            related=((indicator.origin.at("plan"), say("the plan stands here")),),
            subject=claim.text.subject,
        )  # fmt: skip


def _is_share_of(noun: tuple[bytes, ...], indicator: Indicator) -> bool:
    if not noun or not is_share(indicator):
        return False
    whole = stems(indicator.title)[1:2]
    return bool(whole) and noun[0][:_LETTERS] == whole[0][:_LETTERS]


def _fits(said: re.Match[str], value: float) -> bool:
    if said["half"]:
        return value >= 50 if said["atleast"] else 45 <= value <= 55
    if said["most"]:
        return value > 50
    if said["second"]:
        return 45 <= value <= 55
    if said["third"]:
        return 30 <= value <= 37
    return value == 100
