"""One state programme of the list was approved by another body than all the others.

## Why this is bad
The list is headed as that of the region's own programmes: a federal or a municipal one does not belong there.

## Example
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
        period: {from: 2021, to: 2026}
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-02, act_number: "502-п"}
        industries: [education]
      - id: sport
        number: 3
        title: Развитие спорта
        act: {kind: resolution, issuer: Правительства Российской Федерации, date: 2020-12-03, act_number: "503"}   # error: ACT014

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
        period: {from: 2021, to: 2026}
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-02, act_number: "502-п"}
        industries: [education]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

_LEAST = 2


@rule("ACT014", "programme-of-another-issuer", Severity.INFO, packs=("acts",))
def programme_of_another_issuer(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    issuers = Counter(one.act.issuer for one in strategy.programmes if one.act.issuer is not None)
    odd = [name for name, count in issuers.items() if count == 1]
    own = strategy.frame.region.name.genitive
    # The governor and the government of a region may both approve its programmes.
    if all(own in name for name in issuers) or len(issuers) != _LEAST or len(odd) != 1 or issuers.total() <= _LEAST:
        return
    usual = next(name for name in issuers if name != odd[0])
    for programme in strategy.programmes:
        if programme.act.issuer == odd[0]:
            yield Finding(
                programme.origin.at("act", "issuer"),
                say("the programme is an act of {issuer}, the others are acts of {usual}", issuer=odd[0], usual=usual),
                say("leave it out of the list, or say in the heading that not all programmes are the region's own"),
                subject=programme.id,
            )
