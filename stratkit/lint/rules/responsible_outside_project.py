"""An indicator is answered for by a body that answers for none of its projects.

## Why this is bad
Whoever reports the figure does not carry out the work, and whoever carries it out does not know who reports it.

## Example
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}, responsible: [digital-ministry]}   # error: TRC054
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}

## Use instead
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}, responsible: [health-ministry]}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC054", "responsible-outside-project", Severity.INFO, packs=("methodology",))
def responsible_outside_project(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        if not indicator.responsible:
            continue
        projects = strategy.projects_of("indicator", indicator.id)
        bodies = {body.id for project in projects for body in project.responsible}
        strangers = [body for body in indicator.responsible if body.id not in bodies]
        if bodies and strangers:
            yield Finding(
                indicator.origin.at("responsible"),
                say("'{title}' answers for the indicator and for none of its projects", title=strangers[0].short),
                say("name a body of the projects, or add this one to them"),
                related=((projects[0].origin.at("responsible"), say("the project names its bodies here")),),
                subject=indicator.id,
            )
