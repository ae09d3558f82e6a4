"""The figure in the title of an indicator is not its last planned value, or its year is not planned.

## Why this is bad
The title promises one thing, the table another.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Не менее 40 % учеников имеют цифровое портфолио
        unit: percent
        direction: up
        plan: {2022: 5, 2023: 15, 2024: 25}   # error: IND017
        national_goals: [digital-maturity]

## Use instead
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Не менее 25 % учеников имеют цифровое портфолио
        unit: percent
        direction: up
        plan: {2022: 5, 2023: 15, 2024: 25}
        national_goals: [digital-maturity]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import number
from stratkit.lint.phrases import COMPARED, IN_YEAR
from stratkit.lint.rule import rule
from stratkit.lint.series import has_percent, is_share
from stratkit.lint.words import PERCENT
from stratkit.model.linked import Indicator, Strategy, Workspace

_CENTURY = "20"
"""Without these digits a title names no year of a plan."""


@rule("IND017", "title-figure-unlike-plan", Severity.WARNING, packs=("figures",))
def title_figure_unlike_plan(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        if _CENTURY in indicator.title:
            yield from _other_year(indicator)
        if not has_percent(indicator.title):
            continue
        figures, series = PERCENT.findall(indicator.title), indicator.known
        if len(figures) != 1 or not series or not is_share(indicator):
            continue
        figure, (year, last) = number(figures[0]), series[-1]
        if figure != last:
            yield Finding(
                indicator.origin.at("plan", str(year)),
                say(
                    "the title of '{title}' says {figure} %, the plan ends with {last}",
                    title=indicator.short,
                    figure=figures[0],
                    last=last,
                ),
                say("settle which of the two is right"),
                subject=indicator.id,
            )


def _other_year(indicator: Indicator) -> Iterator[Finding]:
    """The year of which the title speaks, if nothing is planned for it."""
    told = IN_YEAR.search(indicator.title)
    if told is not None and int(told[1]) not in indicator.plan and not COMPARED.search(indicator.title):
        yield Finding(
            indicator.origin.at("title" if indicator.own_title else "common"),
            say("the title of '{title}' speaks of {year}, for which nothing is planned", title=indicator.short, year=told[1]),
            say("leave the year out of the title, or correct it"),
            subject=indicator.id,
        )  # fmt: skip
