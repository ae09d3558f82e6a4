"""The ``stratkit`` command."""

from __future__ import annotations

import atexit
import errno
import gc
import gettext
import os
import sys
from pathlib import Path

import click

from stratkit import __version__
from stratkit.cli.app import App
from stratkit.cli.commands import LazyGroup, Option
from stratkit.diagnostics.errors import SourceError, StratkitError, reason_of
from stratkit.diagnostics.language import LANGUAGES, choose_language
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say

_SELDOM = (100_000, 50, 100)
"""After how many new objects garbage in circles is searched for, and how often all of it."""

_REFUSALS = frozenset(
    (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENAMETOOLONG, errno.ELOOP, errno.ENOTDIR, errno.ENOSPC, errno.EIO)
)
"""What is the matter with a file or a disk and not with stratkit."""

COMMANDS: dict[str, tuple[str, str]] = {
    "lint": ("stratkit.cli.lint", _("Check the strategies and report every problem with its place.")),
    "fmt": ("stratkit.cli.fmt", _("Put keys in order; comments stay.")),
    "migrate": ("stratkit.cli.migrate", _("Lift files of an older format; comments stay.")),
    "build": ("stratkit.cli.build", _("Build the public website.")),
    "serve": ("stratkit.cli.serve", _("Show the website while you edit.")),
    "verify": ("stratkit.cli.verify", _("Check that a website is what the data give.")),
    "site": ("stratkit.cli.site", _("Join shares of a website.")),
    "document": ("stratkit.cli.document", _("Write the official document.")),
    "document-check": ("stratkit.cli.document_check", _("Compare a DOCX with the data.")),
    "export": ("stratkit.cli.export", _("Write a strategy as data.")),
    "diff": ("stratkit.cli.diff", _("Show what changed between two editions, revisions or folders.")),
    "amend": ("stratkit.cli.amend", _("Draft the act that leads from one edition to another, and prove it.")),
    "editions": ("stratkit.cli.editions", _("List the editions of the strategies.")),
    "release": ("stratkit.cli.release", _("Record a new edition.")),
    "history": ("stratkit.cli.history", _("Show how an entity changed over time.")),
    "blame": ("stratkit.cli.blame", _("Show who last changed each value of an entity.")),
    "merge-driver": ("stratkit.cli.merge_driver", _("Merge files by entity; git calls it.")),
    "diff-text": ("stratkit.cli.diff_text", _("Print a file in words; git calls it.")),
    "compare": ("stratkit.cli.compare", _("Compare regions.")),
    "lsp": ("stratkit.cli.lsp", _("Help an editor while you write: findings, completion, corrections.")),
    "new": ("stratkit.cli.new", _("Start a region, a project or an indicator.")),
    "explain": ("stratkit.cli.explain", _("Explain a rule.")),
    "schema": ("stratkit.cli.schema", _("Write the JSON Schemas of all files.")),
    "completion": ("stratkit.cli.completion", _("Print the completion script of a shell.")),
}
"""Module and summary of each command; the list exists once."""


def _set_language(context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    app = context.ensure_object(App)
    app.language = choose_language(value)
    _bind_click(app.language)
    return value


def _bind_click(language: str) -> None:
    """Let click's own words come from our catalogue too: a small one, for all of it is read at the first word."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("click", str(Path(__file__).parent.parent / "locales"))
    gettext.textdomain("click")


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    help=_("Strategies of regions as versioned YAML: checked, printed and published."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--lang", cls=Option, type=click.Choice(LANGUAGES), is_eager=True, expose_value=False, callback=_set_language,
    help=_("Language of messages; else STRATKIT_LANG, then the locale, then Russian."),
)  # fmt: skip
@click.option(
    "-C", "--root", cls=Option, type=click.Path(path_type=Path, file_okay=False),
    help=_("Folder that holds the strategies; else it is looked for here and above."),
)  # fmt: skip
@click.option(
    "--color/--no-color", cls=Option, default=None, help=_("Colours: always or never; else on a terminal only.")
)
@click.version_option(__version__, prog_name="stratkit", cls=Option, help=_("Show the version and exit."))
@click.pass_context
def cli(context: click.Context, root: Path | None, color: bool | None) -> None:
    """Hold what all commands share."""
    app = context.ensure_object(App)
    app.root = root
    app.color = color if color is not None else (False if os.environ.get("NO_COLOR") else None)


def program() -> None:
    """The program itself: :func:`main`, and if that goes well the end at once, without taking apart all that it holds."""
    ended: list[bool] = []
    atexit.register(_leave, ended)  # the first that is registered is called last
    main()
    ended.append(True)


def _leave(ended: list[bool]) -> None:
    if ended:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def main() -> None:
    """Entry point: the one place where exceptions become exit codes."""
    # What a command makes stays nearly all of it: searching it for what can go is seldom worth the time.
    gc.set_threshold(*_SELDOM)
    # What is left when it ends goes with the process.
    atexit.register(gc.freeze)
    app = App()
    _bind_click(app.language)
    try:
        cli.main(obj=app, standalone_mode=False)
    except StratkitError as error:
        app.fail(error)
    except click.ClickException as error:
        error.show()
        raise SystemExit(error.exit_code) from error
    except (click.Abort, KeyboardInterrupt):
        click.echo(app.translate(_("stopped; what was there before is untouched")), err=True)
        raise SystemExit(130) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except OSError as error:
        if error.errno not in _REFUSALS:
            raise
        path, reason = str(error.filename or "?"), reason_of(error)
        app.fail(SourceError(say("'{path}' cannot be used: {reason}", path=path, reason=reason)))
