"""``stratkit serve``."""

from __future__ import annotations

import threading
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click
import watchfiles

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option
from stratkit.cli.site_options import document_formats, documents_option
from stratkit.diagnostics.errors import SourceError
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.site.build import SiteOptions
from stratkit.site.serve import SiteServer
from stratkit.site.serve_state import Live, Workshop
from stratkit.source.shipped import shipped

_STEP, _DEBOUNCE = 20, 200
"""Milliseconds: quiet after which a change counts as complete, and the longest wait for that quiet."""

_NAMED = 3


@command("serve", examples=("stratkit serve", "stratkit serve --port 0 --open"))
@option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help=_("Port on this computer; 0 takes any free one."),
)
@option("--open/--no-open", "browser", default=False, help=_("Open the website in the browser."))
@documents_option()
@option("--keep-going", is_flag=True, help=_("Show the website even if the data has errors."))
@pass_app
def main(app: App, port: int, browser: bool, documents: str, keep_going: bool) -> None:
    """Show the website on this computer while you edit: each change is checked and shown at once."""
    live = Live()
    workshop = Workshop(app.folder, SiteOptions(document_formats(app, documents)), keep_going)
    with suppress(KeyboardInterrupt), _serving(SiteServer(port, live, app.words)) as server:
        try:
            _work(app, workshop, live, "")
            app.say(say("the website is at {url}; Ctrl-C ends", url=server.url), bold=True)
            if browser:
                webbrowser.open(server.url)
            for changed in _changes(app.folder):
                _work(app, workshop, live, ", ".join(changed[:_NAMED]) + (" …" if len(changed) > _NAMED else ""))
        finally:
            live.close()
    app.say(say("ended"))


@contextmanager
def _serving(server: SiteServer) -> Iterator[SiteServer]:
    """*server*, answering in a thread of its own until the end of the block."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _work(app: App, workshop: Workshop, live: Live, changed: str) -> None:
    start = time.perf_counter()
    problems = workshop.work(live)
    seconds = f"{time.perf_counter() - start:.2f}"
    for one in problems:
        text = say("{place}: {message}", place=one.place, message=one.message) if one.place else one.message
        app.say(text, fg="red")
    if problems:
        app.say(say("errors: {count}; the last edition without errors stays", count=len(problems)))
    elif changed:
        app.say(say("shown after {seconds} s: {paths}", seconds=seconds, paths=changed))


def _changes(folder: Path) -> Iterator[list[str]]:
    """The files of the workspace and of the templates that changed, each time some did.

    Raises:
        SourceError: the system does not say what changes.
    """
    root, templates = folder.resolve(), shipped("site_templates").resolve()
    try:
        seen = watchfiles.watch(root, templates, watch_filter=_wanted, step=_STEP, debounce=_DEBOUNCE)
        for changes in seen:
            yield sorted({_short(Path(path), root, templates) for _kind, path in changes})
    except OSError as error:
        raise SourceError(
            say("changes of the files cannot be watched: {reason}", reason=error.strerror or str(error)),
            say("set WATCHFILES_FORCE_POLLING=1 to look at the files again and again instead"),
        ) from error


def _wanted(_kind: watchfiles.Change, path: str) -> bool:
    """Neither hidden files nor what editors leave behind while they save."""
    name = Path(path).name
    return not name.startswith(".") and not name.endswith(("~", ".swp", ".swx", ".tmp", ".bak"))


def _short(path: Path, root: Path, templates: Path) -> str:
    for base in (root, templates.parent):
        if path.is_relative_to(base):
            return path.relative_to(base).as_posix()
    return str(path)
