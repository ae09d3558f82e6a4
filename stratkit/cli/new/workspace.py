"""``stratkit new workspace``."""

from __future__ import annotations

from pathlib import Path

import click

from stratkit.cli.app import FOLDER, App, pass_app
from stratkit.cli.commands import command
from stratkit.cli.new.report import carry_out
from stratkit.cli.schema import all_schemas
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.language import LANGUAGES
from stratkit.diagnostics.message import say
from stratkit.scaffold import plan_workspace
from stratkit.source import FolderTree
from stratkit.source.shipped import shipped


@command("workspace", examples=("stratkit new workspace", "stratkit new workspace my-strategies"))
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@pass_app
def main(app: App, folder: Path | None) -> None:
    """Start a folder of strategies with settings, the shared catalogue and the schemas for editors."""
    target = (folder or app.root or Path.cwd()) / FOLDER
    if target.exists():
        raise ConfigError(say("the folder '{path}' exists already", path=str(target)), say("name another folder"))
    carry_out(app, plan_workspace(FolderTree(shipped(FOLDER)), all_schemas(LANGUAGES[0])), target)
