"""``stratkit release``."""

from __future__ import annotations

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option
from stratkit.cli.new.report import carry_out
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.scaffold import NewEdition, plan_edition


@command(
    "release",
    examples=(
        "stratkit release tomsk --id 2022 --act-kind order --act-issuer 'Правительства Томской области' --act-date 2022-08-30 --act-number 512-р",
    ),
)
@click.argument("region")
@option("--id", "edition", required=True, metavar="ID", help=_("Id of the edition, e.g. its year."))
@option("--act-kind", required=True, metavar="ID", help=_("Kind of the act: an id of catalog/act-kinds.yaml."))
@option("--act-issuer", required=True, help=_("Who issued the act, in the genitive case."))
@option("--act-date", required=True, metavar="DATE", help=_("Date of the act, e.g. 2022-08-30."))
@option("--act-number", required=True, help=_("Number of the act."))
@option("--act-title", help=_("Title of the act, without the outer quotes."))
@option("--tag", metavar="TAG", help=_("Tag that will hold the edition; else REGION-ID."))
@pass_app
def main(
    app: App, region: str, edition: str, act_kind: str, act_issuer: str, act_date: str, act_number: str,
    act_title: str | None, tag: str | None,
) -> None:  # fmt: skip
    """Check a strategy, record its new edition in strategy.yaml and print the command that tags it."""
    strategy = app.strategy(region)
    app.refuse_broken(regions=[region], way_out=say("run 'stratkit lint' and mend them first"))
    new = NewEdition(edition, act_kind, act_issuer, act_date, act_number, act_title, tag or f"{region}-{edition}")
    carry_out(app, plan_edition(strategy, app.workspace.catalog, app.tree, new), app.folder)
