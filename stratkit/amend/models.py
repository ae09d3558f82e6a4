"""The format ``stratkit.act/1``: what ``stratkit amend --format json`` writes; ``schema/act.json`` is made of it.

A key that is added keeps the version; a key that is removed or means something else raises it.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from stratkit.diagnostics.message import Translate
from stratkit.diagnostics.message import mark as _
from stratkit.model.schema import schema_text

NAME = "act"
SCHEMA: Literal["stratkit.act/1"] = "stratkit.act/1"


class Part(BaseModel):
    """What every part is built from: closed, so that a reader knows all keys."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class ActToolData(Part):
    """The program that wrote the file."""

    name: Literal["stratkit"] = "stratkit"
    version: str


class ActChangeData(Part):
    """One change that the act makes."""

    unit: str = Field(description=_("What is changed, from the larger unit to the smaller; empty: the whole document."))
    formula: str = Field(description=_("The formula of catalog/amendments.yaml by which the change is worded."))
    words: str = Field(description=_("The words of the act that make the change, without new wording."))
    old: list[str] = Field(description=_("The wording in force, a line for each paragraph."))
    new: list[str] = Field(description=_("The proposed wording, a line for each paragraph."))
    reasons: list[str] = Field(description=_("Why, as far as somebody wrote it down."))


class ActData(Part):
    """The changes of a proven act, in the order of the document."""

    schema_: Literal["stratkit.act/1"] = Field(alias="schema", description=_("Format and version of this file."))
    tool: ActToolData
    title: str = Field(description=_("The title of the act."))
    changes: list[ActChangeData] = Field(description=_("The changes, in the order of the document."))


def act_schema(translate: Translate) -> dict[str, str]:
    """The schema by name of its file, described in the language of *translate*."""
    return {f"{NAME}.json": schema_text(NAME, ActData, translate)}
