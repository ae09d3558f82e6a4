"""``stratkit new project``."""

from __future__ import annotations

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option
from stratkit.cli.new.report import carry_out
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.scaffold import NewProject, plan_project


@command(
    "project",
    examples=(
        'stratkit new project tomsk health e-prescription --title "Электронный рецепт"',
        "stratkit new project tomsk health my-health --federal my-health",
    ),
)
@click.argument("region")
@click.argument("industry")
@click.argument("project", metavar="ID")
@option("--title", help=_("The title of the project."))
@option("--federal", metavar="ID", help=_("The federally recommended project that it carries out; it gives the title."))
@pass_app
def main(app: App, region: str, industry: str, project: str, title: str | None, federal: str | None) -> None:
    """Start a project with the next official number, and its industry where the region has none yet."""
    if title is None and federal is None:
        raise ConfigError(
            say("a project needs a title"), say("add --title, or --federal with an id of catalog/federal-projects/")
        )
    app.strategy(region)
    new = NewProject(region, industry, project, title, federal)
    carry_out(app, plan_project(app.workspace.catalog, app.tree, new), app.folder)
