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


def _page(port: int, path: str) -> bytes | None:
    """What the server gives; None while it does not answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", f"/{path}")
        answer = connection.getresponse()
        body = answer.read()
    except OSError:
        return None
    finally:
        connection.close()
    return body if answer.status == http.client.OK else None


def _await(port: int, path: str, former: bytes | None, until: float) -> bytes:
    while time.perf_counter() < until:
        body = _page(port, path)
        if body is not None and body != former:
            return body
        time.sleep(0.005)
    raise FailedError("the page did not come in time")


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
    try:
        shown = _await(port, server.page, None, time.perf_counter() + limit)
        time.sleep(1)  # watching may begin after the first page
        for _ in range(runs):
            edit = server.edit()
            edits.append(edit)
            start = time.perf_counter()
            edit.apply()
            shown = _await(port, server.page, shown, start + 60)
            measured.runs.append(Figures(time.perf_counter() - start, 0.0, peak_of(process.pid)))
            tell(f"{server.name}: {measured.runs[-1].wall:.3f} s to the page, {measured.runs[-1].memory:.0f} MB")
            time.sleep(0.5)
    except FailedError as failure:
        measured.why = str(failure)
        tell(f"{server.name}: {failure}")
    finally:
        for edit in reversed(edits):
            edit.restore()
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return measured
