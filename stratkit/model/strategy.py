"""The frame of a strategy: identity, grounds, card, priorities, participants, programmes."""

from typing import Annotated, Literal

from stratkit.diagnostics.message import mark as _
from stratkit.model.base import Id, Number, Page, PartialDate, Passage, Point, Text, Variant, Year
from stratkit.model.frozen import Field
from stratkit.model.node import Node

Tile = Annotated[int, Field(ge=0, le=99)]
"""A column or a row of the tile map of regions."""


class Period(Node):
    """The years for which the strategy is approved, both included."""

    from_: Year = Field(written="from", description=_("The first year."))
    to: Year = Field(description=_("The last year."))


class RegionName(Node):
    """The region's name in the cases that documents need."""

    nominative: Text = Field(description=_("Nominative case: who? what?"))
    genitive: Text = Field(description=_("Genitive case: of whom? of what?"))
    dative: Text = Field(description=_("Dative case: to whom? to what?"))
    instrumental: Text = Field(description=_("Instrumental case: by whom? by what?"))
    prepositional: Text = Field(description=_("Prepositional case: about whom? about what?"))


class Region(Node):
    """The region itself."""

    name: RegionName = Field(description=_("The region's name in the cases that documents need."))
    capital: Text | None = Field(default=None, description=_("The capital."))
    code: Text | None = Field(default=None, description=_("ISO 3166-2 code."))
    tile: tuple[Tile, Tile] | None = Field(
        default=None, description=_("Place on the tile map of regions: column and row, counted from 0 at the top left.")
    )


class Act(Node):
    """A legal act: kind, issuer, date, number, title."""

    kind: Id = Field(description=_("Kind of act: an id of catalog/act-kinds.yaml."))
    issuer: Text | None = Field(default=None, description=_("Who issued it, in the genitive case."))
    date: PartialDate | None = Field(default=None, description=_("The date of the act. null: unknown."))
    act_number: Text | None = Field(default=None, description=_("The number of the act, as text."))
    title: Text | None = Field(default=None, description=_("The title, without the outer quotes."))


class BasisEntry(Node):
    """An act on which the strategy is based."""

    act: Id = Field(description=_("The act: an id of catalog/acts.yaml."))
    number: Number
    page: Page | None = Field(default=None, description=_("The page of the source document on which this stands."))
    uncertain: tuple[Literal["date", "act_number", "title"], ...] = Field(
        default=(), description=_("Details of the act that are lost in this document's text.")
    )
    variants: tuple[Variant, ...] = Field(
        default=(), description=_("Other wordings and values that the source gives for the same thing.")
    )


class Basis(Node):
    """The acts on which the strategy is based."""

    stratkit: Literal["basis/1"] = Field(description=_("Kind of file and version of its format."))
    acts: tuple[BasisEntry, ...] = Field(default=(), description=_("The acts, in the order of the document."))


class TechnologyUse(Node):
    """A technology that the strategy brings in."""

    id: Id = Field(description=_("The technology: an id of catalog/technologies.yaml."))
    number: Number
    title: Text | None = Field(
        default=None, description=_("The title, where the region words it otherwise than the catalogue.")
    )
    industries: tuple[Id, ...] = Field(
        default=(), description=_("Fields of application: ids of catalog/industries.yaml.")
    )
    page: Page | None = Field(default=None, description=_("The page of the source document on which this stands."))


class Application(Passage):
    """How technologies are applied."""

    technologies: tuple[Id, ...] = Field(
        default=(), description=_("The technologies meant: ids of catalog/technologies.yaml.")
    )
    industries: tuple[Id, ...] = Field(
        default=(), description=_("Fields of application: ids of catalog/industries.yaml.")
    )


class Technologies(Node):
    """Technologies of the strategy and where they are applied."""

    stratkit: Literal["technologies/1"] = Field(description=_("Kind of file and version of its format."))
    technologies: tuple[TechnologyUse, ...] = Field(
        default=(), description=_("The technologies, in the order of the document.")
    )
    applications: tuple[Application, ...] = Field(default=(), description=_("Where and how they are applied."))


class CatalogItem(Node):
    """A numbered item of a list whose title stands in the catalogue."""

    id: Id = Field(description=_("An id of the catalogue."))
    number: Number
    title: Text | None = Field(
        default=None, description=_("The title, where the region words it otherwise than the catalogue.")
    )
    page: Page | None = Field(default=None, description=_("The page of the source document on which this stands."))


class Card(Node):
    """The strategy in short."""

    stratkit: Literal["card/1"] = Field(description=_("Kind of file and version of its format."))
    directions: tuple[Point, ...] = Field(default=(), description=_("The directions of the strategy."))
    actions: tuple[Passage, ...] = Field(default=(), description=_("What is done."))
    lead: tuple[Id, ...] = Field(default=(), description=_("Who does it: ids of bodies.yaml."))
    results: tuple[Passage, ...] = Field(default=(), description=_("Results by the end of the period."))
    beneficiaries: tuple[CatalogItem, ...] = Field(
        default=(), description=_("Beneficiaries: ids of catalog/beneficiaries.yaml.")
    )
    resources: tuple[CatalogItem, ...] = Field(
        default=(), description=_("Sources of funds: ids of catalog/financing.yaml.")
    )
    effects: tuple[Passage, ...] = Field(default=(), description=_("Long-term social and economic effects."))
    national_goals: tuple[CatalogItem, ...] = Field(
        default=(), description=_("National goals: ids of catalog/national-goals.yaml.")
    )
    page: Page | None = Field(default=None, description=_("The page of the source document on which this stands."))


class Task(Node):
    """A task of the strategy."""

    id: Id
    number: Number
    title: Text = Field(description=_("The full wording."))
    short_title: Text | None = Field(default=None, description=_("A short title for navigation and charts."))
    industries: tuple[Id, ...] = Field(
        default=(), description=_("Industries that the wording itself names: ids of catalog/industries.yaml.")
    )
    page: Page | None = Field(default=None, description=_("The page of the source document on which this stands."))


class Priorities(Node):
    """Goal and tasks of the strategy."""

    stratkit: Literal["priorities/1"] = Field(description=_("Kind of file and version of its format."))
    goal: Passage = Field(description=_("The goal of the strategy."))
    tasks: tuple[Task, ...] = Field(default=(), description=_("The tasks, in the order of the document."))


class Participant(Passage):
    """Who takes part in carrying the strategy out."""

    role: Literal["leader", "coordinator", "executor"] = Field(description=_("The part that they have."))
    bodies: tuple[Id, ...] = Field(default=(), description=_("Bodies that the text names: ids of bodies.yaml."))
    all_responsible: bool = Field(
        default=False, description=_("true: the text means every body that answers for a project.")
    )


class Programme(Node):
    """A state programme that pays for the strategy."""

    id: Id
    number: Number
    title: Text = Field(description=_("The title, without the outer quotes."))
    period: Period | None = Field(
        default=None, description=_("The years of the programme, if the document names them.")
    )
    act: Act = Field(description=_("The act that approved it."))
    industries: tuple[Id, ...] = Field(
        default=(), description=_("Industries that the title itself names: ids of catalog/industries.yaml.")
    )
    page: Page | None = Field(default=None, description=_("The page of the source document on which this stands."))
    variants: tuple[Variant, ...] = Field(
        default=(), description=_("Other wordings and values that the source gives for the same thing.")
    )


class Programmes(Node):
    """Participants and money."""

    stratkit: Literal["programmes/1"] = Field(description=_("Kind of file and version of its format."))
    participants: tuple[Participant, ...] = Field(
        default=(), description=_("Participants, in the order of the document.")
    )
    programmes: tuple[Programme, ...] = Field(
        default=(), description=_("State programmes, in the order of the document.")
    )


class Body(Node):
    """A responsible body."""

    id: Id
    title: Text = Field(description=_("The full official name."))
    short_title: Text | None = Field(default=None, description=_("A short title for navigation and charts."))
    kind: Literal["executive", "institution", "person", "other"] = Field(
        default="executive", description=_("Kind of body.")
    )
    variants: tuple[Variant, ...] = Field(
        default=(), description=_("Other wordings and values that the source gives for the same thing.")
    )


class Bodies(Node):
    """The directory of responsible bodies."""

    stratkit: Literal["bodies/1"] = Field(description=_("Kind of file and version of its format."))
    bodies: tuple[Body, ...] = Field(default=(), description=_("The bodies."))


class Approval(Node):
    """How the strategy came into force."""

    kind: Literal["approved", "endorsed", "annex"] = Field(
        description=_(
            "approved: by the act; endorsed: by the act of an advisory body; annex: the strategy is an annex to the act."
        )
    )
    act: Act = Field(description=_("The act that approved it."))


class Edition(Node):
    """A state of the strategy with legal force."""

    id: Id
    act: Act | None = Field(default=None, description=_("The act that brought this edition about."))
    date: PartialDate | None = Field(default=None, description=_("The date of the edition."))
    revision: Text | None = Field(default=None, description=_("The git revision or tag that holds it."))


class StrategySource(Node):
    """Where the data comes from."""

    title: Text = Field(description=_("The title of the source document."))
    file: Text = Field(description=_("The file from which the data was transcribed."))
    notice: Text = Field(description=_("The notice that every page and document shows."))
    pages: int | None = Field(default=None, ge=1, description=_("How many pages the source has."))


class Strategy(Node):
    """A region's strategy: what it is, how long it holds, who approved it."""

    stratkit: Literal["strategy/1"] = Field(description=_("Kind of file and version of its format."))
    id: Id
    kind: Id = Field(description=_("Kind of document: an id of catalog/document-kinds.yaml."))
    title: Text = Field(description=_("The full title."))
    short_title: Text | None = Field(default=None, description=_("A short title for navigation and charts."))
    region: Region = Field(description=_("The region."))
    year: Year = Field(description=_("The year of the document."))
    period: Period = Field(description=_("The years for which the strategy is approved."))
    profile: Id = Field(description=_("The document profile: an id of catalog/profiles/."))
    approval: Approval = Field(description=_("How the strategy came into force."))
    implementation: tuple[Passage, ...] = Field(
        default=(), description=_("Term and particulars of the implementation.")
    )
    editions: tuple[Edition, ...] = Field(default=(), description=_("Editions, oldest first."))
    source: StrategySource | None = Field(default=None, description=_("Where the data comes from."))
