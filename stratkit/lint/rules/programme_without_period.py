"""None of the state programmes says from when to when it runs.

## Why this is bad
It is not seen whether the money lasts as long as the projects.

## Example
    # demo/programmes.yaml
    programmes:   # error: ACT011
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п"}
        industries: [health]
      - id: school-development
        number: 2
        title: Развитие школ
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-02, act_number: "502-п"}
        industries: [education]

## Use instead
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        period: {from: 2021, to: 2026}
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п"}
        industries: [health]
      - id: school-development
        number: 2
        title: Развитие школ
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-02, act_number: "502-п"}
        industries: [education]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.words import YEARS
from stratkit.model.linked import Strategy, Workspace


@rule("ACT011", "programme-without-period", Severity.INFO, packs=("acts",))
def programme_without_period(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    known = any(one.period is not None or YEARS.search(one.title) for one in strategy.programmes)
    if len(strategy.programmes) > 1 and not known:
        yield Finding(
            strategy.place_in("programmes", "programmes"),
            say("no programme names its years; programmes: {count}", count=len(strategy.programmes)),
            say("add 'period' from the passports of the programmes"),
            subject=strategy.id,
        )
