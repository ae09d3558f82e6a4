"""The server of ``stratkit serve``: for one person on this computer.

It answers on the loopback address only, and only to requests that name it so: a page of another
website that has its name pointed here reads nothing (DNS rebinding). It knows the files of the
current edition by name and never looks at a disk.
"""

from __future__ import annotations

import errno
import html
import json
import mimetypes
import sys
from collections.abc import Callable, Iterable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from jinja2 import TemplateError

from stratkit.diagnostics import Message, say
from stratkit.diagnostics.errors import ConfigError, StratkitError, reason_of
from stratkit.site import address
from stratkit.site.serving.state import Live, Problem, State, problem_of
from stratkit.source.shipped import shipped

LOOPBACK = "127.0.0.1"
EVENTS = "_stratkit/events"
_HOSTS = frozenset({"localhost", LOOPBACK, "::1"})
_OWN = {f"_stratkit/{name}": name for name in ("reload.js", "serve.css")}
_PULSE = 15.0
"""Seconds after which a silent stream of events gives a sign of life."""

_IDLE = 60.0
"""Seconds after which a connection over which nothing is asked is given up."""

_TYPES = {".js": "text/javascript", ".jsonld": "application/ld+json", ".xml": "application/xml"}
_TEXTS = ("text/", "application/json", "application/xml", "application/ld+json", "image/svg+xml")


class SiteServer(ThreadingHTTPServer):
    """Serves what *live* holds.

    Args:
        port: to listen on; 0 takes any free one.
        live: the website.
        words: puts a message in the language of the user.

    Raises:
        ConfigError: the port is taken, or may not be used.
    """

    daemon_threads = True

    def __init__(self, port: int, live: Live, words: Callable[[Message], str]) -> None:
        self.live = live
        self.words = words
        try:
            super().__init__((LOOPBACK, port), SiteHandler)
        except OSError as error:
            raise _no_port(port, error) from error

    @property
    def url(self) -> str:
        """Where the home page stands."""
        return f"http://{LOOPBACK}:{self.server_address[1]}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no error; everything else is shown with its traceback."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _no_port(port: int, error: OSError) -> ConfigError:
    if error.errno == errno.EADDRINUSE:
        return ConfigError(
            say("the port {port} is taken by another program", port=port),
            say("name another one, or any free one: stratkit serve --port 0"),
        )
    reason = reason_of(error)
    return ConfigError(
        say("the port {port} cannot be used: {reason}", port=port, reason=reason), say("name a port from 1024 on")
    )


class SiteHandler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: SiteServer
    server_version = "stratkit"
    sys_version = ""
    protocol_version = "HTTP/1.1"  # a page and all that it needs come over one connection
    disable_nagle_algorithm = True  # what is written in two pieces does not wait for the first to be confirmed
    timeout = _IDLE

    def do_GET(self) -> None:
        """A file of the website, or the stream of events."""
        if not self._asked_by_name() or self._has_body():
            self.close_connection = True
        if not self._asked_by_name():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"", "text/plain")
            return
        path = unquote(urlsplit(self.path).path, errors="replace").lstrip("/")
        if path == EVENTS:
            self._stream()
        elif path in _OWN:
            self._send(HTTPStatus.OK, (shipped("site_templates") / "serve" / _OWN[path]).read_bytes(), _type(path))
        else:
            self._file(path, self.server.live.state)

    def do_HEAD(self) -> None:
        """The same without the bytes."""
        self.do_GET()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the method overridden
        """Requests are not worth a line."""

    def _asked_by_name(self) -> bool:
        try:
            return urlsplit(f"//{self.headers.get('Host', '')}").hostname in _HOSTS
        except ValueError:
            return False

    def _has_body(self) -> bool:
        """What follows this request is no request."""
        return "Content-Length" in self.headers or "Transfer-Encoding" in self.headers

    def _file(self, path: str, state: State) -> None:
        edition = state.edition
        name = f"{path}index.html" if path.endswith("/") or not path else path
        if not state.stamp:
            self._problems(HTTPStatus.SERVICE_UNAVAILABLE, state.problems)
        elif name in edition:
            self._page(HTTPStatus.OK, name, state)
        elif f"{path}/index.html" in edition:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif address.NOT_FOUND in edition:
            self._page(HTTPStatus.NOT_FOUND, address.NOT_FOUND, state)
        else:
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")

    def _page(self, status: HTTPStatus, name: str, state: State) -> None:
        try:
            data = state.edition.read(name)
        except StratkitError as error:
            self._problems(HTTPStatus.INTERNAL_SERVER_ERROR, [problem_of(error)])
            return
        except TemplateError as error:
            place = f"{getattr(error, 'filename', None) or name}:{getattr(error, 'lineno', None) or 1}"
            message = say("the template cannot be drawn: {problem}", problem=error.message or type(error).__name__)
            self._problems(HTTPStatus.INTERNAL_SERVER_ERROR, [Problem(place, message)])
            return
        kind = _type(name)
        self._send(status, _with_reload(data, state.stamp) if kind.startswith("text/html") else data, kind)

    def _problems(self, status: HTTPStatus, problems: Iterable[Problem]) -> None:
        """A page of its own, for as long as there is no edition to show."""
        words, shown = self.server.words, tuple(problems)
        items = "".join(
            "<li>" + "".join(f"<p>{html.escape(part)}</p>" for part in one.values() if part) + "</li>"
            for one in _as_data(shown, words)
        )
        title = html.escape(words(_TITLE if shown else _BUILDING))
        head = f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title></head>'
        page = (
            f'{head}<body><section class="stratkit-problems"><h2>{title}</h2><ul>{items}</ul></section></body></html>'
        )
        self._send(status, _with_reload(page.encode(), self.server.live.state.stamp), "text/html; charset=utf-8")

    def _stream(self) -> None:
        """Server-sent events: the state now, and each time it changes."""
        self.send_response(HTTPStatus.OK)
        self._headers("text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")  # it ends when the connection does
        self.end_headers()
        seen: State | None = None
        live = self.server.live
        while self.command == "GET" and not live.closed:
            state = live.after(seen, _PULSE)
            if state is None:
                self.wfile.write(b": \n\n")
            else:
                seen = state
                self.wfile.write(b"data: " + _state_data(state, self.server.words) + b"\n\n")
            self.wfile.flush()

    def _send(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        self.send_response(status)
        self._headers(kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _headers(self, kind: str) -> None:
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")


_TITLE = say("the data has errors; the last edition without errors is shown")
_BUILDING = say("the website is being built")
_CLOSE = say("close")


def _type(path: str) -> str:
    suffix = f".{path.rpartition('.')[2]}"
    kind = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXTS) else kind


def _with_reload(page: bytes, stamp: str) -> bytes:
    """*page* with the script that loads it anew; a file of its own, as the page's security policy asks."""
    tags = (
        '<link rel="stylesheet" href="/_stratkit/serve.css">'
        f'<script src="/_stratkit/reload.js" data-stamp="{html.escape(stamp)}" defer></script>'
    )
    return page.replace(b"</head>", tags.encode() + b"</head>", 1)


def _as_data(problems: Iterable[Problem], words: Callable[[Message], str]) -> list[dict[str, str]]:
    return [
        {"place": one.place, "message": words(one.message), "hint": words(one.hint) if one.hint else ""}
        for one in problems
    ]


def _state_data(state: State, words: Callable[[Message], str]) -> bytes:
    data = {
        "stamp": state.stamp,
        "title": words(_TITLE),
        "close": words(_CLOSE),
        "problems": _as_data(state.problems, words),
    }
    return json.dumps(data, ensure_ascii=False).encode()
