"""Writing what was planned and saying so."""

from __future__ import annotations

from pathlib import Path

import click

from stratkit.cli.app import App
from stratkit.diagnostics.message import say
from stratkit.scaffold import Plan, write_plan


def carry_out(app: App, plan: Plan, root: Path) -> None:
    """Write the files of *plan* below *root*; print their paths, and the next step beside them."""
    write_plan(plan, root)
    for file in plan.files:
        click.echo(str((root / file.path).resolve() if ".." in file.path else root / file.path))
    app.say(say("next: {step}", step=plan.next_step))
