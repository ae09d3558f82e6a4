"""``stratkit amend``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from stratkit.amend.build import Amendment, amend
from stratkit.amend.papers import comparison_view, note_view
from stratkit.amend.report import report
from stratkit.cli.app import App, no_region, pass_app
from stratkit.cli.commands import command, option
from stratkit.cli.output import OutputPath, write_output
from stratkit.cli.sides import Sides
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.diff.compare import diff_workspaces
from stratkit.diff.reasons import justified
from stratkit.diff.titles import Titles
from stratkit.document.registry import FORMATS
from stratkit.load.pair import Pair, load_pair
from stratkit.model.kinds import KINDS
from stratkit.source.home import CATALOG

if TYPE_CHECKING:
    from stratkit.diff import Change
    from stratkit.model.amendments import Amendments
    from stratkit.model.linked import Strategy

_JSON = "json"


@command(
    "amend",
    examples=(
        "stratkit amend 2021..2022 tomsk --format docx -o act.docx",
        "stratkit amend HEAD~1.. tver --table --format html -o table.html",
        "stratkit amend old/..new/ tomsk --verify",
    ),
)
@click.argument("sides", metavar="OLD..NEW")
@click.argument("region", metavar="REGION")
@option(
    "--format",
    "form",
    type=click.Choice([*FORMATS, _JSON]),
    default="md",
    help=_("Format; json lists the changes as data."),
)
@option("-o", "--output", type=OutputPath(), help=_("File to write; else standard output."))
@option("--table", is_flag=True, help=_("Write the comparison table instead of the act."))
@option("--note", is_flag=True, help=_("Write the explanatory note instead of the act."))
@option("--verify", is_flag=True, help=_("Write nothing: only prove that the act leads from OLD to NEW."))
@pass_app
def main(
    app: App, sides: str, region: str, form: str, output: Path | None, table: bool, note: bool, verify: bool
) -> None:
    """Draft the act that leads from one edition to another, and prove that its words do so.

    The edition that OLD names is in force; NEW is proposed: revisions, editions, folders or, left empty,
    the working tree. An act that does not reproduce the proposed edition is never written.
    """
    if table + note + verify > 1:
        raise ConfigError(say("--table, --note and --verify exclude each other"), say("run the command once for each"))
    old, new = Sides(app, region).both(sides)
    pair = load_pair(old.tree, new.tree, region)
    _refuse_trouble(pair, region)
    data = _formulas(pair)
    made = amend(_strategy(pair, region, new=False), _strategy(pair, region, new=True), data)
    if made is None:
        app.say(say("the text of the document is the same: no act is needed"))
        return
    _tell(app, made)
    if not verify:
        write_output(app, _paper(made, pair, region, form, table=table, note=note), output)


def _refuse_trouble(pair: Pair, region: str) -> None:
    """Stop if a file on which the document rests could not be read: the act would be wrong."""
    formulas = KINDS["amendments"].place
    for finding in (*pair.old_trouble, *pair.new_trouble):
        path = finding.place.path
        if path.startswith((f"{region}/", f"{CATALOG}/")) and path != formulas:
            raise ConfigError(
                say("'{path}' of one edition cannot be used: {message}", path=path, message=finding.message),
                say("run 'stratkit lint' on that edition and mend the file"),
            )


def _formulas(pair: Pair) -> Amendments:
    found = pair.new.catalog.amendments or pair.old.catalog.amendments
    if found is None:
        raise ConfigError(
            say("the catalogue has no file '{path}'", path=KINDS["amendments"].place),
            say("copy it from another workspace, or make one with 'stratkit new workspace'"),
        )
    return found


def _strategy(pair: Pair, region: str, *, new: bool) -> Strategy:
    strategies = (pair.new if new else pair.old).strategies
    if region not in strategies:
        raise no_region(region, strategies)
    return strategies[region]


def _tell(app: App, made: Amendment) -> None:
    """What came out, beside the act itself."""
    app.say(say("proven: the act leads to the new edition word by word; changes: {count}", count=len(made.operations)))
    if made.operations[0].action.form == "whole":
        app.say(say("no smaller change expresses it: the whole document is given anew, in an annex"), fg="yellow")
    if made.anew:
        app.say(say("given anew, because a smaller change could not be proven: {parts}", parts=", ".join(made.anew)))
    if made.technical:
        app.say(say("the stamp or the title page differs too; that follows from the act and needs no change in it"))


def _paper(made: Amendment, pair: Pair, region: str, form: str, *, table: bool, note: bool) -> bytes:
    data = _formulas(pair)
    changes = _changes(pair, region)
    if form == _JSON:
        return report(made, data, changes)
    if table:
        view = comparison_view(made.operations, made.act, data, changes)
    elif note:
        view = note_view(made.operations, made.act, data, changes, Titles(pair.old, pair.new))
    else:
        view = made.act
    return FORMATS[form].render(view)


def _changes(pair: Pair, region: str) -> list[Change]:
    """What changed in the data, with the reasons that stand beside it."""
    found, _unused = justified(diff_workspaces(pair.old, pair.new, [region]), pair.new.strategies[region].reasons)
    return found
