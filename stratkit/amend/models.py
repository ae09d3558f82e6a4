"""The format ``stratkit.act/1``: what ``stratkit amend --format json`` writes; ``schema/act.json`` is made of it.

A key that is added keeps the version; a key that is removed or means something else raises it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from stratkit.diagnostics.message import mark as _
from stratkit.model.frozen import Field
from stratkit.model.node import Node

SCHEMA: Literal["stratkit.act/1"] = "stratkit.act/1"


class ActToolData(Node):
    """The program that wrote the file."""

    name: Literal["stratkit"] = "stratkit"
    version: str


class ActChangeData(Node):
    """One change that the act makes."""

    unit: str = Field(description=_("What is changed, from the larger unit to the smaller; empty: the whole document."))
    formula: str = Field(description=_("The formula of catalog/amendments.yaml by which the change is worded."))
    words: str = Field(description=_("The words of the act that make the change, without new wording."))
    old: list[str] = Field(description=_("The wording in force, a line for each paragraph."))
    new: list[str] = Field(description=_("The proposed wording, a line for each paragraph."))
    reasons: list[str] = Field(description=_("Why, as far as somebody wrote it down."))


class ActData(Node):
    """The changes of a proven act, in the order of the document."""

    schema_: Literal["stratkit.act/1"] = Field(written="schema", description=_("Format and version of this file."))
    tool: ActToolData
    title: str = Field(description=_("The title of the act."))
    changes: list[ActChangeData] = Field(description=_("The changes, in the order of the document."))


PUBLISHED: Mapping[str, type[Node]] = {"act": ActData}
"""The models of which schemas are published, by the names of these."""
