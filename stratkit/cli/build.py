"""``stratkit build``."""

from __future__ import annotations

from pathlib import Path

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option, revision_option
from stratkit.cli.site_options import document_formats, documents_option
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.site.collector import uncollected
from stratkit.site.inputs import inputs_digest
from stratkit.site.write import standing


@command("build", examples=("stratkit build", "stratkit build -o public --documents html,docx,pdf"))
@option("-o", "--output", type=click.Path(path_type=Path), default=Path("site"), help=_("Folder of the website."))
@documents_option()
@option("--keep-going", is_flag=True, help=_("Write even if the data has errors."))
@revision_option
@pass_app
def main(app: App, output: Path, documents: str, keep_going: bool) -> None:
    """Build the public website: complete beside the former one, then put in its place in one step."""
    inputs = inputs_digest(app.tree, (documents, str(keep_going)))
    files = standing(output, inputs)
    if files is not None:
        app.say(say("nothing has changed; files: {files}", files=files))
    else:
        with uncollected():
            _build(app, output, documents, keep_going, inputs)
    click.echo(output / "index.html")


def _build(app: App, output: Path, documents: str, keep_going: bool, inputs: str) -> None:
    # Imported here: a website that is up to date is not built, and needs none of it.
    from stratkit.document.registry import FORMATS
    from stratkit.lint import lint_workspace
    from stratkit.site.build import site_files
    from stratkit.site.parts import SiteOptions
    from stratkit.site.write import write_site

    formats = document_formats(app, documents)
    findings = lint_workspace(app.workspace, app.locator)
    if not keep_going:
        app.refuse_broken(findings)
    if any(FORMATS[name].extra for name in formats):
        inputs = ""  # what such a format gives also depends on what is installed here
    files = list(site_files(app.workspace, findings, SiteOptions(formats)))
    with app.progress(say("Pages"), len(files)) as step:
        done = write_site(files, output, lambda _path: step(1), inputs)
    counts = {"files": done.files, "changed": done.changed, "removed": done.removed}
    app.say(say("files: {files}, changed: {changed}, removed: {removed}", **counts))
