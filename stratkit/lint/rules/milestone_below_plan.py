"""A milestone promises less than the plan of the same thing has reached years before, or far more than it will reach.

## Why this is bad
One of the two is wrong: what stands in the table for an earlier year would make the milestone a step back, or the plan grows
too slowly for it.

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
# A plan may well grow faster towards its end, but not by that much.
_TOO_SLOW = 0.8


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
        for index, indicator, figure, year in _figures(project, rising):
            last, value = indicator.known[-1]
            reached = _at_its_pace(indicator, year)
            message, severity = None, None
            if figure < value:
                message = say(
                    "the milestone promises {figure} %, the plan has {value} % already in {year}",
                    figure=_plain(figure), value=value, year=last,
                )  # fmt: skip
            elif reached is not None and reached < _TOO_SLOW * figure:
                severity = Severity.INFO
                message = say(
                    "the milestone promises {figure} %, and at the pace of the plan {figures} % are reached by {year}",
                    figure=_plain(figure), figures=_plain(round(reached, 1)), year=year,
                )  # fmt: skip
            if message is not None:
                yield Finding(
                    project.origin.at("milestones", index, "text"),
                    message,
                    say("compare both with the document and correct the one that is wrong"),
                    related=((indicator.origin.at("plan"), say("the plan of '{title}'", title=indicator.short)),),
                    severity=severity,
                    subject=project.id,
                )


def _figures(project: Project, rising: list[Indicator]) -> Iterator[tuple[int, Indicator, float, int]]:
    """Milestones after the last planned year with the indicator that speaks of the same, their first figure and year."""
    for index, milestone in enumerate(project.milestones if rising else ()):
        if not has_percent(milestone.text):
            continue
        year = Moment.parse(milestone.by).year
        later = [one for one in rising if one.known[-1][0] < year]
        if not later:
            continue
        figures = [number(one) for one in PERCENT.findall(milestone.text)]
        # What people may do is no share of what they did.
        if not figures or POSSIBILITY.search(milestone.text):
            continue
        words = set(stems(milestone.text))
        shared = [len(words & set(stems(one.title))) for one in later]
        if max(shared) >= _SHARED:
            yield index, later[shared.index(max(shared))], figures[0], year


def _at_its_pace(indicator: Indicator, year: int) -> float | None:
    """What a plan reaches by *year* if it goes on growing as it did from its first year to its last; None if it has one."""
    (first, start), (last, value) = indicator.known[0], indicator.known[-1]
    if first == last:
        return None
    return float(value + (value - start) / (last - first) * (year - last))


def _plain(figure: float) -> Value:
    """A figure without the decimals that say nothing."""
    return int(figure) if float(figure).is_integer() else figure
