"""One benefit is promised to many groups at once.

## Why this is bad
What a pupil gains and what a clerk gains is not the same: the text fits some of those who are named and leaves out the others.

## Example
    # catalog/beneficiaries.yaml
    items:
      - {id: residents, title: Жители области}
      - {id: pupils, title: Ученики школ}
      - {id: farmers, title: Фермеры}
      - {id: doctors, title: Врачи}
      - {id: teachers, title: Учителя}
      - {id: clerks, title: Служащие}
    # demo/projects/education/portfolio.yaml
    beneficiaries:
      - who: [residents, pupils, farmers, doctors, teachers, clerks]
        benefit: Видят свои успехи   # error: TRC068

## Use instead
    # demo/projects/education/portfolio.yaml
    beneficiaries:
      - {who: [pupils], benefit: Видят свои успехи}
      - {who: [residents], benefit: Видят успехи детей}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

_MANY, _SHOWN = 6, 12


@rule("TRC068", "one-benefit-for-many", Severity.INFO, packs=("methodology",))
def one_benefit_for_many(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    crowded = [
        (project, one)
        for project in strategy.projects
        for one in project.benefits
        if one.text and len(one.who) >= _MANY
    ]
    if crowded:
        project, first = crowded[0]
        yield Finding(
            first.origin.at("benefit"),
            say(
                "benefits that are promised to {many} groups and more at once: {count}", many=_MANY, count=len(crowded)
            ),
            say("say for each group what it gains"),
            related=tuple(
                (one.origin.at("benefit"), say("'{title}'", title=other.short)) for other, one in crowded[1:_SHOWN]
            ),
            subject=project.id,
        )
