"""A project is measured by indicators that speak of what other projects of its industry do.

## Why this is bad
They grow with the other projects; whether this one succeeds cannot be seen.

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

from collections.abc import Iterator
from functools import reduce
from itertools import count, takewhile
from operator import or_

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.vocabulary import vocabulary
from stratkit.model.linked import Indicator, Industry, Project, Strategy, Workspace

# Less than a third of what another project has in common with it, which has to be a good deal.
_NEARER, _GOOD_DEAL = 3, 7
_LEAST, _MOST = 2, 0.6


@rule("TRC042", "borrowed-indicators", Severity.INFO, packs=("methodology",))
def borrowed_indicators(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for industry in strategy.industries:
        nearness = _Nearness(strategy, industry)
        for project in industry.projects if len(industry.projects) > 1 else ():
            if (project.goal is None and project.description is None) or len(project.rows) < _LEAST:
                continue
            borrowed = [
                (row, other) for row in project.rows if (other := nearness.nearer(row.indicator, project)) is not None
            ]
            if len(borrowed) >= _LEAST and len(borrowed) >= _MOST * len(project.rows):
                yield Finding(
                    project.origin.at("indicators"),
                    say(
                        "{count} of the {all} indicators of the project speak of what other projects do",
                        count=len(borrowed),
                        all=len(project.rows),
                    ),
                    say("give the project a measure of its own result"),
                    related=tuple(
                        (row.origin, say("'{title}': rather of '{other}'", title=row.indicator.short, other=other.short))
                        for row, other in borrowed
                    ),
                    subject=project.id,
                )  # fmt: skip


class _Nearness:
    """How much indicators have in common with the projects of an industry.

    A word counts once for each time that all projects can be halved until it stands in all that are left.
    """

    def __init__(self, strategy: Strategy, industry: Industry) -> None:
        self.known = vocabulary(strategy)
        self.projects = {one.id: self.known.projects[one.id] for one in industry.projects}
        self.titled = {one.id: one for one in industry.projects}
        said = reduce(or_, self.projects.values(), 0) & ~self.known.common
        bounds = takewhile(bool, (len(strategy.projects) >> halved for halved in count(1)))
        self.seldom = [said & ~self.known.counts.at_least(bound + 1) for bound in bounds]

    def nearer(self, indicator: Indicator, project: Project) -> Project | None:
        """The project to which an indicator is much nearer than to *project*; None if there is none."""
        words = self.known.sought(indicator.title)
        sets = [words & seldom for seldom in self.seldom]
        enough = max(_GOOD_DEAL, _NEARER * _size(sets, self.projects[project.id]) + 1)
        # No project has more of them than all have together, and none counts a word oftener than there are sets.
        if sum(map(int.bit_count, sets)) < enough:
            return None
        least = -(-enough // len(sets))
        found = {
            name: size
            for name, own in self.projects.items()
            if (sets[0] & own).bit_count() >= least and (size := _size(sets, own)) >= enough
        }
        return self.titled[max(found, key=found.__getitem__)] if found else None


def _size(sets: list[int], own: int) -> int:
    return sum([(one & own).bit_count() for one in sets])
