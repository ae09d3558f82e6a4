"""The plan of an indicator goes on after the project has ended, with nothing left to reach.

## Why this is bad
The values of those years are nobody's business any more.

## Example
    # demo/projects/education/portfolio.yaml
    term: {to: 2023, text: До 2023 года}   # error: TRM005
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 700}
        national_goals: [digital-maturity]

## Use instead
    # demo/projects/education/portfolio.yaml
    term: {to: 2024, text: До 2024 года}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRM005", "targets-after-term", Severity.INFO, packs=("terms",))
def targets_after_term(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        end = project.last_year
        if end is None:
            continue
        # A target that is still to be reached is IND015 or IND027: they question the same term and weigh more.
        if any((one.target_year or 0) > end for one in project.indicators):
            continue
        late = [row.indicator.short for row in project.rows if max(row.indicator.plan, default=0) > end]
        if late:
            yield Finding(
                project.origin.at("term", "to"),
                say(
                    "the project ends in {end}, the plan of its indicators goes on; indicators: {count}",
                    end=end,
                    count=len(late),
                ),
                say("check the term, or say who keeps the values up after the project"),
                subject=project.id,
            )
