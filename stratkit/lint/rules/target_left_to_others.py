"""A project ends before the target of an indicator that it shares with projects which go on.

## Why this is bad
The result is counted for a project that is over by then: its own share in it cannot be told.

## Example
    # demo/projects/education/portfolio.yaml
    term: {to: 2022, text: До 2022 года}   # error: IND027
    # demo/projects/health/booking.yaml
    indicators: [{id: portfolios-kept}, {id: online-booking}]

## Use instead
    # demo/projects/education/portfolio.yaml
    term: {to: 2024, text: До 2024 года}
    # demo/projects/health/booking.yaml
    indicators: [{id: portfolios-kept}, {id: online-booking}]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.rules.target_after_term import unreached
from stratkit.model.linked import Strategy, Workspace


@rule("IND027", "target-left-to-others", Severity.INFO, packs=("figures",))
def target_left_to_others(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        end = project.last_year
        if end is None:
            continue
        later = [row.indicator for row in project.rows if (row.indicator.target_year or 0) > end]
        shared = [indicator for indicator in later if not unreached(strategy, indicator)]
        # Where the project leaves targets of its own open, too, IND015 asks about the term.
        if shared and len(shared) == len(later):
            yield Finding(
                project.origin.at("term", "to"),
                say(
                    "the project ends in {end}; targets that it shares with others are reached later; indicators: {count}",
                    end=end,
                    count=len(shared),
                ),
                say("check the term, or give the project a measure of its own result"),
                related=tuple((one.origin.at("plan"), say("'{title}'", title=one.short)) for one in shared[:5]),
                subject=project.id,
            )
