"""A body of the directory to which nothing refers.

## Why this is bad
The website shows a body with an empty page; often its id is misspelt where it is meant.

## Example
    # demo/bodies.yaml
    bodies:
      - {id: health-ministry, title: Министерство здравоохранения}
      - {id: digital-ministry, title: Министерство цифрового развития}
      - {id: transport-ministry, title: Министерство транспорта}   # error: TRC018

## Use instead
    # demo/bodies.yaml
    bodies:
      - {id: health-ministry, title: Министерство здравоохранения}
      - {id: digital-ministry, title: Министерство цифрового развития}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC018", "unused-body", Severity.WARNING, packs=("methodology",))
def unused_body(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    named = {target for one in strategy.references if one.kind == "body" for target in one.targets}
    for body in strategy.bodies.values():
        if body.id not in named:
            yield Finding(
                body.origin.at("id"),
                say("nothing refers to the body '{title}'", title=body.short),
                say("name it where it is meant, or remove it"),
                subject=body.id,
            )
