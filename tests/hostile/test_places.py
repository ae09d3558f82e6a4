"""Paths, addresses and patterns from anywhere: too long, not to be looked at, of no file, without end."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lsprotocol import types

from stratkit.lsp.service import Service
from stratkit.model.kinds import path_pattern
from tests.fuzz.hostile import FILES, TEXTS
from tests.fuzz.road import FILE_SECONDS, bounded
from tests.hostile.conftest import COMMAND, PROJECT, environment, stratkit

LONG = "a" * 5_000
COMMANDS = (
    "-C {} lint", "-C /{}/x lint", "lint {}", "fmt {}", "lint --baseline {}", "lint --write-baseline {}", "build -o {}", "build -o {}/x", "verify {}",
    "document demo -o {}", "document-check {} demo", "diff {}/..{}/", "diff {}..", "amend {}.. demo", "export demo --format json -o {}", "schema -o {}",
    "new workspace {}", "new region {} --name x", "lint --rev {}", "lint --changed-since {}", "merge-driver {} {} {} x.yaml", "diff-text {}",
    "site merge {} -o y", "history demo {}", "lint --select {}", "explain {}", "document demo --rev {}", "release demo --id {} --act-kind decree --act-issuer x --act-date 2099-08-30 --act-number 1",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_a_name_longer_than_the_system_takes_costs_a_sentence(corpus: Path, command: str) -> None:
    ran = stratkit(corpus, *command.replace("{}", LONG).split())
    assert ran.returncode == 2, ran.stdout
    assert "Traceback" not in ran.stderr, ran.stderr[-2000:]


@pytest.mark.parametrize("command", ["-C {} lint", "build -o {}/site", "document demo --keep-going -o {}/x.html", "diff {}/..", "verify {}", "schema -o {}/x"])  # fmt: skip
def test_a_folder_that_may_not_be_looked_at_costs_a_sentence(tmp_path: Path, corpus: Path, command: str) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    plain: list[str] = []
    if os.geteuid() == 0:  # who may look everywhere, unless that is given up
        if shutil.which("setpriv") is None:
            pytest.skip("root cannot give up its rights here")
        os.chown(closed, 65534, 65534)
        plain = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    words = command.format(closed / "inner").split()
    ran = subprocess.run([*plain, *COMMAND, *words], cwd=corpus, env=environment(), capture_output=True, text=True, check=False)  # fmt: skip
    assert ran.returncode == 2, (ran.stdout, ran.stderr)
    assert "Traceback" not in ran.stderr, ran.stderr[-2000:]


# ---- patterns ----


def test_a_pattern_of_many_stars_is_matched_at_once() -> None:
    with bounded(FILE_SECONDS):
        assert not path_pattern("*a" * 40 + "*b").match("a" * 200)
        assert not path_pattern("*/" * 40 + "x").match("a/" * 60)
        assert path_pattern("*" * 100).match("a" * 200)


def test_patterns_mean_what_they_meant() -> None:
    """As the plain translation, which takes for ever where there are many stars."""
    chance = random.Random(20261129)
    fitting = 0
    for _ in range(20_000):
        pattern = "".join(chance.choices("ab*/.", k=chance.randrange(1, 9)))
        path = "".join(chance.choices("ab/.", k=chance.randrange(1, 10)))
        plain = re.compile(re.escape(pattern).replace(r"\*", "[^/]+") + r"\Z")
        fitting += bool(plain.match(path))
        assert bool(path_pattern(pattern).match(path)) == bool(plain.match(path)), (pattern, path)
    assert fitting > 100


# ---- the language server ----

ADDRESSES = (
    "", "file:", "file:///", "file:///etc/passwd", "file:///etc/passwd.yaml", "file:///dev/zero.yaml", "file://host/share/x.yaml", "untitled:x.yaml",
    "http://attacker.example/x.yaml", "file:///%00.yaml", "file://[::1/x.yaml", "file:///c:/x.yaml", "jar:file:///x!/y.yaml", "x" * 100_000,
    "file://" + "/a" * 5_000 + "/x.yaml", "{root}/demo/%00.yaml", "{root}/demo/x%00y/z.yaml", "{root}/demo/../../../../etc/x.yaml",
    "{root}/demo/%2e%2e/%2e%2e/x.yaml", "{root}/demo/card.yaml?x#y", "{root}/.git/x.yaml", "{root}/demo/%ff.yaml", "{root}/demo/a%0Ab.yaml",
    "{root}/demo/%1b.yaml", "{root}/" + LONG + ".yaml", "{root}/" + "a/" * 2_000 + "x.yaml",
)  # fmt: skip
POSITIONS = tuple(types.Position(line, character) for line in (0, 3, 2**31 - 1) for character in (0, 5, 2**31 - 1))


def ask_everything(service: Service, address: str) -> None:
    """Every question that an editor has about a file."""
    for position in POSITIONS:
        service.completion(address, position)
        service.hover(address, position)
        service.definition(address, position)
        service.references(address, position, declared=True)
        service.actions(address, types.Range(position, position), versioned=True)
    service.symbols(address)
    service.formatting(address)


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address[:40])
def test_an_editor_may_call_a_file_anything(corpus: Path, address: str) -> None:
    service = Service(lambda text: text, lambda: None)
    address = address.replace("{root}", corpus.as_uri())
    room = service.put(address, "stratkit: card/1\n", 1)
    told = [one.uri for one in service.news(room)] if room is not None else []
    assert all(one.startswith(corpus.as_uri()) for one in told)
    ask_everything(service, address)
    service.drop(address)


@pytest.mark.parametrize("text", [*(data.decode("utf-8", "surrogateescape") for data in FILES.values() if len(data) < 60_000), *TEXTS[::7]], ids=lambda text: ascii(text)[:30])  # fmt: skip
def test_an_editor_may_hold_any_text(corpus: Path, text: str) -> None:
    service = Service(lambda text: text, lambda: None)
    address = (corpus / PROJECT).as_uri()
    room = service.put(address, text.replace("\udcff", "\ud800"), 1)
    assert room is not None
    assert list(service.news(room))
    ask_everything(service, address)
