"""``stratkit document-check``."""

from __future__ import annotations

from pathlib import Path

import click

from stratkit.cli.app import EXIT_CLEAN, EXIT_FINDINGS, App, pass_app
from stratkit.cli.commands import command, option, revision_option
from stratkit.diagnostics.errors import SourceError, reason_of
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.document.build import build_document
from stratkit.document.readback.compare import compare
from stratkit.document.readback.docx import body_of, is_revised, items_in
from stratkit.document.readback.expected import expected_items
from stratkit.document.readback.package import MAX_FILE
from stratkit.document.readback.report import REPORTS


@command(
    "document-check",
    examples=(
        "stratkit document-check strategy.docx tver",
        "stratkit document-check strategy.docx tver --format json",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("region")
@option("--format", "form", type=click.Choice(list(REPORTS)), default="text", help=_("Form of the report."))
@revision_option
@pass_app
def main(app: App, file: Path, region: str, form: str) -> None:
    """Read a DOCX and list where its text and figures differ from the data; exit with 1 if they do."""
    body = body_of(_bytes(file))
    if is_revised(body):
        app.say(say("the file holds changes that nobody has accepted: it is read as if they were"), fg="yellow")
    app.only = (region,)
    differences = compare(expected_items(build_document(app.strategy(region))), items_in(body))
    click.echo(REPORTS[form](differences, app.translate), nl=False)
    raise SystemExit(EXIT_FINDINGS if differences else EXIT_CLEAN)


def _bytes(path: Path) -> bytes:
    """The bytes of the file; never more than one too many to be read.

    Raises:
        SourceError: it cannot be opened.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_FILE + 1)
    except OSError as error:
        raise SourceError(
            say("'{path}' cannot be read: {reason}", path=str(path), reason=reason_of(error)),
            say("name a DOCX file"),
        ) from error
