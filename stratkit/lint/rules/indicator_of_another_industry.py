"""A project is measured by an indicator of another industry.

## Why this is bad
The table of the industry shows a figure that its body does not report, and the other industry reports it without the project.

## Example
    # demo/projects/health/records.yaml
    indicators:
      - {id: portfolios-kept}   # error: TRC053

## Use instead
    # demo/projects/health/records.yaml
    indicators:
      - {id: e-records}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC053", "indicator-of-another-industry", Severity.INFO, packs=("methodology",))
def indicator_of_another_industry(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        for row in project.rows:
            other = row.indicator.industry
            if other != project.industry and other in strategy.industry:
                yield Finding(
                    row.origin,
                    say(
                        "the indicator '{title}' belongs to the industry '{industry}'",
                        title=row.indicator.short, industry=strategy.industry[other].short,
                    ),
                    say("check that it measures this project; else name one of its own industry"),
                    related=((row.indicator.origin.at("id"), say("the indicator stands here")),),
                    subject=project.id,
                )  # fmt: skip
