"""A milestone promises less than the plan of the same thing has reached years before.

## Why this is bad
One of the two is wrong: what stands in the table for an earlier year would make the milestone a step back.

## Example
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2030, text: 50 % записей к врачу идут через интернет}   # error: IND029
    term: {to: 2030, text: До 2030 года}

## Use instead
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2030, text: 90 % записей к врачу идут через интернет}
    term: {to: 2030, text: До 2030 года}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import number
from stratkit.lint.rule import rule
from stratkit.lint.series import Value, has_percent, is_share
from stratkit.lint.texts import stems
from stratkit.lint.words import PERCENT, POSSIBILITY
from stratkit.model.linked import Indicator, Project, Strategy, Workspace
from stratkit.model.numbers import Moment

# So many words of the milestone stand in the title: then both speak of the same.
_SHARED = 3


@rule(
    "IND029",
    "milestone-below-plan",
    Severity.WARNING,
    packs=(
        "figures",
        "methodology",
    ),
)
def milestone_below_plan(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        rising = [one for one in project.indicators if is_share(one) and one.direction == "up" and one.known]
        for index, indicator, figure in _figures(project, rising):
            year, value = indicator.known[-1]
            yield Finding(
                project.origin.at("milestones", index, "text"),
                say("the milestone promises {figure} %, the plan has {value} % already in {year}", figure=figure, value=value, year=year),
                say("compare both with the document and correct the one that is wrong"),
                related=((indicator.origin.at("plan"), say("the plan of '{title}'", title=indicator.short)),),
                subject=project.id,
            )  # fmt: skip


def _figures(project: Project, rising: list[Indicator]) -> Iterator[tuple[int, Indicator, Value]]:
    """Milestones after the last planned year that promise less, with the indicator and the figure."""
    for index, milestone in enumerate(project.milestones if rising else ()):
        if not has_percent(milestone.text):
            continue
        year = Moment.parse(milestone.by).year
        figures = [number(one) for one in PERCENT.findall(milestone.text)]
        # What people may do is no share of what they did.
        if not figures or POSSIBILITY.search(milestone.text):
            continue
        words = set(stems(milestone.text))
        for indicator in rising:
            last, value = indicator.known[-1]
            if last < year and figures[0] < value and len(words & set(stems(indicator.title))) >= _SHARED:
                yield index, indicator, int(figures[0]) if figures[0].is_integer() else figures[0]
                break
