"""Commands and options whose help is translated when it is shown."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import Any

import click
from click.shell_completion import CompletionItem

from stratkit.cli.app import App
from stratkit.diagnostics.message import mark as _


def _translate(context: click.Context, text: str) -> str:
    return context.ensure_object(App).translate(text)


class Option(click.Option):
    """An option with translated help."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Names and help, translated."""
        original, self.help = self.help, _translate(ctx, self.help) if self.help else self.help
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = original


class _Helpful(click.Command):
    """A command whose option for help speaks the language of the run.

    Click words it when a command starts, in whatever language that may be: it would read a whole catalogue each time.
    """

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help and ends."""
        if self._help_option is None:
            names = self.get_help_option_names(ctx)
            self._help_option = Option(
                names, is_flag=True, is_eager=True, expose_value=False, callback=_show_help,
                help=_("Show this message and exit."),
            )  # fmt: skip
        return self._help_option


def _show_help(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


class Command(_Helpful):
    """A command with translated help and examples."""

    def __init__(self, *args: Any, examples: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The translated description, then the examples."""
        text = " ".join((self.help or "").split("\f")[0].split())
        if text:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(_translate(ctx, text))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples of use."""
        if self.examples:
            with formatter.section(_translate(ctx, _("Examples"))):
                for example in self.examples:
                    formatter.write_text(example)


def command(name: str, *, examples: tuple[str, ...]) -> Callable[[Callable[..., Any]], Command]:
    """Declare a command; every command shows examples."""
    decorate: Callable[[Callable[..., Any]], Command] = click.command(name, cls=Command, examples=examples)
    return decorate


def option(*names: str, help: str, **kwargs: Any) -> Callable[[Any], Any]:  # noqa: A002 - click's own word
    """Declare an option with translated help."""
    return click.option(*names, cls=Option, help=help, **kwargs)


def revision_option(decorated: Any) -> Any:
    """Declare ``--rev``: the command reads a revision of the repository instead of the folder."""

    def remember(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        context.ensure_object(App).revision = value

    words = _("Read the files as they were in this revision: a tag, a branch or a commit.")
    return option("--rev", metavar="REVISION", expose_value=False, callback=remember, help=words)(decorated)


class LazyGroup(_Helpful, click.Group):
    """A group that imports a command only when it is used: ``--help`` must start at once.

    Args:
        table: module and summary by name of command.
    """

    def __init__(self, *args: Any, table: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order of work."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command, imported now."""
        if cmd_name not in self.table:
            return None
        module, _summary = self.table[cmd_name]
        found: click.Command = importlib.import_module(module).main
        return found

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands that begin so, and the options; no command is imported for it."""
        commands = [
            CompletionItem(name, help=_translate(ctx, summary))
            for name, (_module, summary) in self.table.items()
            if name.startswith(incomplete)
        ]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The translated description."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_translate(ctx, self.help or ""))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their translated summaries, without importing them."""
        with formatter.section(_translate(ctx, _("Commands"))):
            formatter.write_dl([(name, _translate(ctx, summary)) for name, (_module, summary) in self.table.items()])
