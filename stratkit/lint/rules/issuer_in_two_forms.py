"""The body that issued an act is written in two ways that differ in endings only.

## Why this is bad
Acts print the body in the genitive: one of the two does not fit into the sentence, and searching by the body misses an act.

## Example
    # demo/programmes.yaml
    programmes:
      - {id: health-development, number: 1, title: Развитие здравоохранения, period: {from: 2021, to: 2026}, act: {kind: resolution, issuer: Правительство Вымышленной области, date: 2020-12-01, act_number: "501-п"}, industries: [health]}   # error: ACT020
      - {id: school-development, number: 2, title: Развитие школ, period: {from: 2021, to: 2026}, act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-02, act_number: "502-п"}, industries: [education]}

## Use instead
    # demo/programmes.yaml
    programmes:
      - {id: health-development, number: 1, title: Развитие здравоохранения, period: {from: 2021, to: 2026}, act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п"}, industries: [health]}
      - {id: school-development, number: 2, title: Развитие школ, period: {from: 2021, to: 2026}, act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-02, act_number: "502-п"}, industries: [education]}
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.model.linked import Strategy, Workspace


@rule("ACT020", "issuer-in-two-forms", Severity.WARNING, packs=("acts",))
def issuer_in_two_forms(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    acts = (
        strategy.approval_act,
        *(one.act for one in strategy.basis),
        *(one.act for one in strategy.programmes),
    )
    often = Counter(act.issuer for act in acts if act.issuer is not None)
    alike: defaultdict[tuple[bytes, ...], list[str]] = defaultdict(list)
    for name in often:
        alike[stems(name)].append(name)
    for names in alike.values():
        usual = max(names, key=often.__getitem__)
        for act in acts if len(names) > 1 else ():
            if act.issuer in names and act.issuer != usual:
                yield Finding(
                    act.origin.at("issuer"),
                    say("'{name}' stands elsewhere as '{usual}'", name=act.issuer, usual=usual),
                    say("write it in the genitive, as after the words for a kind of act"),
                    subject=act.id,
                )
