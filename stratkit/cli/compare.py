"""``stratkit compare``."""

from __future__ import annotations

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option
from stratkit.compare.comparison import compare_regions
from stratkit.compare.facts import facts_of
from stratkit.compare.formats import FORMATS
from stratkit.compare.tables import choose
from stratkit.diagnostics.message import mark as _


@command(
    "compare",
    examples=(
        "stratkit compare",
        "stratkit compare --indicator integrated-medical-cards",
        "stratkit compare --industry health --format csv",
    ),
)
@option("--indicator", metavar="ID", help=_("A common indicator: all regions by year."))
@option("--project", metavar="ID", help=_("A federal project: who carries it out, with terms and roles."))
@option("--industry", metavar="ID", help=_("An industry: which recommended projects each region took."))
@option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help=_("Form of the answer."))
@pass_app
def main(app: App, indicator: str | None, project: str | None, industry: str | None, form: str) -> None:
    """Put regions side by side; without an option, list what can be compared."""
    regions = [facts_of(one) for one in app.workspace.strategies.values()]
    comparison = compare_regions(app.workspace.catalog, regions)
    table = choose(comparison, indicator, project, industry)
    click.echo(FORMATS[form](table, app.translate), nl=False)
