"""A state programme that pays for no industry and no project of the strategy.

## Why this is bad
It stands in the list of money, and nobody sees for what.

## Example
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п"}
      - id: school-development
        number: 2
        title: Развитие школ
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-02, act_number: "502-п"}
      - id: roads   # error: TRC023
        number: 3
        title: Дороги
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-03, act_number: "503-п"}

## Use instead
    # demo/projects/health/booking.yaml
    programmes: [health-development]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC023", "unused-programme", Severity.INFO, status="preview", packs=("methodology", "strict"))
def unused_programme(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for programme in strategy.programmes:
        serves = any(name in strategy.industry for name in programme.industries)
        if not serves and not strategy.projects_of("programme", programme.id):
            yield Finding(
                programme.origin.at("id"),
                say(
                    "the programme '{title}' pays for no industry and no project of the strategy", title=programme.short
                ),
                say("add it to 'programmes' of its projects, or name its industries"),
                subject=programme.id,
            )
