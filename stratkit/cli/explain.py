"""``stratkit explain``."""

from __future__ import annotations

import shutil
import sys

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.diagnostics.suggest import closest
from stratkit.lint.documentation import EXPLANATIONS
from stratkit.lint.index import INDEX
from stratkit.lint.packs import PREFIX
from stratkit.lint.rule import Rule
from stratkit.lint.selection import GROUPS, rules_of


@command(
    "explain",
    examples=(
        "stratkit explain",
        "stratkit explain REF001",
        "stratkit explain pack:official-text",
        "stratkit explain unknown-key --format markdown",
    ),
)
@click.argument("asked", required=False, metavar="[CODE]")
@option("--format", "form", type=click.Choice(list(EXPLANATIONS)), default="text", help=_("Form of the explanation."))
@pass_app
def main(app: App, asked: str | None, form: str) -> None:
    """Explain a rule, named by its code or its name; list the rules of a pack (pack:NAME), of a group or all."""
    explanation = EXPLANATIONS[form]
    if asked is None:
        shown = explanation.table(app.translate, tuple(one.rule for one in INDEX), _width())
    elif asked.lower().startswith(PREFIX) or asked.upper() in GROUPS:
        entry = asked.lower() if asked.lower().startswith(PREFIX) else asked.upper()
        shown = explanation.table(app.translate, tuple(one.rule for one in rules_of(entry)), _width())
    else:
        shown = explanation.rule(_find(asked), app.translate)
    click.echo(shown, nl=False)


def _width() -> int:
    """How many signs a line of the terminal holds; 0: nobody looks at one."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0


def _find(asked: str) -> Rule:
    """The rule with this code or name.

    Raises:
        ConfigError: there is none.
    """
    known = {**{one.code: one for one in INDEX}, **{one.name: one for one in INDEX}}
    for word in (asked.upper(), asked.lower()):
        if word in known:
            return known[word].rule
    near = closest(asked.upper(), [one.code for one in INDEX]) or closest(asked.lower(), [one.name for one in INDEX])
    hint = say("did you mean '{name}'?", name=near) if near else say("'stratkit explain' lists all rules")
    raise ConfigError(say("there is no rule '{code}'", code=asked), hint)
