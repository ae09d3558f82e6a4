"""Targets are first reached after every project that works for them is over.

## Why this is bad
When the projects end, the promise is not fulfilled, and nobody works on it any more.

## Example
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
from stratkit.model.linked import Indicator, Strategy, Workspace


@rule("IND015", "target-after-term", Severity.WARNING, packs=("figures",))
def target_after_term(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        end = project.last_year
        late = [one for one in project.indicators if unreached(strategy, one)] if end is not None else []
        if late:
            yield Finding(
                project.origin.at("term", "to"),
                say(
                    "the project ends in {end}, before targets are reached; indicators: {count}",
                    end=end,
                    count=len(late),
                ),
                say("check the term and the plan"),
                related=tuple((one.origin.at("plan"), say("'{title}'", title=one.short)) for one in late[:5]),
                subject=project.id,
            )


def unreached(strategy: Strategy, indicator: Indicator) -> bool:
    """True if all projects that count *indicator* end before its target is reached."""
    reached = indicator.target_year
    if reached is None:
        return False
    for project in strategy.projects_of("indicator", indicator.id):
        end = project.last_year
        if end is None or end >= reached:
            return False
    return True
