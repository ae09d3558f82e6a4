"""``stratkit new region``."""

from __future__ import annotations

import datetime as dt
import re

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option
from stratkit.cli.new.report import carry_out
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.scaffold import NewRegion, plan_region

_PERIOD = re.compile(r"(\d{4})[-–](\d{4})")


@command(
    "region",
    examples=(
        'stratkit new region omsk --name "Омская область"',
        'stratkit new region omsk --name "Омская область" --year 2025 --period 2026-2028',
    ),
)
@click.argument("region", metavar="ID")
@option("--name", required=True, help=_("The name of the region in the nominative case."))
@option(
    "--year", type=click.IntRange(1990, 2100), help=_("Year of the document; else that of the latest strategy here.")
)
@option("--period", metavar="FROM-TO", help=_("Years of the strategy; else those of the latest strategy here."))
@pass_app
def main(app: App, region: str, name: str, year: int | None, period: str | None) -> None:
    """Start the folder of a region: all its files, with the mark «to be filled in» that stratkit lint finds."""
    new = NewRegion(region, name, dt.datetime.now().astimezone().year, year, _years(period))
    carry_out(app, plan_region(app.workspace, app.tree, new), app.folder)


def _years(period: str | None) -> tuple[int, int] | None:
    """First and last year.

    Raises:
        ConfigError: *period* is no period.
    """
    if period is None:
        return None
    found = _PERIOD.fullmatch(period)
    if found is None or int(found[1]) > int(found[2]):
        raise ConfigError(
            say("'{period}' is no period", period=period), say("write the first and the last year, e.g. 2026-2028")
        )
    return int(found[1]), int(found[2])
