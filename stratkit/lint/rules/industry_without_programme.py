"""No state programme is linked with an industry of the strategy.

## Why this is bad
It is not seen from which programme its projects are paid. Where the list of programmes has one that pays for it, only
the link is missing: programmes that are linked with no industry are named.

## Example
    # demo/programmes.yaml
    programmes: []
    # demo/projects/health/booking.yaml
    programmes: []
    # demo/projects/health/records.yaml
    programmes: []
    # demo/projects/education/portfolio.yaml
    programmes: []
    # sample/programmes.yaml
    programmes:
      - id: roads
        number: 1
        title: Дороги края
        act: {kind: resolution, issuer: Администрации Примерного края, date: 2019-11-05, act_number: "911"}
    # sample/industries/health.yaml
    industry: health   # error: TRC015

## Use instead
    # sample/programmes.yaml
    programmes:
      - id: health
        number: 1
        title: Здоровье края
        act: {kind: resolution, issuer: Администрации Примерного края, date: 2019-11-05, act_number: "911"}
        industries: [health]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC015", "industry-without-programme", Severity.INFO, packs=("methodology",))
def industry_without_programme(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    if not strategy.programmes:
        return
    loose = [programme for programme in strategy.programmes if not programme.industries]
    paid = {name for programme in strategy.programmes for name in programme.industries}
    for industry in strategy.industries:
        if industry.id not in paid and not any(project.programmes for project in industry.projects):
            yield Finding(
                industry.origin.at("industry"),
                say("no programme is linked with the industry '{title}'", title=industry.short),
                say("link the programme that pays for it; if there is none, say what its projects are paid from"),
                related=tuple(
                    (one.origin.at("id"), say("'{title}' is linked with no industry", title=one.short))
                    for one in loose[:5]
                ),
                subject=industry.id,
            )
