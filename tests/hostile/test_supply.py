"""What stratkit stands on: few packages, each with its reason; the same wheel each time; no network when it runs."""

from __future__ import annotations

import hashlib
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.hostile.conftest import REPOSITORY, committed, environment, git

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())

BLOCKED = """
import socket, sys

def refuse(event, arguments):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.bind", "socket.sendto", "urllib.Request", "http.client.connect")):
        raise RuntimeError(f"the network is asked for: {event} {arguments}")
    if event == "socket.__new__" and arguments[1] != socket.AF_UNIX:
        raise RuntimeError(f"the network is asked for: {event} {arguments}")

sys.addaudithook(refuse)
sys.argv = ["stratkit", "--lang", "en", *sys.argv[1:]]
from stratkit.cli.main import main
main()
"""


def test_every_dependency_has_its_reason_and_its_pin() -> None:
    named = {re.split("[<>=~! ]", one)[0].lower() for one in PROJECT["project"]["dependencies"]}
    named |= {
        re.split("[<>=~! ]", one)[0].lower()
        for name in ("lsp", "pdf")
        for one in PROJECT["project"]["optional-dependencies"][name]
    }
    reasons = (REPOSITORY / "CONTRIBUTING.md").read_text().split("## Dependencies")[1].lower()
    assert not [name for name in named if name not in reasons]
    pinned = {
        line.split("==")[0].lower()
        for line in (REPOSITORY / "constraints.txt").read_text().splitlines()
        if "==" in line
    }
    assert not {name for name in named if name not in pinned and name.replace("-", "_") not in pinned}
    assert len(PROJECT["project"]["dependencies"]) <= 12


def test_the_wheel_is_the_same_wherever_and_whenever_it_is_built(tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    found = []
    for number, name in enumerate(("one", "another place")):
        source = tmp_path / name
        source.mkdir()
        for part in (
            "stratkit",
            "schema",
            "site_templates",
            "strategies",
            "README.md",
            "LICENSE",
            "CHANGELOG.md",
            "pyproject.toml",
        ):
            copy = shutil.copytree if (REPOSITORY / part).is_dir() else shutil.copy2
            copy(
                REPOSITORY / part,
                source / part,
                **({"ignore": shutil.ignore_patterns("__pycache__", ".*")} if copy is shutil.copytree else {}),
            )
        out = tmp_path / f"out-{number}"
        env = environment(
            SOURCE_DATE_EPOCH="1630368000", TZ=("UTC", "Asia/Tomsk")[number], LC_ALL="C", PYTHONHASHSEED=str(number)
        )
        done = subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
            cwd=source,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        (wheel,) = out.glob("*.whl")
        found.append((wheel.name, hashlib.sha256(wheel.read_bytes()).hexdigest()))
    assert found[0] == found[1]


@pytest.mark.parametrize("command", [
    ("lint",), ("lint", "--format", "sarif"), ("build", "-o", "site", "--documents", "html,md,docx,odt"), ("document", "demo", "--format", "docx", "-o", "demo.docx"),
    ("document", "demo", "--format", "pdf", "-o", "demo.pdf"), ("export", "demo", "--format", "json"), ("export", "demo", "--format", "xlsx", "-o", "demo.xlsx"),
    ("compare",), ("diff", "HEAD.."), ("editions",), ("history", "demo", "booking"), ("fmt", "--check"), ("schema", "--check"), ("explain", "REF001"), ("migrate",),
], ids=lambda command: " ".join(command[:4]))  # fmt: skip
def test_no_command_asks_for_the_network(tmp_path: Path, corpus: Path, command: tuple[str, ...]) -> None:
    if "pdf" in command:
        pytest.importorskip("typst")
    git(tmp_path, "init", "-q")
    committed(tmp_path, "v1")
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED, "-C", str(corpus), *command],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "the network is asked for" not in done.stderr, done.stderr
    assert done.returncode in (0, 1), done.stderr


def test_the_block_blocks(tmp_path: Path) -> None:
    program = BLOCKED.partition("sys.argv = ")[0] + "socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "the network is asked for" in done.stderr


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("", None),
        ('{"dependencies": []}', None),
        (
            '{"dependencies": [{"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "not found"}]}',
            None,
        ),
        (
            '{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}',
            [{"name": "a", "version": "1", "vulns": []}],
        ),
    ],
)
def test_an_audit_that_nobody_answered_is_none(monkeypatch: pytest.MonkeyPatch, told: str, wanted: object) -> None:
    """pip-audit ends well where the service knows none of the packages: that is no clean bill."""
    pytest.importorskip("packaging")
    audit = runpy.run_path(str(REPOSITORY / "scripts" / "audit.py"))
    done = subprocess.CompletedProcess([], 0, told, "")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    assert audit["asked"]("folder") == wanted
