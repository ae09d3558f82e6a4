"""A project is measured by indicators that speak of what other projects of its industry do.

## Why this is bad
They grow with the other projects; whether this one succeeds cannot be seen.

How near an indicator is to a project is judged by the words that they have in common, seldom ones counting for more.

## Example
    # demo/indicators/health.yaml
    indicators:
      - id: online-booking
        title: Доля записей через портал на свободное время, занявших минуту
        unit: percent
        direction: up
        plan: {2022: 40, 2023: 50, 2024: 60}
      - id: portal-time
        title: Доля времени, свободного для записи через портал до последней минуты
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

import math
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.bits import single
from stratkit.lint.rule import rule
from stratkit.lint.vocabulary import vocabulary
from stratkit.model.linked import IndicatorRow, Project, Strategy, Workspace

# Less than a third of what another project has in common with it, which has to be a good deal.
_NEARER, _GOOD_DEAL = 3.0, 5.0
_LEAST = 2


@rule("TRC042", "borrowed-indicators", Severity.INFO, packs=("methodology",))
def borrowed_indicators(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    near = _Nearness(strategy)
    for industry in strategy.industries:
        for project in industry.projects if len(industry.projects) > 1 else ():
            if project.goal is None and project.description is None:
                continue
            borrowed = [(row, other) for row in project.rows if (other := near.nearer(row, project)) is not None]
            if len(borrowed) >= _LEAST and 2 * len(borrowed) >= len(project.rows):
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
    """How much indicators have in common with the projects of their industries."""

    def __init__(self, strategy: Strategy) -> None:
        self.strategy = strategy
        self.known = vocabulary(strategy)
        self._weights: dict[int, float] = {}
        self._found: dict[str, dict[str, float]] = {}

    def nearer(self, row: IndicatorRow, project: Project) -> Project | None:
        """The project to which an indicator is much nearer than to *project*; None if there is none."""
        found = self._of(row, project.industry)
        name, most = max(found.items(), key=lambda one: one[1], default=("", 0.0))
        if most < _GOOD_DEAL or _NEARER * found[project.id] >= most:
            return None
        return next(one for one in self.strategy.industry[project.industry].projects if one.id == name)

    def _of(self, row: IndicatorRow, industry: str) -> dict[str, float]:
        key = f"{industry}/{row.indicator.id}"
        if key not in self._found:
            words = self.known.sought(row.indicator.title) & ~self.known.common
            self._found[key] = {
                one.id: math.fsum(map(self._weight, single(words & self.known.projects[one.id])))
                for one in self.strategy.industry[industry].projects
            }
        return self._found[key]

    def _weight(self, word: int) -> float:
        if word not in self._weights:
            self._weights[word] = math.log(len(self.strategy.projects) / self.known.counts.of(word))
        return self._weights[word]
