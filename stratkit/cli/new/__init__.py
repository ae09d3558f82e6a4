"""``stratkit new``: the commands that start something."""

from __future__ import annotations

from stratkit.cli.commands import LazyGroup
from stratkit.diagnostics.message import mark as _

COMMANDS: dict[str, tuple[str, str]] = {
    "region": ("stratkit.cli.new.region", _("Start the folder of a region.")),
    "project": ("stratkit.cli.new.project", _("Start a project with the next official number.")),
    "indicator": ("stratkit.cli.new.indicator", _("Add an indicator to an industry.")),
    "workspace": ("stratkit.cli.new.workspace", _("Start a folder of strategies with the shared catalogue.")),
}
"""Module and summary of each command; the list exists once."""

main = LazyGroup(
    "new", table=COMMANDS, help=_("Start a region, a project or an indicator: valid files, ready to be filled in.")
)
