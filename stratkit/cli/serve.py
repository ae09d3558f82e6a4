"""``stratkit serve``."""

from __future__ import annotations

import threading
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option
from stratkit.cli.site_options import document_formats, documents_option
from stratkit.cli.watching import changes, named
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say
from stratkit.site.options import SiteOptions
from stratkit.site.serving.server import SiteServer
from stratkit.site.serving.state import Live, Workshop
from stratkit.source.collector import collected_at_leisure
from stratkit.source.shipped import shipped


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
    live, templates = Live(), shipped("site_templates")
    workshop = Workshop(app.folder, SiteOptions(document_formats(app, documents)), keep_going, app.cache)
    with (
        suppress(KeyboardInterrupt),
        collected_at_leisure() as worked,
        _serving(SiteServer(port, live, app.words)) as server,
    ):
        try:
            # From here on no change is missed, not even one during the first build.
            waiting = changes({app.folder: app.folder, templates: templates.parent})
            _work(app, workshop, live, "")
            app.say(say("the website is at {url}; Ctrl-C ends", url=server.url), bold=True)
            if browser:
                webbrowser.open(server.url)
            worked()
            for changed in waiting:
                _work(app, workshop, live, named(changed))
                worked()
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
        if one.hint is not None:
            app.say(one.hint, "  ")
    if problems:
        app.say(say("errors: {count}; the last edition without errors stays", count=len(problems)))
    elif changed:
        app.say(say("shown after {seconds} s: {paths}", seconds=seconds, paths=changed))
