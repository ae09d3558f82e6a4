"""A part is planned higher than the whole that it belongs to.

## Why this is bad
What is counted «including» something cannot be more than all of it.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200}
        national_goals: [digital-maturity]
      - id: rural-portfolios
        title: Количество портфолио, в том числе в сёлах
        unit: pieces
        direction: up
        plan: {2022: 100, 2023: 900, 2024: 1000}   # error: IND010

## Use instead
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200}
        national_goals: [digital-maturity]
      - id: rural-portfolios
        title: Количество портфолио, в том числе в сёлах
        unit: pieces
        direction: up
        plan: {2022: 100, 2023: 400, 2024: 1000}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.lint.texts import stems
from stratkit.lint.words import GOAL_NOUNS, INCLUDING, INCLUDING_WORDS, SHARE_TITLE
from stratkit.model.linked import Indicator, Strategy, Workspace


@rule("IND010", "part-exceeds-whole", Severity.WARNING, packs=("figures",))
def part_exceeds_whole(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    parts = [(part, cut) for part in strategy.indicators if (cut := _end_of_whole(part)) is not None]
    measuring: defaultdict[tuple[bytes, ...], list[Indicator]] = defaultdict(list)
    for one in strategy.indicators if parts else ():
        measuring[_measured(one.title)].append(one)
    for part, cut in parts:
        wholes = measuring.get(_measured(part.title[:cut]), ())
        whole = next((one for one in reversed(wholes) if one.unit == part.unit), None)
        if whole is None or whole is part:
            continue
        years = [year for year, value in part.known if value > (whole.plan.get(year) or value)]
        if years:
            yield Finding(
                part.origin.at("plan"),
                say(
                    "the part '{part}' exceeds the whole '{whole}': {years}",
                    part=part.short,
                    whole=whole.short,
                    years=shown(years),
                ),
                say("check both against the approved document"),
                related=((whole.origin.at("plan"), say("the whole stands here")),),
                subject=part.id,
            )


def _end_of_whole(one: Indicator) -> int | None:
    """Where in the title the name of the whole ends, if it seems to name a part.

    What is counted may be narrowed by a clause behind a comma; of a share that need not make a part.
    """
    if INCLUDING_WORDS in one.title.lower():
        found = INCLUDING.search(one.title)
        return found.start() if found is not None else None
    comma = one.title.find(",") if one.unit is not None and one.unit.integer else -1
    return comma if comma > 0 else None


def _measured(title: str) -> tuple[bytes, ...]:
    """What is measured: the words behind «the share of», however the title puts it."""
    goal = GOAL_NOUNS.match(title)
    start = goal.end() if goal is not None else 0
    rest = title[start:].lstrip()
    share = SHARE_TITLE.match(rest)
    if share is not None:
        start = len(title) - len(rest) + share.end()
    # Others ask for the stems of titles, too, and most begin with the same few words.
    return stems(title)[len(stems(title[:start])) :]
