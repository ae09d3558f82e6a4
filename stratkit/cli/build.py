"""``stratkit build``."""

from __future__ import annotations

from pathlib import Path

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.document.registry import FORMATS
from stratkit.lint import lint_workspace
from stratkit.site.build import SiteOptions, site_files
from stratkit.site.write import write_site


@command("build", examples=("stratkit build", "stratkit build -o public --documents html,docx,pdf"))
@option("-o", "--output", type=click.Path(path_type=Path), default=Path("site"), help=_("Folder of the website."))
@option("--documents", default="html", metavar="FORMATS", help=_("Formats of the document offered for download, by commas."))
@option("--keep-going", is_flag=True, help=_("Write even if the data has errors."))
@pass_app
def main(app: App, output: Path, documents: str, keep_going: bool) -> None:
    """Build the public website: complete beside the former one, then put in its place in one step."""
    formats = tuple(name for name in documents.split(",") if name)
    for name in formats:
        if name not in FORMATS:
            raise click.BadParameter(app.words(say("unknown format '{name}'; there are: {names}", name=name, names=", ".join(FORMATS))))
    workspace = app.workspace
    if not keep_going:
        app.refuse_broken()
    findings = lint_workspace(workspace, app.locator)
    files = site_files(workspace, findings, SiteOptions(formats))
    with app.progress(say("Pages")) as step:
        written = write_site(files, output, lambda _path: step(1))
    app.say(say("files: {files}, changed: {changed}, removed: {removed}", files=written.files, changed=written.changed, removed=written.removed))
    click.echo(output / "index.html")
