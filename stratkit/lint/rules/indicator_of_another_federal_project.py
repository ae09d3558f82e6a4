"""Two regions count a common indicator for different federal projects, and both carry out both.

## Why this is bad
What the indicator says of a federal project cannot be compared, and one of the two regions measures the wrong one.

## Example
    # catalog/federal-projects/health.yaml
    projects:
      - {id: digital-card, title: Цифровая карта пациента}
      - {id: digital-queue, title: Цифровая очередь}
    # demo/projects/health/booking.yaml
    federal: digital-queue
    # sample/projects/health/records.yaml
    indicators: []
    # sample/projects/health/queue.yaml
    stratkit: project/1
    id: queue
    number: 2
    industry: health
    federal: digital-queue
    goal: Очередь видна в интернете
    description: null
    term: {to: 2024, text: До 2024 года}
    financing: {sources: [regional-budget], text: Региональный бюджет}
    role: {kinds: [executor], text: Исполнитель}
    challenges: [distance]
    beneficiaries:
      - {who: [residents], benefit: Не стоят в очереди}
    responsible: [health-committee]
    indicators:
      - {id: e-records}   # error: REG005

## Use instead
    # catalog/federal-projects/health.yaml
    projects:
      - {id: digital-card, title: Цифровая карта пациента}
      - {id: digital-queue, title: Цифровая очередь}
    # demo/projects/health/booking.yaml
    federal: digital-queue
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import Gathered, origin_of, place_of, workspace_rule
from stratkit.model.linked import Catalog, Strategy


def _placed(strategy: Strategy) -> Gathered:
    """The name of the region, its federal projects, and for each common indicator those for which it counts."""
    carried = {one.federal.id: one.short for one in strategy.projects if one.federal is not None}
    found: dict[str, dict[str, object]] = defaultdict(dict)
    for project in strategy.projects:
        for row in project.rows:
            if row.indicator.common_id is not None:
                federal = project.federal.id if project.federal is not None else ""
                found[row.indicator.common_id][federal] = [place_of(row.origin), row.indicator.short, project.id]
    # Where a project of the region's own is measured as well, nothing can be said.
    return [strategy.frame.region.name.nominative, carried, {name: one for name, one in found.items() if "" not in one}]


@workspace_rule("REG005", "indicator-of-another-federal-project", Severity.INFO, _placed, packs=("comparison",))
def indicator_of_another_federal_project(_catalog: Catalog, gathered: Mapping[str, Gathered]) -> Iterator[Finding]:
    first: dict[str, tuple[str, Mapping[str, str], Mapping[str, list[Any]]]] = {}
    for region, carried, placed in gathered.values():
        for common, federals in placed.items():
            other, its_carried, its_federals = first.setdefault(common, (region, carried, federals))
            there = next(iter(its_federals))
            if federals.keys() & its_federals.keys() or not (federals.keys() & its_carried.keys() and there in carried):
                continue
            place, title, subject = next(iter(federals.values()))
            yield Finding(
                origin_of(place),
                say(
                    "'{title}' counts for '{project}' in {region}",
                    title=title, project=its_carried[there], region=other,
                ),
                say("find out which of the two federal projects it measures"),
                related=((origin_of(its_federals[there][0]), say("there it stands here")),),
                subject=subject,
            )  # fmt: skip
