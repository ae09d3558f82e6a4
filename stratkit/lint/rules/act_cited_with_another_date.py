"""A text cites an act with another date than the catalogue knows.

## Why this is bad
An act is found by its date and number together: with a wrong date the reader finds another one, or none.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу по указу от 02.03.2019 № 101   # error: ACT016

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу по указу от 02.03.2020 № 101
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import DATED_ACT, MONTHS
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_with
from stratkit.model.linked import Strategy, Workspace


@rule("ACT016", "act-cited-with-another-date", Severity.WARNING, packs=("acts",))
def act_cited_with_another_date(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    dates: defaultdict[str, set[str]] = defaultdict(set)
    programmes = (programme.act for programme in strategy.programmes)
    for act in (strategy.approval_act, *programmes, *workspace.catalog.acts.values()):
        if act.act_number is not None and act.date is not None and act.date.day is not None:
            dates[act.act_number].add(act.date.iso())
    for text in texts_with(strategy, "№"):
        for cited in DATED_ACT.finditer(text.words):
            month = cited["month"] or f"{MONTHS.index(cited['name']) + 1:02}"
            told, known = f"{cited['year']}-{month}-{cited['day']:>02}", dates.get(cited["number"], set())
            if known and told not in known:
                yield Finding(
                    text.origin,
                    say(
                        "the act № {number} is cited with the date {told}, it is of {known}",
                        number=cited["number"], told=told, known=min(known),
                    ),
                    say("correct the date, or add the other act to acts.yaml of the catalogue"),
                    subject=text.subject,
                )  # fmt: skip
