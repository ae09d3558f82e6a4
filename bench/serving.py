"""From writing a file to the new page: how long a server that watches files takes."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import FailedError, Figures, Measured, peak_of
from bench.mutate import Edit, one_value

PAUSE = 0.02
"""Seconds between two questions: a server that answers more often answers in place of its work."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server under measurement.

    Args:
        name: as it stands in the table.
        command: what is run; ``PORT`` in it becomes a free port; empty if it is not installed.
        edit: makes the next change; what it changes is shown on ``page``.
        page: the address of the page, without the leading slash.
        cwd: the folder in which it runs.
    """

    name: str
    command: Sequence[str]
    edit: Callable[[], Edit]
    page: str
    cwd: Path | None = None


def page_of_value(folder: Path, region: str | None = None) -> str:
    """The address of the page of the indicator that :func:`bench.mutate.one_value` changes."""
    edit = one_value(folder, region)
    before, after = edit.before or "", edit.after
    at = next(place for place, (old, new) in enumerate(zip(before, after, strict=False)) if old != new)
    ids = re.findall(r"\n  - id: (\S+)", before[:at])
    return f"{edit.path.relative_to(folder).parts[0]}/indicators/{ids[-1]}.html"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


class _Reader:
    """Asks a server for one page again and again, over one connection as long as the server keeps it."""

    def __init__(self, port: int, path: str) -> None:
        self.path = path
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def page(self) -> bytes | None:
        """What the server gives; None while it does not answer."""
        try:
            self._connection.request("GET", f"/{self.path}")
            answer = self._connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()  # the next question opens another one
            return None
        return body if answer.status == http.client.OK else None

    def next(self, former: bytes | None, until: float) -> bytes:
        """The page as soon as it is another than *former*."""
        while time.perf_counter() < until:
            body = self.page()
            if body is not None and body != former:
                return body
            time.sleep(PAUSE)
        raise FailedError("the page did not come in time")

    def close(self) -> None:
        """Ask no more."""
        self._connection.close()


def latency(server: Server, runs: int = 5, limit: float = 600, tell: Callable[[str], None] = print) -> Measured:
    """Start *server*, change a file *runs* times, and see each time when the page is new."""
    measured = Measured(server.name)
    if not server.command:
        measured.why = "not installed"
        return measured
    port = _free_port()
    command = [part.replace("PORT", str(port)) for part in server.command]
    process = subprocess.Popen(
        command, cwd=server.cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    edits = []
    reader = _Reader(port, server.page)
    try:
        shown = reader.next(None, time.perf_counter() + limit)
        time.sleep(1)  # watching may begin after the first page
        for _ in range(runs):
            edit = server.edit()
            edits.append(edit)
            start = time.perf_counter()
            edit.apply()
            shown = reader.next(shown, start + 60)
            measured.runs.append(Figures(time.perf_counter() - start, 0.0, peak_of(process.pid)))
            tell(f"{server.name}: {measured.runs[-1].wall:.3f} s to the page, {measured.runs[-1].memory:.0f} MB")
            time.sleep(0.5)
    except FailedError as failure:
        measured.why = str(failure)
        tell(f"{server.name}: {failure}")
    finally:
        reader.close()
        for edit in reversed(edits):
            edit.restore()
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return measured
