"""A body is named as an executor of the strategy and answers for nothing.

## Why this is bad
The chapter on participants gives it a part that no project knows of. An institution does the work of a body that answers
for it.

## Example
    # demo/programmes.yaml
    participants:
      - text: Министерство цифрового развития координирует стратегию.
        role: coordinator
        bodies: [digital-ministry]
      - text: Министерства здравоохранения и транспорта исполняют проекты.
        role: executor
        bodies: [health-ministry, transport-ministry]   # error: TRC016
    # demo/bodies.yaml
    bodies:
      - {id: health-ministry, title: Министерство здравоохранения}
      - {id: digital-ministry, title: Министерство цифрового развития}
      - {id: transport-ministry, title: Министерство транспорта}

## Use instead
    # demo/programmes.yaml
    participants:
      - text: Министерство цифрового развития координирует стратегию.
        role: coordinator
        bodies: [digital-ministry]
      - text: Министерство здравоохранения исполняет проекты.
        role: executor
        bodies: [health-ministry]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC016", "idle-participant", Severity.INFO, packs=("methodology",))
def idle_participant(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for number, participant in enumerate(strategy.participants):
        for index, name in enumerate(participant.bodies):
            body = strategy.bodies.get(name)
            # Leaders and coordinators need no project of their own; institutions should answer for none: TRC037.
            if body is None or participant.role != "executor" or body.kind == "institution":
                continue
            if not strategy.projects_of("body", name):
                yield Finding(
                    strategy.place_in("programmes", "participants", number, "bodies", index),
                    say("the participant '{title}' answers for no project", title=body.short),
                    say("add it to 'responsible' of its projects, or take it out"),
                    subject=body.id,
                )
