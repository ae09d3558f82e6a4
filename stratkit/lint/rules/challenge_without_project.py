"""A challenge that no project answers.

## Why this is bad
The strategy names a difficulty and does nothing about it.

## Example
    # demo/industries/health.yaml
    challenges:
      - {id: queues, number: 1, title: Очереди в регистратуру}
      - {id: paper, number: 2, title: Бумажные карты}
      - {id: distance, number: 3, title: Расстояние до врача}   # error: TRC001

## Use instead
    # demo/industries/health.yaml
    challenges:
      - {id: queues, number: 1, title: Очереди в регистратуру}
      - {id: paper, number: 2, title: Бумажные карты}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC001", "challenge-without-project", Severity.WARNING, packs=("methodology",))
def challenge_without_project(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for challenge in strategy.challenges:
        if not strategy.projects_of("challenge", f"{challenge.industry}/{challenge.id}"):
            yield Finding(
                challenge.origin.at("id"),
                say("no project answers the challenge '{title}'", title=challenge.short),
                say("add its id to 'challenges' of a project"),
                subject=challenge.id,
            )
