"""Formulas of the amending act: its words as data, for writing the act and for reading it back."""

from typing import Annotated, Literal

from stratkit.diagnostics.message import mark as _
from stratkit.model.base import Id, Text
from stratkit.model.frozen import Field
from stratkit.model.node import Node

Case = Literal["nominative", "genitive", "accusative", "instrumental", "prepositional", "instrumental_plural"]
Gender = Literal["masculine", "feminine", "neuter", "plural"]
Way = Literal["approved", "endorsed", "annex"]

Formula = Annotated[
    str,
    Field(
        description=_(
            "A formula: «name» holds quoted words, {rule/case} another formula, {=word/case} a word of the table of words."
        )
    ),
]


class Limits(Node):
    """When a larger unit is given in new wording."""

    edits: int = Field(default=3, ge=1, description=_("How many replacements one paragraph may have."))
    cells: int = Field(default=4, ge=1, description=_("How many cells of one row may change."))
    changed: int = Field(default=40, ge=1, le=100, description=_("Share of a paragraph that may change, in per cent."))
    units: int = Field(
        default=50, ge=1, le=100, description=_("Share of the rows or paragraphs that may change, in per cent.")
    )
    document: int = Field(
        default=60, ge=1, le=100, description=_("Share of the document that may be given anew, in per cent.")
    )


class Numbering(Node):
    """How changes are numbered; {n} is the number."""

    change: Text = Field(description=_("The number of a change."))
    item: Text = Field(description=_("The number of an item of a change."))


class OrdinalNumber(Node):
    """An ordinal number in words: its stem and the endings that it takes."""

    number: int = Field(ge=1, le=99, description=_("The number."))
    stem: Text = Field(description=_("The part that never changes."))
    endings: Id = Field(description=_("The set of endings."))
    before: Text | None = Field(default=None, description=_("The form that stands before units, for tens."))


class Ordinals(Node):
    """Ordinal numbers in words, by gender and case."""

    endings: dict[Id, dict[Gender, dict[Case, Text]]] = Field(description=_("Endings by name, gender and case."))
    numbers: tuple[OrdinalNumber, ...] = Field(description=_("The numbers from which all are put together."))


class ListRule(Node):
    """A formula repeated several times."""

    of: Id = Field(description=_("The rule that is repeated."))
    between: str = Field(description=_("What stands between."))


class Count(Node):
    """A sentence for one change and for several."""

    one: Formula
    many: Formula


class ActWords(Node):
    """The words around the changes."""

    draft: Text = Field(description=_("The mark of a draft."))
    date: Text = Field(description=_("The line for date and number, to be filled in by hand."))
    annex: Text = Field(description=_("The word above an annex."))
    signature: Text | None = Field(default=None, description=_("The line for the signature, to be filled in by hand."))
    table_size: float = Field(default=9, ge=6, le=18, description=_("Size of the text in quoted tables in points."))
    titles: dict[Way, Count] = Field(
        description=_("The title of the act, by the way in which the strategy came into force.")
    )
    preambles: dict[Way, Count] = Field(
        description=_("The preamble, by the way in which the strategy came into force.")
    )
    participles: dict[Way, dict[Gender, Text]] = Field(
        description=_("How the document came into force, by its gender.")
    )


class ComparisonWords(Node):
    """The words of the comparison table."""

    title: Formula
    columns: tuple[Text, Text, Text, Text, Text] = Field(description=_("Titles of the five columns."))
    whole: Text = Field(description=_("What stands for the whole document."))
    absent: Text = Field(description=_("What stands where there is no wording."))
    no_reason: Text = Field(description=_("What stands where no reason is given."))


class NoteWords(Node):
    """The words of the explanatory note."""

    title: Formula
    introduction: Formula
    weakened: Text = Field(description=_("Before the list of what is weakened."))
    strengthened: Text = Field(description=_("Before the list of what is strengthened."))
    unchanged: Text = Field(description=_("Where no target changes."))
    absent: Text = Field(description=_("What stands for a value that is not there."))
    kinds: dict[Id, Formula] = Field(
        description=_("A sentence for each kind of change, by its code in 'stratkit diff'.")
    )
    other: Formula
    reason: str = Field(description=_("How a reason is added; {reason} is the reason."))
    marker: Text = Field(description=_("What stands before an item."))
    end: str = Field(description=_("What closes an item."))
    last: str = Field(description=_("What closes the last item."))


class UnitMarks(Node):
    """The marks of one kind of unit in the consolidated text; {number} and {title} name the unit."""

    changed: Formula
    added: Formula
    gone: Formula


class ConsolidatedWords(Node):
    """The marks of the consolidated text: which act changed, added or repealed what."""

    head: Formula
    act: Formula
    between: str = Field(description=_("What stands between acts."))
    more: Formula
    units: dict[Id, UnitMarks] = Field(description=_("Marks by kind of unit."))


class Amendments(Node):
    """Formulas of the amending act."""

    stratkit: Literal["amendments/1"] = Field(description=_("Kind of file and version of its format."))
    limits: Limits = Field(default=Limits(), description=_("When a larger unit is given in new wording."))
    numbers: Numbering = Field(description=_("How changes are numbered."))
    words: dict[Id, dict[Case, Text]] = Field(description=_("Words with their cases."))
    ordinals: Ordinals = Field(description=_("Ordinal numbers in words."))
    lists: dict[Id, ListRule] = Field(description=_("Formulas that are repeated."))
    rules: dict[Id, dict[Id, Formula]] = Field(description=_("The formulas: by rule, then by form."))
    act: ActWords = Field(description=_("The words around the changes."))
    comparison: ComparisonWords = Field(description=_("The words of the comparison table."))
    note: NoteWords = Field(description=_("The words of the explanatory note."))
    consolidated: ConsolidatedWords | None = Field(default=None, description=_("The marks of the consolidated text."))
