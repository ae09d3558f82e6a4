"""Settings of a workspace: ``stratkit.yaml`` at the top of the folder of strategies."""

from typing import Annotated, Literal

from stratkit.diagnostics.message import mark as _
from stratkit.model.base import Id, Text
from stratkit.model.frozen import Field
from stratkit.model.node import Node


class Site(Node):
    """The public website."""

    title: Text | None = Field(default=None, description=_("The title of the website."))
    url: Annotated[str, Field(pattern=r"^https?://[^\s/?#\[\]]+(/[^?#]*)?$")] | None = Field(
        default=None,
        description=_("The address under which the website will stand, e.g. https://example.org/strategy/."),
    )
    edit_url: Text | None = Field(
        default=None, description=_("The address that opens a file for editing; {path} stands for the file.")
    )
    operator: Text | None = Field(default=None, description=_("Who publishes the website."))
    contact: Text | None = Field(
        default=None, description=_("Where to write about mistakes and accessibility: an address or an e-mail.")
    )
    inn: Annotated[str, Field(pattern=r"^\d{10}$")] | None = Field(
        default=None,
        description=_("The taxpayer number of the publisher, in quotes: the files of open data are named by it."),
    )


SWITCHES = frozenset({("lint", "severity"), ("lint", "regions"), ("lint", "paths")})
"""Where the settings switch rules: keys that lead to severities."""

RuleSeverity = Literal["off", "on", "info", "warning", "error"]
Severities = Annotated[
    dict[str, RuleSeverity],
    Field(
        description=_(
            "Severity by code of rule, by beginning of a code or by pack, e.g. REF001: error or pack:typography: off; "
            "'on' keeps the severity of the rule itself."
        )
    ),
]


class Lint(Node):
    """Which findings matter here."""

    select: tuple[Text, ...] = Field(
        default=(),
        description=_("Only these rules: codes, their beginnings or packs, e.g. [REF, TRC001, pack:methodology]."),
    )
    ignore: tuple[Text, ...] = Field(default=(), description=_("Not these rules."))
    words: tuple[Text, ...] = Field(
        default=(), description=_("Words that are right and that the dictionary of pack:language lacks, in any form.")
    )
    severity: Severities = Field(default={})
    regions: dict[str, Severities] = Field(default={}, description=_("Severities for single regions, by their ids."))
    paths: dict[str, Severities] = Field(
        default={},
        description=_(
            "Severities for files, by pattern: '*/projects/*/*' – a star stands for one name; the last one decides."
        ),
    )


class Settings(Node):
    """Settings of the workspace."""

    stratkit: Literal["workspace/1"] = Field(description=_("Kind of file and version of its format."))
    title: Text = Field(description=_("The full title."))
    profile: Id | None = Field(
        default=None, description=_("The document profile of new regions: an id of catalog/profiles/.")
    )
    site: Site = Field(default=Site(), description=_("The public website."))
    lint: Lint = Field(default=Lint(), description=_("Which findings matter here."))
