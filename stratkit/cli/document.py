"""``stratkit document``."""

from __future__ import annotations

from pathlib import Path

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option, revision_option
from stratkit.cli.output import write_output
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.document.build import build_document
from stratkit.document.registry import FORMATS


@command(
    "document",
    examples=(
        "stratkit document tomsk --format html -o tomsk.html",
        "stratkit document tver --format docx -o tver.docx",
        "stratkit document --all -o documents/",
    ),
)
@click.argument("regions", nargs=-1, metavar="[REGION]...")
@option("--format", "forms", type=click.Choice(list(FORMATS)), multiple=True, help=_("Format; may be given several times."))
@option("--all", "everything", is_flag=True, help=_("All regions; without --format all formats."))
@option("-o", "--output", type=click.Path(path_type=Path), help=_("File to write; a folder for several documents."))
@option("--keep-going", is_flag=True, help=_("Write even if the data has errors."))
@revision_option
@pass_app
def main(
    app: App, regions: tuple[str, ...], forms: tuple[str, ...], everything: bool, output: Path | None, keep_going: bool
) -> None:
    """Write the official document of a region, laid out by its profile."""
    if everything:
        regions = tuple(app.workspace.strategies)
    if not regions:
        raise ConfigError(say("name a region"), say("there are: {names}", names=", ".join(app.workspace.strategies)))
    chosen = forms or (tuple(FORMATS) if everything else ("html",))
    strategies = [app.strategy(region) for region in regions]
    if not keep_going:
        app.refuse_broken()
    if len(strategies) == 1 and len(chosen) == 1:
        write_output(FORMATS[chosen[0]].render(build_document(strategies[0])), output)
        return
    if output is None:
        raise ConfigError(say("several documents need a folder"), say("name it: -o FOLDER"))
    with app.progress(say("Documents"), len(strategies) * len(chosen)) as step:
        for strategy in strategies:
            view = build_document(strategy)
            for name in chosen:
                path = output / f"{strategy.id}{FORMATS[name].suffix}"
                write_output(FORMATS[name].render(view), path)
                app.say(say("{path}", path=str(path)))
                step(1)
