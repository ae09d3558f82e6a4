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

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

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
        having: defaultdict[bytes, list[int]] = defaultdict(list)
        for index, own in enumerate(words):
            for word in own if len(own) >= _WORDS else ():
                having[word].append(index)
        for project in industry.projects:
            nearest = _nearest(project, industry, words, having)
            if nearest is not None:
                challenge = industry.challenges[nearest]
                yield Finding(
                    project.origin.at("goal"),
                    say("the goal is that of a challenge to which the project is not linked: '{title}'", title=challenge.short),
                    say("link the project to it, or say in the goal how it answers those to which it is linked"),
                    related=((challenge.origin.at("title"), say("the challenge stands here")),),
                    subject=project.id,
                )  # fmt: skip


def _nearest(
    project: Project, industry: Industry, words: list[frozenset[bytes]], having: Mapping[bytes, list[int]]
) -> int | None:
    """The challenge that the goal of *project* says though it is not linked to it and hardly says the linked ones."""
    if not project.goal or not project.challenges:
        return None
    said = Counter(chain.from_iterable(map(having.__getitem__, having.keys() & stems(project.goal))))
    alike = [index for index, count in said.items() if count >= _ALIKE * len(words[index])]
    if not alike:
        return None
    linked = {one.id for one in project.challenges}
    shares = {index: count / len(words[index]) for index, count in said.items()}
    own = max((share for index, share in shares.items() if industry.challenges[index].id in linked), default=0.0)
    others = [(-shares[index], index) for index in alike if industry.challenges[index].id not in linked]
    best, index = min(others, default=(0.0, 0))
    return index if own < -_LESS * best else None
