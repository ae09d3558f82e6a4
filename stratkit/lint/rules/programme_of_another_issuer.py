"""One state programme of the list was approved by another body than the others.

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
from stratkit.lint.phrases import HIGHEST_BODIES
from stratkit.lint.rule import rule
from stratkit.model.linked import Programme, Strategy, Workspace

_LEAST = 2


@rule("ACT014", "programme-of-another-issuer", Severity.INFO, packs=("acts",))
def programme_of_another_issuer(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    yield from _changed_for_once(strategy)
    issuers = Counter(one.act.issuer for one in strategy.programmes if one.act.issuer is not None)
    odd = [name for name, count in issuers.items() if count == 1]
    own = strategy.frame.region.name.genitive
    # The governor and the government of a region may both approve its programmes.
    if all(own in name for name in issuers) or len(issuers) != _LEAST or len(odd) != 1 or issuers.total() <= _LEAST:
        return
    usual = next(name for name in issuers if name != odd[0])
    for programme in strategy.programmes:
        if programme.act.issuer == odd[0]:
            yield _finding(programme, usual)


def _finding(programme: Programme, usual: str) -> Finding:
    return Finding(
        programme.origin.at("act", "issuer"),
        say(
            "the programme is an act of {issuer}, the others are acts of {usual}",
            issuer=programme.act.issuer,
            usual=usual,
        ),
        say("leave it out of the list, or say in the heading that not all programmes are the region's own"),
        subject=programme.id,
    )


def _changed_for_once(strategy: Strategy) -> Iterator[Finding]:
    """A region has one highest body: it may be called otherwise from some day on, not for one act between two others."""
    own = strategy.frame.region.name.genitive
    dated = [(one.act.date.iso(), one.act.issuer or "", one) for one in strategy.programmes if one.act.date is not None]
    dated.sort(key=lambda one: one[0])
    for before, (_, issuer, programme), after in zip(dated, dated[1:], dated[2:], strict=False):
        names = (before[1], issuer, after[1])
        if before[1] == after[1] != issuer and all(
            one.endswith(own) and one.startswith(HIGHEST_BODIES) for one in names
        ):
            yield _finding(programme, before[1])
