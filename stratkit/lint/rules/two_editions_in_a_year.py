"""The strategy was changed twice within one year.

## Why this is bad
Strategies are updated once a year, with the budget; a second change in the year needs a reason.

## Example
    # demo/strategy.yaml
    editions:
      - {id: first, date: 2021-08-20}
      - {id: second, date: 2022-03-01}
      - {id: third, date: 2022-11-01}   # error: TRM008

## Use instead
    # demo/strategy.yaml
    editions:
      - {id: first, date: 2021-08-20}
      - {id: second, date: 2022-03-01}
      - {id: third, date: 2023-03-01}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.numbers import Moment


@rule("TRM008", "two-editions-in-a-year", Severity.INFO, packs=("terms", "methodology"))
def two_editions_in_a_year(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    first: dict[int, int] = {}
    for index, edition in enumerate(strategy.frame.editions):
        date = edition.date or (edition.act.date if edition.act else None)
        if date is None:
            continue
        year = Moment.parse(date).year
        if year in first:
            yield Finding(
                strategy.origin.at("editions", index),
                say("this is another edition of {year}", year=year),
                say("check the date"),
                related=((strategy.origin.at("editions", first[year]), say("the earlier one stands here")),),
                subject=edition.id,
            )
        first.setdefault(year, index)
