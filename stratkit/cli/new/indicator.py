"""``stratkit new indicator``."""

from __future__ import annotations

from typing import get_args

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option
from stratkit.cli.new.report import carry_out
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.model.indicator import Direction
from stratkit.scaffold import NewIndicator, plan_indicator


@command(
    "indicator",
    examples=(
        'stratkit new indicator tomsk health e-prescriptions --title "Доля электронных рецептов" --unit percent --direction up',
        "stratkit new indicator tomsk health e-records --common e-records",
    ),
)
@click.argument("region")
@click.argument("industry")
@click.argument("indicator", metavar="ID")
@option("--title", help=_("The title of the indicator."))
@option("--unit", metavar="ID", help=_("The unit: an id of catalog/units.yaml."))
@option("--direction", type=click.Choice(get_args(Direction)), help=_("Which way is good."))
@option("--common", metavar="ID", help=_("The common indicator that it is; it gives title, unit and direction."))
@pass_app
def main(
    app: App, region: str, industry: str, indicator: str, title: str | None, unit: str | None,
    direction: str | None, common: str | None,
) -> None:  # fmt: skip
    """Add an indicator to the file of its industry; its values by year are still unknown."""
    if common is None and None in (title, unit, direction):
        raise ConfigError(
            say("an indicator needs a title, a unit and a direction"),
            say("add --title, --unit and --direction, or --common with an id of catalog/indicators/"),
        )
    years = app.strategy(region).years
    new = NewIndicator(region, industry, indicator, years, title, unit, direction, common)
    carry_out(app, plan_indicator(app.workspace.catalog, app.tree, new), app.folder)
