"""A project is measured by indicators that speak of what other projects of its industry do.

## Why this is bad
They grow with the other projects; whether this one succeeds cannot be seen. So it is with a single indicator that is counted
for two projects and speaks of one of them.

How near an indicator is to a project is judged by the words that they have in common, seldom ones counting for more.

## Example
    # demo/indicators/health.yaml
    indicators:
      - id: online-booking
        title: Доля записей через портал в интернете, который показывает свободное время и занимает минуту
        unit: percent
        direction: up
        plan: {2022: 40, 2023: 50, 2024: 60}
      - id: portal-time
        title: Доля минут, за которые портал в интернете показывает свободное время и занимает запись
        unit: percent
        direction: up
        plan: {2022: 10, 2023: 20, 2024: 30}
      - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
    # demo/projects/health/records.yaml
    indicators:   # error: TRC042
      - {id: online-booking}
      - {id: portal-time}

## Use instead
    # demo/projects/health/records.yaml
    indicators:
      - {id: e-records}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.holders import Counts
from stratkit.lint.rule import rule
from stratkit.lint.vocabulary import vocabulary
from stratkit.model.linked import Indicator, IndicatorRow, Industry, Project, Strategy, Workspace

# Less than a third of what another project has in common with it, which has to be a good deal.
_NEARER, _GOOD_DEAL = 3, 7
_LEAST, _MOST = 2, 0.6


@rule("TRC042", "borrowed-indicators", Severity.INFO, packs=("methodology",))
def borrowed_indicators(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for industry in strategy.industries:
        nearness = _Nearness(strategy, industry)
        for project in industry.projects if len(industry.projects) > 1 else ():
            if project.goal is None and project.description is None:
                continue
            borrowed = nearness.borrowed(project) if len(project.rows) >= _LEAST else []
            if borrowed:
                yield Finding(
                    project.origin.at("indicators"),
                    say(
                        "{count} of the {all} indicators of the project speak of what other projects do",
                        count=len(borrowed),
                        all=len(project.rows),
                    ),
                    say("give the project a measure of its own result"),
                    related=tuple(
                        (
                            row.origin,
                            say(
                                "'{title}': by its words nearer to '{other}'",
                                title=row.indicator.short,
                                other=other.short,
                            ),
                        )
                        for row, other in borrowed
                    ),
                    subject=project.id,
                )
            else:
                yield from _shared(strategy, project, nearness)


def _shared(strategy: Strategy, project: Project, nearness: _Nearness) -> Iterator[Finding]:
    """The indicators that are counted for one more project, of which they speak much more; for three it is IND013."""
    for row in project.rows:
        others = [one for one in strategy.projects_of("indicator", row.indicator.id) if one is not project]
        if len(others) != 1 or others[0].industry != project.industry:
            continue
        other = nearness.nearer(row.indicator, project, others)
        # Where nothing is in common, it is TRC033.
        if other is not None and nearness.known.near(row.indicator.title, nearness.known.bit(project)):
            yield Finding(
                row.origin,
                say(
                    "'{title}' is counted for '{other}', too, and speaks rather of that",
                    title=row.indicator.short,
                    other=other.short,
                ),
                say("leave it to that project and give this one a measure of its own result"),
                related=((other.origin.at("indicators"), say("the other project stands here")),),
                subject=project.id,
            )


class _Nearness:
    """How much indicators have in common with the projects of an industry.

    A word counts once for each time that all projects can be halved until it stands in all that are left.
    """

    def __init__(self, strategy: Strategy, industry: Industry) -> None:
        self.known = vocabulary(strategy)
        self.count = len(strategy.projects)
        self.there = self.known.bits(industry.projects)

    def borrowed(self, project: Project) -> list[tuple[IndicatorRow, Project]]:
        """The rows of *project* that are much nearer to another one, with that one; nothing if most are not."""
        borrowed: list[tuple[IndicatorRow, Project]] = []
        least = max(_LEAST, ceil(_MOST * len(project.rows)))
        for left, row in zip(range(len(project.rows), 0, -1), project.rows, strict=True):
            if len(borrowed) + left < least:
                return []
            other = self.nearer(row.indicator, project)
            if other is not None:
                borrowed.append((row, other))
        return borrowed if len(borrowed) >= least else []

    def nearer(self, indicator: Indicator, project: Project, among: Sequence[Project] = ()) -> Project | None:
        """The project, *among* some or all, to which an indicator is much nearer than to *project*; None if there is none."""
        itself, own = self.known.bit(project), 0
        there = self.known.bits((project, *among)) if among else self.there
        telling: list[tuple[int, int]] = []
        for who in self.known.having(indicator.title).values():
            here = who & there
            if here:
                weight = (self.count // who.bit_count()).bit_length() - 1
                telling.append((here, weight))
                own += weight if here & itself else 0
        least = max(_GOOD_DEAL, _NEARER * own + 1)
        if sum([weight for _, weight in telling]) < least:
            return None  # not even a project that has all of them
        counts = Counts()
        for here, weight in telling:
            counts.add(here, weight)
        most, nearest = counts.most()
        return self.known.first(nearest) if most >= least else None
