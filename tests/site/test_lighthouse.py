"""Lighthouse finds nothing to complain of on the pages that people land on; `make test` installs it from npm.

Its fourth category is a matter of time and of the machine: `make lighthouse` shows it, no test judges it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
TOOL = REPOSITORY / "build/npm/node_modules/.bin/lighthouse"
CATEGORIES = ("accessibility", "best-practices", "seo")
LEAST = 0.98
PAGES = {
    "home": "index.html",
    "region": "tomsk/index.html",
    "project": "tver/projects/single-digital-circuit.html",
    "indicator": "tomsk/indicators/integrated-medical-cards.html",
}


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *_arguments: object) -> None:
        """No lines between those of the tests."""


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    """The website on this computer."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(real_site))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def chromium() -> str:
    """The browser that the other tests use too."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return found or pytest.skip("no Chromium here")


@pytest.mark.xdist_group("lighthouse")
@pytest.mark.parametrize("name", PAGES)
def test_lighthouse_has_nothing_to_say(name: str, address: str, chromium: str, real_site: Path, tmp_path: Path) -> None:
    if not TOOL.exists():
        if shutil.which("npm") is None:
            pytest.skip("no npm here: install Node.js to look at the pages with Lighthouse")
        pytest.fail("Lighthouse is not installed: run 'make build/npm'")
    assert (real_site / PAGES[name]).exists()
    report = tmp_path / "report.json"
    command = [
        str(TOOL), f"{address}/{PAGES[name]}", "--quiet", "--output=json", f"--output-path={report}",
        f"--only-categories={','.join(CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]  # fmt: skip
    ran = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    found = json.loads(report.read_text())
    low = [(key, one["score"]) for key, one in found["categories"].items() if not (one["score"] or 0) >= LEAST]
    wrong = [(key, one["title"]) for key, one in found["audits"].items() if one["score"] == 0]
    assert low == [], wrong
