"""One project: one file."""

from typing import Literal

from stratkit.diagnostics.message import mark as _
from stratkit.model.base import Id, Markdown, Number, Page, PartialDate, Text, Variant, Year
from stratkit.model.frozen import Field
from stratkit.model.node import Node


class ProjectPages(Node):
    """The pages of the source on which the project stands, by part of the document."""

    relations: tuple[Page, ...] = Field(
        default=(), description=_("Pages of the table that links challenges and projects.")
    )
    project: tuple[Page, ...] = Field(default=(), description=_("Pages of the table of projects."))
    indicators: tuple[Page, ...] = Field(default=(), description=_("Pages of the table of indicators."))


class Term(Node):
    """When the project runs: comparable as dates, printable as worded."""

    from_: PartialDate | None = Field(
        default=None, written="from", description=_("The start, if the document names one.")
    )
    to: PartialDate | None = Field(default=None, description=_("The end. Without it the term is open."))
    then: Literal["permanent"] | None = Field(
        default=None, description=_("What follows the end: permanent means that the project goes on without end.")
    )
    recurrence: Literal["yearly"] | None = Field(default=None, description=_("yearly: repeated each year."))
    text: Text = Field(description=_("The official wording of the term."))


class Milestone(Node):
    """What is to be reached by a date."""

    by: PartialDate = Field(description=_("The date by which it is reached: the end of this year, month or day."))
    text: Text = Field(description=_("What is reached by then."))


class Financing(Node):
    """Where the money comes from."""

    sources: tuple[Id, ...] = Field(default=(), description=_("Sources of funds: ids of catalog/financing.yaml."))
    support: tuple[Id, ...] = Field(default=(), description=_("Kinds of support: ids of catalog/financing.yaml."))
    text: Text = Field(description=_("The official wording."))


class Role(Node):
    """What the region does in the project."""

    kinds: tuple[Id, ...] = Field(default=(), description=_("Roles of the region: ids of catalog/roles.yaml."))
    text: Text = Field(description=_("The official wording."))


class Benefit(Node):
    """What one or several beneficiaries gain."""

    who: tuple[Id, ...] = Field(min_length=1, description=_("Beneficiaries: ids of catalog/beneficiaries.yaml."))
    benefit: Text | None = Field(description=_("What they gain. null: lost in the source."))


class IndicatorLink(Node):
    """A row of the table of indicators: this project relies on that indicator."""

    id: Id = Field(description=_("The indicator: an id of indicators/."))
    page: Page | None = Field(default=None, description=_("The page on which the row of this project stands."))


class Project(Node):
    """A project of an industry."""

    stratkit: Literal["project/1"] = Field(description=_("Kind of file and version of its format."))
    id: Id
    number: Number
    industry: Id = Field(description=_("The industry: an id of catalog/industries.yaml."))
    federal: Id | None = Field(
        default=None, description=_("The federally recommended project: an id of catalog/federal-projects/.")
    )
    recommended: bool | None = Field(
        default=None,
        description=_("The mark of federal recommendation, where it differs from the presence of `federal`."),
    )
    title: Text | None = Field(
        default=None, description=_("The title. With `federal` it may be left out: then the catalogue's title stands.")
    )
    short_title: Text | None = Field(default=None, description=_("A short title for navigation and charts."))
    goal: Text | None = Field(description=_("The goal of the project."))
    description: Markdown | None = Field(default=None, description=_("What is done, in Markdown."))
    milestones: tuple[Milestone, ...] = Field(default=(), description=_("What is to be reached by which date."))
    term: Term = Field(description=_("When the project runs."))
    financing: Financing = Field(description=_("Where the money comes from."))
    role: Role = Field(description=_("What the region does in the project."))
    challenges: tuple[Id, ...] = Field(
        default=(), description=_("Challenges of the industry that the project answers, in the order of the document.")
    )
    beneficiaries: tuple[Benefit, ...] = Field(default=(), description=_("Who gains, and what."))
    responsible: tuple[Id, ...] = Field(default=(), description=_("Responsible bodies: ids of bodies.yaml."))
    indicators: tuple[IndicatorLink, ...] = Field(
        default=(), description=_("Indicators, in the order of their rows in the document.")
    )
    tasks: tuple[Id, ...] = Field(
        default=(), description=_("Tasks of the strategy that the project serves: ids of priorities.yaml.")
    )
    technologies: tuple[Id, ...] = Field(
        default=(), description=_("Technologies that the project uses: ids of catalog/technologies.yaml.")
    )
    programmes: tuple[Id, ...] = Field(
        default=(), description=_("State programmes that pay for it: ids of programmes.yaml.")
    )
    pages: ProjectPages = Field(
        default=ProjectPages(), description=_("Where the project stands in the source document.")
    )
    variants: tuple[Variant, ...] = Field(
        default=(), description=_("Other wordings and values that the source gives for the same thing.")
    )
    note: Text | None = Field(default=None, description=_("A remark for editors."))


class RetiredEntry(Node):
    """An id and number that were, and may not be again."""

    kind: Literal["project", "indicator", "challenge", "task", "body", "programme"] = Field(
        description=_("Kind of the entity.")
    )
    id: Id
    number: Number | None = Field(default=None, description=_("The official number that it had."))
    industry: Id | None = Field(default=None, description=_("The industry in which it was numbered."))
    year: Year | None = Field(default=None, description=_("The year in which it was removed."))
    superseded_by: Id | None = Field(default=None, description=_("The entity that took its place."))
    reason: Text | None = Field(default=None, description=_("Why it was removed."))


class Retired(Node):
    """The register of ids and numbers that may not be reused."""

    stratkit: Literal["retired/1"] = Field(description=_("Kind of file and version of its format."))
    entries: tuple[RetiredEntry, ...] = Field(default=(), description=_("Removed entities."))
