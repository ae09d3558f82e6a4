"""``stratkit verify``."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from stratkit.cli.app import EXIT_CLEAN, EXIT_FINDINGS, App, pass_app
from stratkit.cli.commands import command, option, revision_option
from stratkit.cli.site_options import SiteRequest
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say


@command(
    "verify", examples=("stratkit verify site", "stratkit verify site --rev v2022", "stratkit verify site --files-only")
)
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@option("--files-only", is_flag=True, help=_("Only compare the files with what was written; build nothing."))
@revision_option
@pass_app
def main(app: App, site: Path, files_only: bool) -> None:
    """Check that a website is whole, and that it is what the data give: it is built anew and compared."""
    from stratkit.site.writing.verify import manifest_in, meddled, outdated

    manifest = manifest_in(site)
    origin = manifest.origin
    app.say(
        say(
            "made by {made_by}; commit: {commit}",
            made_by=origin.get("made_by", "?"),
            commit=origin.get("commit") or "–",
        )
    )
    found = list(meddled(site, manifest))
    if not files_only:
        request = SiteRequest.of(app, origin.get("documents", "html"), keep_going=True)
        if request.inputs.whole != manifest.inputs:
            app.say(say("the website was made of other data, or by another version of stratkit"), fg="yellow")
        with tempfile.TemporaryDirectory() as folder:
            request.build_anew(Path(folder) / "site")
            found += outdated(manifest, manifest_in(Path(folder) / "site"))
    for one in found:
        click.echo(app.words(say("{place}: {message}", place=one.path, message=one.message)))
    if found:
        app.say(say("differences: {count}", count=len(found)))
        raise SystemExit(EXIT_FINDINGS)
    app.say(say("the website is whole; files: {files}", files=len(manifest.files)))
    raise SystemExit(EXIT_CLEAN)
