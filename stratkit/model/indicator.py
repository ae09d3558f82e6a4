"""Indicators of an industry: what is promised, and, apart from it, what was reached."""

from typing import Literal

from stratkit.diagnostics.message import mark as _
from stratkit.model.base import Id, Page, PartialDate, Text, Variant, Year, YearKey
from stratkit.model.frozen import Field
from stratkit.model.node import Node

Value = int | float | None
Direction = Literal["up", "down", "keep"]
Doubt = Literal["lost", "decimal-restored", "doubtful"]


class Baseline(Node):
    """The value from which the plan starts."""

    year: Year | YearKey = Field(description=_("The year of the baseline."))
    value: Value = Field(description=_("The value. null: unknown."))


class Indicator(Node):
    """One measure with its approved plan by year."""

    id: Id
    common: Id | None = Field(
        default=None,
        description=_("The common indicator: an id of catalog/indicators/. It gives title, unit and direction."),
    )
    title: Text | None = Field(
        default=None, description=_("The title. With `common` only where the region words it otherwise.")
    )
    short_title: Text | None = Field(default=None, description=_("A short title for navigation and charts."))
    unit: Id | None = Field(
        default=None, description=_("The unit: an id of catalog/units.yaml. With `common` it comes from the catalogue.")
    )
    direction: Direction | None = Field(
        default=None, description=_("Which way is good: up, down or keep. With `common` it comes from the catalogue.")
    )
    plan: dict[YearKey, Value] = Field(
        description=_(
            "Approved values by year. null: a value is promised but unknown. No key: nothing is promised for that year."
        )
    )
    uncertain: dict[YearKey, Doubt] = Field(
        default={},
        description=_("Doubtful values by year: lost in the source, decimal comma restored, or a doubtful reading."),
    )
    baseline: Baseline | None = Field(default=None, description=_("The value from which the plan starts."))
    cumulative: bool = Field(default=False, description=_("true: values add up from the start of the period."))
    responsible: tuple[Id, ...] = Field(
        default=(), description=_("Responsible bodies where they differ from those of the project: ids of bodies.yaml.")
    )
    national_goals: tuple[Id, ...] = Field(
        default=(), description=_("National goals that it measures: ids of catalog/national-goals.yaml.")
    )
    pages: tuple[Page, ...] = Field(default=(), description=_("The pages, where it stands on several."))
    variants: tuple[Variant, ...] = Field(
        default=(), description=_("Other wordings and values that the source gives for the same thing.")
    )
    note: Text | None = Field(default=None, description=_("A remark for editors."))


class Indicators(Node):
    """All indicators of one industry of a region."""

    stratkit: Literal["indicators/1"] = Field(description=_("Kind of file and version of its format."))
    industry: Id = Field(description=_("The industry: an id of catalog/industries.yaml."))
    indicators: tuple[Indicator, ...] = Field(default=(), description=_("The indicators."))


class Fact(Node):
    """A value that was reached."""

    indicator: Id = Field(description=_("The indicator: an id of indicators/."))
    value: Value = Field(description=_("The value. null: unknown."))
    date: PartialDate | None = Field(default=None, description=_("The date for which the value holds."))
    source: Text | None = Field(default=None, description=_("The document that states it."))


class Facts(Node):
    """Actual values of one year."""

    stratkit: Literal["facts/1"] = Field(description=_("Kind of file and version of its format."))
    year: YearKey = Field(description=_("A year."))
    values: tuple[Fact, ...] = Field(default=(), description=_("Actual values."))
