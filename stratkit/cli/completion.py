"""``stratkit completion``."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from stratkit.cli.commands import command

_SHELLS = ("bash", "zsh", "fish")


@command(
    "completion",
    examples=(
        'eval "$(stratkit completion bash)"',
        "stratkit completion fish > ~/.config/fish/completions/stratkit.fish",
    ),
)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def main(context: click.Context, shell: str) -> None:
    """Print the script that completes commands and options of stratkit in a shell."""
    script = get_completion_class(shell)
    if script is None:
        raise click.UsageError(shell)
    click.echo(script(context.find_root().command, {}, "stratkit", "_STRATKIT_COMPLETE").source())
