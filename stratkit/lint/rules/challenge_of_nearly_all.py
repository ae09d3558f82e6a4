"""Nearly all projects of an industry are linked to one challenge.

## Why this is bad
The link says nothing any more: which project really answers the challenge, and whether one does, cannot be seen.

## Example
    # demo/industries/health.yaml
    challenges:
      - {id: queues, number: 1, title: Очереди в регистратуру}   # error: TRC067
      - {id: paper, number: 2, title: Бумажные карты}
    # demo/projects/health/records.yaml
    challenges: [paper, queues]
    # demo/projects/health/third.yaml
    stratkit: project/1
    id: third
    number: 3
    industry: health
    title: Приём на дому
    goal: Приём на дому возможен
    term: {to: 2024, text: До 2024 года}
    financing: {sources: [federal-budget], text: Федеральный бюджет}
    role: {kinds: [executor], text: Исполнитель}
    challenges: [queues]
    responsible: [health-ministry]
    # demo/projects/health/fourth.yaml
    stratkit: project/1
    id: fourth
    number: 4
    industry: health
    title: Приём в выходные
    goal: Приём в выходные возможен
    term: {to: 2024, text: До 2024 года}
    financing: {sources: [federal-budget], text: Федеральный бюджет}
    role: {kinds: [executor], text: Исполнитель}
    challenges: [queues]
    responsible: [health-ministry]
    # demo/projects/health/fifth.yaml
    stratkit: project/1
    id: fifth
    number: 5
    industry: health
    title: Приём в школе
    goal: Приём в школе возможен
    term: {to: 2024, text: До 2024 года}
    financing: {sources: [federal-budget], text: Федеральный бюджет}
    role: {kinds: [executor], text: Исполнитель}
    challenges: [queues]
    responsible: [health-ministry]

## Use instead
    # demo/projects/health/records.yaml
    challenges: [paper]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.model.linked import Strategy, Workspace

_MANY, _NEARLY_ALL = 5, 0.75
"""Fewer projects may well answer the same; and which part of more is nearly all."""


@rule("TRC067", "challenge-of-nearly-all", Severity.INFO, packs=("methodology",))
def challenge_of_nearly_all(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for industry in strategy.industries:
        count = len(industry.projects)
        # The only challenge is everybody's.
        if count < _MANY or len(industry.challenges) == 1:
            continue
        often = [
            (one, linked)
            for one in industry.challenges
            if (linked := len(strategy.projects_of("challenge", f"{industry.id}/{one.id}"))) >= _NEARLY_ALL * count
        ]
        if often:
            first = often[0][0]
            yield Finding(
                first.origin.at("title"),
                say(
                    "challenges to which nearly all of the {count} projects are linked: {titles}",
                    count=count,
                    titles=shown([f"{one.short} ({linked})" for one, linked in often]),
                ),
                say("link to each challenge those projects alone that answer it"),
                related=tuple((one.origin.at("title"), say("another one")) for one, _linked in often[1:]),
                subject=industry.id,
            )
