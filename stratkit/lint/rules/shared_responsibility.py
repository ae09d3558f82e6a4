"""Several bodies answer for a project, and for an indicator of it nobody in particular.

## Why this is bad
Where two are asked, neither answers: who reports the value of the indicator is not said.

## Example
    # demo/projects/health/booking.yaml
    responsible:   # error: TRC043
      - health-ministry
      - digital-ministry

## Use instead
    # demo/projects/health/booking.yaml
    responsible:
      - health-ministry
      - digital-ministry
    # demo/indicators/health.yaml
    indicators:
      - {id: online-booking, title: Доля записей к врачу через интернет, unit: percent, direction: up, plan: {2022: 40, 2023: 50, 2024: 60}, responsible: [health-ministry]}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.model.linked import Strategy, Workspace


@rule("TRC043", "shared-responsibility", Severity.INFO, packs=("methodology",))
def shared_responsibility(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        if len(project.responsible) < 2:
            continue
        loose = [row for row in project.rows if len(row.responsible) != 1]
        if loose or not project.rows:
            yield Finding(
                project.origin.at("responsible"),
                say(
                    "{count} bodies answer for the project, and it is not said who for which indicator: {titles}",
                    count=len(project.responsible),
                    titles=shown([one.short for one in project.responsible]),
                ),
                say("name one body for each indicator, in 'responsible' of the indicator"),
                related=tuple((row.origin, say("'{title}'", title=row.indicator.short)) for row in loose),
                subject=project.id,
            )
