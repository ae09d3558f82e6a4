"""The id of an act in the catalogue says another year or number than the act.

## Why this is bad
Ids of acts are made of their numbers and years: one of the two is mistyped, or the act was put under the id of another one.

## Example
    # catalog/acts.yaml
    items:
      - {id: decree-101-2020, kind: decree, issuer: Президента Российской Федерации, date: 2023-03-02, act_number: "101", title: О целях}   # error: ACT019

## Use instead
    # catalog/acts.yaml
    items:
      - {id: decree-101-2020, kind: decree, issuer: Президента Российской Федерации, date: 2020-03-02, act_number: "101", title: О целях}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.rule import Gathered, workspace_rule
from stratkit.model.linked import Catalog, Strategy

_NUMBER_AND_YEAR = Pattern(r"(?:^|-)(?P<number>\d+)-(?P<year>(?:19|20)\d\d)$")


def _nothing(_: Strategy) -> Gathered:
    return None


@workspace_rule("ACT019", "act-unlike-its-id", Severity.WARNING, _nothing, packs=("acts",))
def act_unlike_its_id(catalog: Catalog, _: Mapping[str, Gathered]) -> Iterator[Finding]:
    for act in catalog.acts.values():
        said = _NUMBER_AND_YEAR.search(act.id)
        if said is None:
            continue
        digits = "".join(sign if sign.isdigit() else " " for sign in act.act_number or "").split()
        if act.date is not None and str(act.date.year) != said["year"]:
            key, told = "date", act.date.iso()
        elif digits and said["number"] not in digits:
            key, told = "act_number", act.act_number or ""
        else:
            continue
        yield Finding(
            act.origin.at(key),
            say("the act '{id}' has in its file '{told}'", id=act.id, told=told),
            say("correct the date or the number; an id stays as it is"),
            subject=act.id,
        )
