"""The goal of a project says what a challenge of its industry is, and the project is linked to others.

## Why this is bad
The table of challenges and projects sends the reader to the wrong project, and the challenge that is taken up looks
forgotten.

## Example
    # demo/industries/health.yaml
    challenges:
      - {id: queues, number: 1, title: Очереди в регистратуру поликлиник каждое утро перед приёмом}
      - {id: paper, number: 2, title: Бумажные карты пациентов теряются между больницами разных городов}
    # demo/projects/health/booking.yaml
    goal: Карты пациентов больше не теряются между больницами разных городов   # error: TRC065

## Use instead
    # demo/industries/health.yaml
    challenges:
      - {id: queues, number: 1, title: Очереди в регистратуру поликлиник каждое утро перед приёмом}
      - {id: paper, number: 2, title: Бумажные карты пациентов теряются между больницами разных городов}
    # demo/projects/health/booking.yaml
    goal: Очереди в регистратуру поликлиник утром исчезают
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.model.linked import Industry, Project, Strategy, Workspace

_WORDS, _ALIKE, _LESS = 5, 0.6, 0.5
"""How many words tell a challenge; which part of them a goal has that says the same; and how much less of the linked ones."""


@rule("TRC065", "goal-of-unlinked-challenge", Severity.INFO, packs=("methodology",))
def goal_of_unlinked_challenge(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for industry in strategy.industries:
        words = [frozenset(stems(one.title)) for one in industry.challenges]
        for project in industry.projects:
            index = _nearest(project, industry, words)
            if index is not None:
                challenge = industry.challenges[index]
                yield Finding(
                    project.origin.at("goal"),
                    say("the goal is that of a challenge to which the project is not linked: '{title}'", title=challenge.short),
                    say("link the project to it, or say in the goal how it answers those to which it is linked"),
                    related=((challenge.origin.at("title"), say("the challenge stands here")),),
                    subject=project.id,
                )  # fmt: skip


def _nearest(project: Project, industry: Industry, words: list[frozenset[bytes]]) -> int | None:
    """The challenge that the goal of *project* says though it is not linked to it and hardly says the linked ones."""
    if not project.goal or not project.challenges:
        return None
    said = frozenset(stems(project.goal))
    linked = {one.id for one in project.challenges}
    shares = [len(said & own) / len(own) if len(own) >= _WORDS else 0.0 for own in words]
    others = [(share, -index) for index, share in enumerate(shares) if industry.challenges[index].id not in linked]
    own = max((share for index, share in enumerate(shares) if industry.challenges[index].id in linked), default=0.0)
    best, index = max(others, default=(0.0, 0))
    return -index if best >= _ALIKE and own < _LESS * best else None
