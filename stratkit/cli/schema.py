"""``stratkit schema``."""

from __future__ import annotations

from pathlib import Path

import click

from stratkit.amend.models import PUBLISHED as ACT
from stratkit.cli.app import EXIT_CLEAN, EXIT_FINDINGS, App, pass_app
from stratkit.cli.commands import command, option
from stratkit.cli.output import OutputPath
from stratkit.diagnostics.language import LANGUAGES, translations
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.diff.formats.models import PUBLISHED as CHANGES
from stratkit.exchange.models import PUBLISHED as EXPORT
from stratkit.lint.formats.json_schema import NAME as FINDINGS
from stratkit.lint.formats.json_schema import schema_text
from stratkit.model.schema import schema_files, schema_texts
from stratkit.source.write import replace_file


@command(
    "schema", examples=("stratkit schema", "stratkit schema --check", "stratkit schema -o build/schema --words en")
)
@option("--check", is_flag=True, help=_("Write nothing; exit with 1 if a file differs from the model."))
@option(
    "-o", "--output", type=OutputPath(file_okay=False),
    help=_("Folder to write to; else the folder schema beside the folder of strategies."),
)  # fmt: skip
@option("--words", type=click.Choice(LANGUAGES), default=LANGUAGES[0], help=_("Language of the descriptions."))
@pass_app
def main(app: App, check: bool, output: Path | None, words: str) -> None:
    """Write the JSON Schemas by which editors explain, complete and check the files."""
    folder = output or app.folder.resolve().parent / "schema"
    files = all_schemas(words)
    differing = [name for name, text in files.items() if not _holds(folder / name, text)]
    for name in differing:
        if check:
            app.say(say("differs from the model: {path}", path=str(folder / name)))
        else:
            replace_file(folder / name, files[name].encode())
            app.say(say("written: {path}", path=str(folder / name)))
    if not differing:
        app.say(say("all schemas agree with the model: {count}", count=len(files)))
    elif check:
        app.say(say("write them anew with 'stratkit schema'"))
    raise SystemExit(EXIT_FINDINGS if check and differing else EXIT_CLEAN)


def all_schemas(language: str) -> dict[str, str]:
    """Every schema that is published, by name of file, with descriptions in *language*."""
    translate = translations(language).gettext
    return {
        **schema_files(translate),
        f"{FINDINGS}.json": schema_text(translate),
        **schema_texts({**EXPORT, **CHANGES, **ACT}, translate),
    }


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
