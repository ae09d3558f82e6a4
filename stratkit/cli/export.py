"""``stratkit export``."""

from __future__ import annotations

from pathlib import Path

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option, revision_option
from stratkit.cli.output import OutputPath, write_output
from stratkit.diagnostics.message import mark as _
from stratkit.exchange.registry import EXPORTS


@command("export", examples=("stratkit export tomsk --format json", "stratkit export tver --format xlsx -o tver.xlsx"))
@click.argument("region")
@option("--format", "form", type=click.Choice(list(EXPORTS)), default="json", help=_("Data format."))
@option("-o", "--output", type=OutputPath(), help=_("File to write; else standard output."))
@option("--keep-going", is_flag=True, help=_("Write even if the data has errors."))
@revision_option
@pass_app
def main(app: App, region: str, form: str, output: Path | None, keep_going: bool) -> None:
    """Write the resolved strategy of a region as data, in document order.

    json is the whole strategy, described by schema/export.json; csv is a zip archive with a file for each table; xlsx is a
    workbook with a sheet for each table.
    """
    strategy = app.strategy(region)
    if not keep_going:
        app.refuse_broken()
    write_output(app, EXPORTS[form].render(strategy, app.workspace.catalog), output)
