"""``stratkit site merge``."""

from __future__ import annotations

from pathlib import Path

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option, revision_option
from stratkit.cli.output import OutputPath
from stratkit.cli.site_options import SiteRequest, documents_option
from stratkit.diagnostics.message import mark as _


@command("merge", examples=("stratkit site merge part-1 part-2 part-3 -o site",))
@click.argument("shares", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, file_okay=False))
@option("-o", "--output", type=OutputPath(), default=Path("site"), help=_("Folder of the website."))
@documents_option()
@option("--keep-going", is_flag=True, help=_("Write even if the data has errors."))
@revision_option
@pass_app
def main(app: App, shares: tuple[Path, ...], output: Path, documents: str, keep_going: bool) -> None:
    """Join the shares that 'stratkit build --shard' made into one website: the same as if it was built whole."""
    SiteRequest.of(app, documents, keep_going).merge(output, shares)
    click.echo(output / "index.html")
