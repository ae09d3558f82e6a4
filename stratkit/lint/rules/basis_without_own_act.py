"""No act of the region is among the grounds of its strategy.

## Why this is bad
The document follows federal acts alone: how it fits the region's own strategy of development, its laws and its programmes, a
reader does not learn.

## Example
    # demo/basis.yaml
    acts:   # error: ACT023
      - {act: goals-decree, number: 1}
      - {act: housing-code, number: 2}
      - {act: data-resolution, number: 3}

## Use instead
    # demo/basis.yaml
    acts:
      - {act: goals-decree, number: 1}
      - {act: housing-code, number: 2}
      - {act: data-resolution, number: 3}
    # catalog/acts.yaml
    items:
      - {id: goals-decree, kind: decree, issuer: Президента Российской Федерации, date: 2020-03-02, act_number: "101", title: О целях развития}
      - {id: housing-code, kind: code, title: Жилищный кодекс}
      - {id: data-resolution, kind: resolution, issuer: Правительства Вымышленной области, date: 2020-05-14, act_number: "202", title: О данных}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Act, Strategy, Workspace

# With so few nothing is meant to be complete.
_MANY = 3


@rule("ACT023", "basis-without-own-act", Severity.INFO, packs=("acts", "methodology"))
def basis_without_own_act(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    if len(strategy.basis) < _MANY:
        return
    own = strategy.frame.region.name.genitive.lower()
    if not any(own in _told(entry.act) for entry in strategy.basis):
        yield Finding(
            strategy.place_in("basis", "acts"),
            say("no act of the region is among the {count} acts of the basis", count=len(strategy.basis)),
            say("add the region's own acts, for example its strategy of development"),
            subject=strategy.id,
        )


def _told(act: Act) -> str:
    """Who issued an act and what it is about, in small letters."""
    return f"{act.issuer or ''} {act.title or ''}".lower()
