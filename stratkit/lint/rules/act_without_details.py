"""An act has no date or no number.

## Why this is bad
It cannot be found, and the document prints a gap.

## Example
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        act: {kind: resolution, issuer: Правительства Вымышленной области}   # error: ACT003
        industries: [health, education]

## Use instead
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п"}
        industries: [health, education]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.parts import parts_named


@rule("ACT003", "act-without-details", Severity.INFO, packs=("acts",))
def act_without_details(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    acts = [entry.act for entry in strategy.basis if not entry.uncertain]
    for act in (strategy.approval_act, *acts, *(programme.act for programme in strategy.programmes)):
        if act.kind is None:
            continue
        # Kinds with a pattern of their own, such as codes, need only what the pattern cites.
        cited = act.kind.pattern or "{date} {number}"
        missing = [key for key, value in (("date", act.date), ("act_number", act.act_number)) if value is None]
        wanted = [key for key in missing if "{" + key.removeprefix("act_") + "}" in cited]
        if wanted:
            yield Finding(
                act.origin,
                say("the act '{title}' lacks: {keys}", title=act.short or act.kind.title, keys=parts_named(wanted)),
                say("look it up on the official portal of legal information"),
                subject=act.id,
            )
