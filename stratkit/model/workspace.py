"""Settings of a workspace: ``stratkit.yaml`` at the top of the folder of strategies."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from stratkit.diagnostics.message import mark as _
from stratkit.model.base import Id, Node, Text


class Site(Node):
    """The public website."""

    title: Text | None = Field(None, description=_("The title of the website."))
    url: Text | None = Field(None, description=_("The address under which the website will stand, e.g. https://example.org/strategy/."))
    edit_url: Text | None = Field(None, description=_("The address that opens a file for editing; {path} stands for the file."))
    operator: Text | None = Field(None, description=_("Who publishes the website."))
    contact: Text | None = Field(None, description=_("Where to write about mistakes and accessibility: an address or an e-mail."))


class Lint(Node):
    """Which findings matter here."""

    severity: dict[str, Literal["off", "info", "warning", "error"]] = Field(
        {}, description=_("Severity by code of rule, e.g. REF001: error; off switches the rule off.")
    )


class Settings(Node):
    """Settings of the workspace."""

    stratkit: Literal["workspace/1"] = Field(description=_("Kind of file and version of its format."))
    title: Text = Field(description=_("The full title."))
    profile: Id | None = Field(None, description=_("The document profile of new regions: an id of catalog/profiles/."))
    site: Site = Field(Site(), description=_("The public website."))
    lint: Lint = Field(Lint(), description=_("Which findings matter here."))
