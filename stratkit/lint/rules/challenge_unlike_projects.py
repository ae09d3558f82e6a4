"""The projects linked to a challenge have no telling word in common with it.

## Why this is bad
The link promises that they answer the challenge, and their texts speak of other things.

Words that stand in very many projects tell nothing and are left out.

## Example
    # demo/industries/health.yaml
    challenges:
      - {id: queues, number: 1, title: Нехватка машин скорой помощи}   # error: TRC034
      - {id: paper, number: 2, title: Бумажные карты}

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
from stratkit.lint.vocabulary import sought, vocabulary
from stratkit.model.linked import Strategy, Workspace

_SHOWN = 3


@rule("TRC034", "challenge-unlike-projects", Severity.INFO, packs=("methodology", "strict"), status="preview")
def challenge_unlike_projects(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    known = vocabulary(strategy)
    for challenge in strategy.challenges:
        projects = strategy.projects_of("challenge", f"{challenge.industry}/{challenge.id}")
        if not projects or known.near(challenge.title, known.bits(projects)):
            continue
        words = sought(challenge.title)
        measured = (sought(indicator.title) for one in projects for indicator in one.indicators)
        if all(words.isdisjoint(one) for one in measured):
            yield Finding(
                challenge.origin.at("title"),
                say("no project linked to the challenge has a telling word in common with it"),
                say("link the project that answers it, or say in a goal how it is answered"),
                related=tuple(
                    (one.origin.at("challenges"), say("linked: '{title}'", title=one.short))
                    for one in projects[:_SHOWN]
                ),
                subject=challenge.id,
            )
