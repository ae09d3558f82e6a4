"""The catalogue: what regions share, each thing once."""

from typing import Literal

from stratkit.diagnostics.message import mark as _
from stratkit.model.base import Id, Identified, Text
from stratkit.model.frozen import Field
from stratkit.model.indicator import Direction
from stratkit.model.node import Node
from stratkit.model.strategy import Act


class Entry(Node):
    """An entry of a plain list: id and title."""

    id: Id
    title: Text = Field(description=_("The full title."))
    short_title: Text | None = Field(default=None, description=_("A short title for navigation and charts."))
    group: Text | None = Field(
        default=None, description=_("The heading under which lists show it, in the order of this file.")
    )


class Term(Entry):
    """An entry of a plain list with the words that mean it."""

    words: tuple[Text, ...] = Field(
        default=(),
        description=_("What else texts call it, in the form of the dictionary; 'stratkit lint' finds it in all cases."),
    )


class CatalogIndustry(Entry):
    """An industry, with the forms that headings need."""

    genitive: Text | None = Field(default=None, description=_("Genitive case: of whom? of what?"))
    sphere: Text | None = Field(
        default=None, description=_("Where? In the prepositional case, e.g. after the preposition in.")
    )


class CatalogIndustries(Node):
    """Industries and fields of government."""

    stratkit: Literal["industries/1"] = Field(description=_("Kind of file and version of its format."))
    items: tuple[CatalogIndustry, ...] = Field(description=_("The entries."))


class TermList(Node):
    """A list of the catalogue."""

    stratkit: Literal["beneficiaries/1", "technologies-catalog/1", "national-goals/1", "roles/1"] = Field(
        description=_("Kind of file and version of its format.")
    )
    items: tuple[Term, ...] = Field(description=_("The entries."))


class Unit(Node):
    """A unit of measurement."""

    id: Id
    title: Text = Field(description=_("The full title."))
    symbol: Text = Field(description=_("The sign that stands in tables."))
    okei: Text | None = Field(
        default=None, description=_("Code of the classifier of units (OKEI); null where it has none.")
    )
    minimum: int | float | None = Field(default=None, description=_("The least possible value."))
    maximum: int | float | None = Field(default=None, description=_("The greatest possible value."))
    integer: bool = Field(default=False, description=_("true: only whole numbers make sense."))


class Units(Node):
    """Units of measurement."""

    stratkit: Literal["units/1"] = Field(description=_("Kind of file and version of its format."))
    items: tuple[Unit, ...] = Field(description=_("The entries."))


class FinancingCatalog(Node):
    """Sources of funds and kinds of support."""

    stratkit: Literal["financing/1"] = Field(description=_("Kind of file and version of its format."))
    sources: tuple[Entry, ...] = Field(description=_("Sources of funds."))
    support: tuple[Entry, ...] = Field(description=_("Kinds of support."))


class ActKind(Node):
    """A kind of act with the cases that formulas need."""

    id: Id
    title: Text = Field(description=_("Nominative case: who? what?"))
    genitive: Text = Field(description=_("Genitive case: of whom? of what?"))
    dative: Text = Field(description=_("Dative case: to whom? to what?"))
    accusative: Text = Field(description=_("Accusative case: whom? what?"))
    instrumental: Text = Field(description=_("Instrumental case: by whom? by what?"))
    prepositional: Text = Field(description=_("Prepositional case: about whom? about what?"))
    gender: Literal["masculine", "feminine", "neuter", "plural"] = Field(description=_("Grammatical gender."))
    pattern: Text | None = Field(
        default=None,
        description=_(
            "How such an act is cited, of {kind}, {issuer}, {date}, {number}, {title} (in quotes) and {bare_title}."
        ),
    )


class ActKinds(Node):
    """Kinds of acts and of documents, with their cases."""

    stratkit: Literal["act-kinds/1", "document-kinds/1"] = Field(
        description=_("Kind of file and version of its format.")
    )
    items: tuple[ActKind, ...] = Field(description=_("The entries."))


class CatalogAct(Act, Identified):
    """An act that strategies cite."""

    note: Text | None = Field(default=None, description=_("A remark for editors."))


class Acts(Node):
    """Acts that strategies cite, each once."""

    stratkit: Literal["acts/1"] = Field(description=_("Kind of file and version of its format."))
    items: tuple[CatalogAct, ...] = Field(description=_("The entries."))


class FederalProject(Node):
    """A project that a federal body recommends to the regions."""

    id: Id
    title: Text = Field(description=_("The full title."))
    short_title: Text | None = Field(default=None, description=_("A short title for navigation and charts."))


class FederalProjects(Node):
    """Federally recommended projects of one industry."""

    stratkit: Literal["federal-projects/1"] = Field(description=_("Kind of file and version of its format."))
    industry: Id = Field(description=_("The industry: an id of catalog/industries.yaml."))
    projects: tuple[FederalProject, ...] = Field(default=(), description=_("The projects."))


class CommonIndicator(Node):
    """An indicator that more than one region, or a federal recommendation, promises."""

    id: Id
    title: Text = Field(description=_("The full title."))
    short_title: Text | None = Field(default=None, description=_("A short title for navigation and charts."))
    unit: Id = Field(description=_("The unit: an id of catalog/units.yaml."))
    direction: Direction = Field(description=_("Which way is good: up, down or keep."))
    method: Id | None = Field(
        default=None, description=_("The act that says how it is computed: an id of catalog/acts.yaml.")
    )
    national_goals: tuple[Id, ...] = Field(
        default=(), description=_("National goals that it measures: ids of catalog/national-goals.yaml.")
    )


class CommonIndicators(Node):
    """Common indicators of one industry."""

    stratkit: Literal["common-indicators/1"] = Field(description=_("Kind of file and version of its format."))
    industry: Id = Field(description=_("The industry: an id of catalog/industries.yaml."))
    indicators: tuple[CommonIndicator, ...] = Field(default=(), description=_("The indicators."))


class GlossaryEntry(Node):
    """An abbreviation."""

    term: Text = Field(description=_("The abbreviation as written."))
    expansion: Text = Field(description=_("What it stands for."))
    meaning: Text | None = Field(default=None, description=_("What it is, in one line."))
    instead_of: tuple[Text, ...] = Field(
        default=(), description=_("Other names of it that texts must not use; 'stratkit lint' finds them in all cases.")
    )


class Glossary(Node):
    """Abbreviations and terms."""

    stratkit: Literal["glossary/1"] = Field(description=_("Kind of file and version of its format."))
    items: tuple[GlossaryEntry, ...] = Field(description=_("The entries."))
