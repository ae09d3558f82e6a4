"""`serve` shows its website to the person at this computer, and to nobody else: no network, no name, no page of others."""

from __future__ import annotations

import http.client
import re
import socket
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PATIENCE
from tests.hostile.conftest import COMMAND, environment, secret

pytestmark = pytest.mark.xdist_group("browser")
ATTACK = """<!doctype html><title>attack</title>
<script src="http://127.0.0.1:{port}/assets/search/demo.js" onload="got('script')" onerror="got('none')"></script>
<img src="http://127.0.0.1:{port}/assets/share.png" onload="got('image')" onerror="got('none')">
<link rel="stylesheet" href="http://127.0.0.1:{port}/_stratkit/serve.css" onload="got('style')" onerror="got('none')">
<iframe src="http://127.0.0.1:{port}/" id="frame"></iframe>"""
ASK = """async port => {
  const said = {};
  for (const mode of ['cors', 'no-cors', 'same-origin']) {
    try { said[mode] = (await (await fetch(`http://127.0.0.1:${port}/`, {mode})).text()).length }
    catch (error) { said[mode] = 'refused' }
  }
  said.events = await new Promise(told => {
    const events = new EventSource(`http://127.0.0.1:${port}/_stratkit/events`);
    events.onmessage = () => told('heard'); events.onerror = () => told('refused');
  });
  try { said.frame = document.getElementById('frame').contentDocument ? 'read' : 'refused' }
  catch (error) { said.frame = 'refused' }
  return said;
}"""


@pytest.fixture
def port(corpus: Path) -> Iterator[int]:
    process = subprocess.Popen(
        [*COMMAND, "-C", str(corpus), "serve", "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env=environment(PYTHONUNBUFFERED="1"),
    )
    try:
        assert process.stderr is not None
        yield int(re.search(r":(\d+)/", process.stderr.readline())[1])
    finally:
        process.kill()
        process.communicate()


def ask(port: int, path: str, host: str | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.putrequest("GET", path, skip_host=True)
    connection.putheader("Host", f"127.0.0.1:{port}" if host is None else host)
    connection.endheaders()
    answer = connection.getresponse()
    status, body = answer.status, answer.read()
    connection.close()
    return status, body


def test_serve_shows_its_website_to_this_computer_and_nothing_else_to_nobody_else(
    port: int, tmp_path: Path, corpus: Path
) -> None:
    (corpus / "demo/index.html").symlink_to(secret(tmp_path))
    for path in ("/../secret.yaml", "/%2e%2e/secret.yaml", "/..%2fsecret.yaml", "/demo/../../secret.yaml", "//etc/passwd", "/%00", "/stratkit.yaml",
                 "/demo/card.yaml", "/.git/config", "/\\..\\secret.yaml", f"/{tmp_path}/secret.yaml", "/file:///etc/passwd"):  # fmt: skip
        status, body = ask(port, path)
        assert status in (400, 404, 503), (path, status)
        assert b"TOP-SECRET" not in body
        assert b"root:" not in body
    for host in (
        "attacker.example",
        "localhost.attacker.example",
        "127.0.0.1.nip.example",
        "",
        "0.0.0.0",
        "[::ffff:127.0.0.1]x",
        "127.0.0.1@attacker.example:1",
    ):
        assert ask(port, "/", host)[0] in (400, 421), host


def test_serve_listens_to_this_computer_only(port: int) -> None:
    own = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    lines = (
        [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
        if Path("/proc/net/tcp").exists()
        else []
    )
    listening = {one[1] for one in lines if one[3] == "0A" and int(one[1].split(":")[1], 16) == port}
    assert listening <= {f"0100007F:{port:04X}"}
    for address in own:
        with socket.socket() as probe:
            probe.settimeout(2)
            assert probe.connect_ex((address, port)) != 0


def test_a_page_of_somebody_else_reads_nothing(tmp_path: Path, port: int, browser: Any) -> None:
    """Neither under its own name nor under one that it has pointed at this computer (DNS rebinding)."""
    (tmp_path / "attacker").mkdir()
    page = "<script>window.seen=[];window.got=what=>seen.push(what)</script>" + ATTACK.replace("{port}", str(port))
    (tmp_path / "attacker" / "index.html").write_text(page)
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path / "attacker")
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    context.set_default_timeout(PATIENCE * 1000)
    tab = context.new_page()
    try:
        own = tab.goto(f"http://127.0.0.1:{port}/", wait_until="commit")
        assert own.status == 200
        refused = context.new_page()  # its own tab: the browser's page of errors may still be on its way there
        with pytest.raises(Exception, match="ERR_HTTP_RESPONSE_CODE_FAILURE"):  # 421 and not a byte
            refused.goto(f"http://rebound.test:{port}/")
        refused.close()
        tab.goto(f"http://attacker.test:{server.server_address[1]}/")
        tab.wait_for_function("window.seen.length >= 3")
        assert tab.evaluate("window.seen") == ["none"] * 3
        assert tab.evaluate(ASK, port) == {
            "cors": "refused", "no-cors": "refused", "same-origin": "refused", "events": "refused", "frame": "refused",
        }  # fmt: skip
    finally:
        context.close()
        server.shutdown()
        server.server_close()
