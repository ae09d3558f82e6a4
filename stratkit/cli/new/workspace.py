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
    plan = plan_workspace(FolderTree(shipped(FOLDER)), all_schemas(LANGUAGES[0]))
    if target.exists() and not plan.begun(_files(target)):
        raise ConfigError(say("the folder '{path}' exists already", path=str(target)), say("name another folder"))
    carry_out(app, plan, target)


def _files(folder: Path) -> dict[str, bytes]:
    """What stands in *folder*, but for hidden files."""
    found = [folder] if not folder.is_dir() else [one for one in folder.rglob("[!.]*") if not one.is_dir()]
    return {one.relative_to(folder).as_posix(): one.read_bytes() if one.is_file() else b"" for one in found}
