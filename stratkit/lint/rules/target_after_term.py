"""The target is first reached after every project that works for it is over.

## Why this is bad
When the projects end, the promise is not fulfilled, and nobody works on it any more.

## Example
    # demo/indicators/education.yaml
    indicators:
      - id: portfolios-kept
        title: Количество цифровых портфолио
        unit: pieces
        direction: up
        plan: {2022: 300, 2023: 700, 2024: 1200}
        national_goals: [digital-maturity]
    # demo/projects/education/portfolio.yaml
    term: {to: 2023, text: До 2023 года}   # error: IND015

## Use instead
    # demo/projects/education/portfolio.yaml
    term: {to: 2024, text: До 2024 года}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import end_year, target_year
from stratkit.model.linked import Strategy, Workspace


@rule("IND015", "target-after-term", Severity.WARNING)
def target_after_term(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for indicator in strategy.indicators:
        reached = target_year(indicator)
        projects = strategy.projects_of("indicator", indicator.id)
        ends = [end_year(project.term) for project in projects]
        if reached is None or not ends or not all(end is not None and end < reached for end in ends):
            continue
        yield Finding(
            projects[0].origin.at("term", "to"),
            say("'{title}' reaches its target in {year}, after the project is over", title=indicator.short, year=reached),
            say("check the term and the plan"),
            related=((indicator.origin.at("plan"), say("the plan stands here")),),
            subject=indicator.id,
        )
