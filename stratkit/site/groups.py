"""Who gains and what each is promised; who answers for a figure."""

from __future__ import annotations

from collections.abc import Mapping

from stratkit.model import linked
from stratkit.model.catalog import Entry


def all_beneficiaries(strategy: linked.Strategy) -> list[linked.Beneficiary]:
    """Those of the card, then those that only projects name."""
    named = {one.id: one for one in strategy.beneficiaries}
    for project in strategy.projects:
        for who in project.beneficiaries:
            named.setdefault(who.id, who)
    return list(named.values())


def gains(strategy: linked.Strategy, who: linked.Beneficiary) -> list[tuple[linked.Project, str | None]]:
    """What *who* gains, project by project; None where the source lost the words."""
    return [
        (project, benefit.text)
        for project in strategy.projects_of("beneficiary", who.id)
        for benefit in project.benefits
        if any(one.id == who.id for one in benefit.who)
    ]


def answering(strategy: linked.Strategy, indicator: linked.Indicator) -> tuple[linked.Body, ...]:
    """Who answers for a figure: those whom its row names, else those who answer for the project."""
    found = {
        body.id: body
        for project in strategy.projects_of("indicator", indicator.id)
        for row in project.rows
        if row.indicator is indicator
        for body in row.responsible or project.responsible
    }
    return tuple(found.values())


def grouped(
    beneficiaries: list[linked.Beneficiary], catalog: Mapping[str, Entry]
) -> list[tuple[str | None, list[linked.Beneficiary]]]:
    """Beneficiaries under the headings of the catalogue, in its order; those without a heading come last."""
    headings = list(dict.fromkeys(entry.group for entry in catalog.values() if entry.group))
    groups: dict[str | None, list[linked.Beneficiary]] = {heading: [] for heading in (*headings, None)}
    for one in beneficiaries:
        entry = catalog.get(one.id)
        groups[entry.group if entry else None].append(one)
    return [(heading, members) for heading, members in groups.items() if members]
