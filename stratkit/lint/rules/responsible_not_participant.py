"""A body answers for a project, and the chapter on participants does not cover it.

## Why this is bad
By its own chapter on participants the body has no part in the strategy.

## Example
    # demo/programmes.yaml
    participants:
      - text: Министерство цифрового развития координирует стратегию.
        role: coordinator
        bodies: [digital-ministry]
    # demo/projects/health/booking.yaml
    responsible:
      - health-ministry   # error: TRC017

## Use instead
    # demo/programmes.yaml
    participants:
      - text: Министерство цифрового развития координирует стратегию.
        role: coordinator
        bodies: [digital-ministry]
      - text: Проекты исполняют ответственные за них органы.
        role: executor
        all_responsible: true
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC017", "responsible-not-participant", Severity.WARNING, packs=("methodology",))
def responsible_not_participant(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    if not strategy.participants or any(one.all_responsible for one in strategy.participants):
        return
    covered = {name for one in strategy.participants for name in one.bodies}
    for project in strategy.projects:
        for index, body in enumerate(project.responsible):
            if body.id not in covered:
                covered.add(body.id)
                yield Finding(
                    project.origin.at("responsible", index),
                    say("'{title}' answers for projects and is not among the participants", title=body.short),
                    say("name it in 'participants' of programmes.yaml"),
                    subject=body.id,
                )
