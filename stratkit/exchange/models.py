"""The format ``stratkit.strategy/1``: a resolved strategy as data, and its parts.

``schema/export.json`` is made of these models. A key that is added keeps the version; a key that
is removed or means something else raises it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from stratkit.diagnostics.message import mark as _
from stratkit.model.frozen import Field
from stratkit.model.node import Node

SCHEMA: Literal["stratkit.strategy/1"] = "stratkit.strategy/1"
ENTITY_SCHEMA: Literal["stratkit.entity/1"] = "stratkit.entity/1"

Values = dict[str, int | float | None]


class Titled(Node):
    """Something with an id and a title."""

    id: str = Field(description=_("Stable id."))
    title: str = Field(description=_("The full title."))


class NumberedTitle(Titled):
    """Something with an official number."""

    number: int | str = Field(description=_("Official number, as in the document."))
    page: int | None = Field(default=None, description=_("Page of the source document."))


class ActData(Node):
    """A legal act."""

    id: str = Field(description=_("Stable id."))
    number: int | str = Field(description=_("Official number, as in the document."))
    kind: str = Field(description=_("Kind of act, in words."))
    issuer: str | None = Field(description=_("Who issued it, in the genitive case."))
    date: str | None = Field(description=_("A date, as exact as it is known: 2024, '2024-07' or 2024-07-31."))
    act_number: str | None = Field(description=_("The number of the act, as text."))
    title: str = Field(description=_("The title, without the outer quotes."))
    uncertain: list[str] = Field(description=_("Details of the act that are lost in this document's text."))
    page: int | None = Field(description=_("Page of the source document."))


class PointData(Node):
    """A numbered item of a list."""

    number: int | str = Field(description=_("Official number, as in the document."))
    text: str = Field(description=_("The text, in plain words."))
    page: int | None = Field(description=_("Page of the source document."))


class TermData(Node):
    """When a project runs."""

    from_: str | int | None = Field(written="from", description=_("The start, if the document names one."))
    to: str | int | None = Field(description=_("The end. Without it the term is open."))
    then: str | None = Field(
        description=_("What follows the end: permanent means that the project goes on without end.")
    )
    recurrence: str | None = Field(description=_("yearly: repeated each year."))
    text: str = Field(description=_("The official wording of the term."))


class MilestoneData(Node):
    """What is to be reached by a date."""

    by: str | int = Field(description=_("The date by which it is reached: the end of this year, month or day."))
    text: str = Field(description=_("What is reached by then."))


class BenefitData(Node):
    """What one beneficiary gains."""

    id: str = Field(description=_("The beneficiary: an id."))
    title: str = Field(description=_("The full title."))
    benefit: str | None = Field(description=_("What they gain. null: lost in the source."))


class FinancingData(Node):
    """Where the money comes from."""

    sources: list[Titled] = Field(description=_("Sources of funds."))
    support: list[Titled] = Field(description=_("Kinds of support."))
    text: str = Field(description=_("The official wording."))


class IndicatorData(Node):
    """An indicator with its approved values by year."""

    id: str = Field(description=_("Stable id."))
    common: str | None = Field(description=_("The common indicator of all regions: an id."))
    title: str = Field(description=_("The full title."))
    unit: str | None = Field(description=_("The sign of the unit."))
    unit_id: str | None = Field(description=_("The unit: an id."))
    direction: str | None = Field(description=_("Which way is good: up, down or keep."))
    values: Values = Field(
        description=_(
            "Approved values by year. null: a value is promised but unknown. No key: nothing is promised for that year."
        )
    )
    uncertain: list[str] = Field(description=_("Years whose value is doubtful."))
    uncertain_reasons: dict[str, str] = Field(
        description=_(
            "Why, by year: lost, decimal-restored (a lost decimal comma was put back) or doubtful (the reading)."
        )
    )
    baseline: Values = Field(description=_("The value from which the plan starts, by its year."))
    facts: Values = Field(description=_("Actual values by year, apart from the plan."))
    responsible: list[Titled] = Field(description=_("Responsible bodies."))
    page: int | None = Field(description=_("Page of the source document."))


class ProjectData(Node):
    """A project with everything that it is linked to."""

    id: str = Field(description=_("Stable id."))
    number: int | str = Field(description=_("Official number, as in the document."))
    title: str = Field(description=_("The full title."))
    short_title: str = Field(description=_("A short title for navigation and charts."))
    federal: str | None = Field(description=_("The federally recommended project: an id."))
    recommended: bool = Field(description=_("true: a federal body recommends it."))
    challenges: list[str] = Field(description=_("Challenges of its industry that it answers: ids."))
    beneficiaries: list[BenefitData] = Field(description=_("Who gains, and what."))
    goal: str | None = Field(description=_("The goal of the project."))
    description: str | None = Field(description=_("What is done, in Markdown."))
    milestones: list[MilestoneData] = Field(description=_("What is to be reached by which date."))
    term: TermData = Field(description=_("When the project runs."))
    financing: FinancingData = Field(description=_("Where the money comes from."))
    role: str = Field(description=_("What the region does in the project."))
    role_kinds: list[Titled] = Field(description=_("Roles of the region."))
    responsible: list[Titled] = Field(description=_("Responsible bodies."))
    technologies: list[str] = Field(description=_("Technologies that it uses: ids."))
    tasks: list[str] = Field(description=_("Tasks of the strategy that it serves: ids."))
    programmes: list[str] = Field(description=_("State programmes that pay for it: ids."))
    indicators: list[IndicatorData] = Field(description=_("Indicators, in the order of their rows in the document."))
    pages: dict[str, list[int]] = Field(
        description=_("Pages of the source on which it stands, by part of the document.")
    )


class IndustryData(Node):
    """An industry: problems, challenges, risks, projects."""

    id: str = Field(description=_("Stable id."))
    number: int | str = Field(description=_("Official number, as in the document."))
    title: str = Field(description=_("The full title."))
    problems: list[str] = Field(description=_("Problems, in the order of the document."))
    challenges: list[NumberedTitle] = Field(description=_("Challenges, in the order of the document."))
    risks: list[str] = Field(description=_("Risks, in the order of the document."))
    projects: list[ProjectData] = Field(description=_("Projects, in the order of the document."))


class ProgrammeData(Node):
    """A state programme."""

    id: str = Field(description=_("Stable id."))
    number: int | str = Field(description=_("Official number, as in the document."))
    title: str = Field(description=_("The title, without the outer quotes."))
    kind: str = Field(description=_("Kind of act, in words."))
    issuer: str | None = Field(description=_("Who issued it, in the genitive case."))
    date: str | None = Field(description=_("A date, as exact as it is known: 2024, '2024-07' or 2024-07-31."))
    act_number: str | None = Field(description=_("The number of the act, as text."))
    period: list[int] | None = Field(description=_("The first and the last year, if the document names them."))
    page: int | None = Field(description=_("Page of the source document."))


class CardData(Node):
    """The strategy in short."""

    directions: list[PointData] = Field(description=_("The directions of the strategy."))
    actions: list[str] = Field(description=_("What is done."))
    lead: list[Titled] = Field(description=_("Who does it: responsible bodies."))
    results: list[str] = Field(description=_("Results by the end of the period."))
    resources: list[NumberedTitle] = Field(description=_("Sources of funds."))
    effects: list[str] = Field(description=_("Long-term social and economic effects."))
    national_goals: list[NumberedTitle] = Field(description=_("National goals."))


class StrategyData(Node):
    """A resolved strategy: everything in document order, titles filled in."""

    schema_: Literal["stratkit.strategy/1"] = Field(written="schema", description=_("Format and version of this file."))
    id: str = Field(description=_("Stable id of the region's strategy."))
    title: str = Field(description=_("The full title."))
    region: str = Field(description=_("The name of the region."))
    year: int = Field(description=_("The year of the document."))
    period: dict[Literal["from", "to"], int] = Field(
        description=_("The years for which the strategy is approved, both included.")
    )
    source: str | None = Field(description=_("The title of the source document."))
    approval: ActData = Field(description=_("The act that approved it."))
    goal: str | None = Field(description=_("The goal of the strategy."))
    legal_basis: list[ActData] = Field(description=_("The acts on which the strategy is based."))
    technologies: list[NumberedTitle] = Field(description=_("The technologies, in the order of the document."))
    tasks: list[NumberedTitle] = Field(description=_("The tasks, in the order of the document."))
    beneficiaries: list[NumberedTitle] = Field(description=_("Beneficiaries, as the card names them."))
    card: CardData | None = Field(description=_("The strategy in short."))
    bodies: list[Titled] = Field(description=_("Responsible bodies."))
    industries: list[IndustryData] = Field(description=_("Industries, in the order of the document."))
    participants: list[str] = Field(description=_("Participants, in the order of the document."))
    programmes: list[ProgrammeData] = Field(description=_("State programmes, in the order of the document."))


class EntityData(Node):
    """One entity of a strategy, with what is linked to it."""

    schema_: Literal["stratkit.entity/1"] = Field(written="schema", description=_("Format and version of this file."))
    kind: str = Field(description=_("Kind of the entity, e.g. project, indicator or body."))
    region: str = Field(description=_("Stable id of the region's strategy."))
    strategy: str = Field(description=_("The full title of the strategy."))
    industry: str | None = Field(description=_("The industry: an id."))
    data: ProjectData | IndicatorData | IndustryData | ProgrammeData | ActData | NumberedTitle | Titled = Field(
        description=_("The entity itself.")
    )
    projects: list[Titled] = Field(description=_("Projects that are linked to it."))


PUBLISHED: Mapping[str, type[Node]] = {"export": StrategyData, "entity": EntityData}
"""The models of which schemas are published, by the names of these."""
