"""A state programme ends before the strategy does, does not overlap with it, or was approved years before it began.

## Why this is bad
In the last years nothing pays for the projects.

## Example
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        period: {from: 2018, to: 2023}   # error: ACT004
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п"}
        industries: [health, education]

## Use instead
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        period: {from: 2018, to: 2026}
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п"}
        industries: [health, education]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

_AHEAD = 2
"""Years before its beginning in which a programme is approved."""


@rule("ACT004", "programme-outside-period", Severity.INFO, worst=Severity.WARNING, packs=("acts",))
def programme_outside_period(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    frame = strategy.frame.period
    for programme in strategy.programmes:
        period = programme.period
        if period is None:
            continue
        origin = programme.origin.at("period")
        date = programme.act.date
        if date is not None and date.year < period.from_ - _AHEAD:
            message = say(
                "the programme of {start}–{end} was approved as early as {year}",
                start=period.from_,
                end=period.to,
                year=date.year,
            )
            yield Finding(
                programme.act.origin.at("date"), message, say("check the years"), severity=Severity.WARNING, subject=programme.id
            )  # fmt: skip
        if period.to < frame.from_ or period.from_ > frame.to:
            message = say(
                "the programme of {start}–{end} does not overlap with the strategy", start=period.from_, end=period.to
            )
            yield Finding(origin, message, say("check the years"), severity=Severity.WARNING, subject=programme.id)
        elif period.to < frame.to:
            message = say("the programme ends in {end}, the strategy in {last}", end=period.to, last=frame.to)
            yield Finding(origin, message, say("name the programme that follows it"), subject=programme.id)
