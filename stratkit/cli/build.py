"""``stratkit build``."""

from __future__ import annotations

from pathlib import Path

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option, revision_option
from stratkit.cli.output import OutputPath
from stratkit.cli.site_options import SiteRequest, documents_option, workers_options
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say


@command(
    "build",
    examples=(
        "stratkit build",
        "stratkit build -o public --documents html,docx,pdf",
        "stratkit build --shard 3/8 -o part-3",
    ),
)
@option("-o", "--output", type=OutputPath(), default=Path("site"), help=_("Folder of the website."))
@documents_option()
@option("--keep-going", is_flag=True, help=_("Write even if the data has errors."))
@option("--afresh", is_flag=True, help=_("Draw every page, whatever stands there from the last build."))
@option("--shard", metavar="N/OF", help=_("Only this share of the regions; 'stratkit site merge' joins all."))
@workers_options
@revision_option
@pass_app
def main(
    app: App, output: Path, documents: str, keep_going: bool, afresh: bool, shard: str | None, jobs: int,
    executor: str, scheduler: str,
) -> None:  # fmt: skip
    """Build the public website: complete beside the former one, then put in its place in one step."""
    request = SiteRequest.of(app, documents, keep_going)
    files = None if afresh or shard else request.standing(output)
    if files is not None:
        app.say(say("nothing has changed; files: {files}", files=files))
    else:
        request.build(output, shard, afresh, (jobs, scheduler if executor == "dask" else None))
    click.echo(output / ("" if shard else "index.html"))
