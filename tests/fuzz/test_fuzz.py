"""Whatever bytes stand where a strategy file should: findings, never a traceback, a hang or a flood of memory.

``make fuzz`` runs a million files; here it is twenty thousand, always the same ones.
"""

from __future__ import annotations

import itertools
import json
import random
import re
import resource
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stratkit.source.reader import parse
from tests.fuzz.hostile import FILES, SCALARS, TEXTS, bomb
from tests.fuzz.mutations import CORPUS, REPOSITORY, Seeds, made_up
from tests.fuzz.road import FILE_SECONDS, MemoryTree, bounded, corpus, judged, published, read_file
from tests.fuzz.run import MEMORY

SEED = 20210831
COUNT = 20_000
SEEDS = Seeds(CORPUS)

CHILD = """
import sys
from tests.fuzz.hostile import FILES
from tests.fuzz.road import FILE_SECONDS, bounded, peak_memory, read_file
with bounded(FILE_SECONDS):
    read_file("demo/card.yaml", FILES[sys.argv[1]])
print(peak_memory())
"""


def test_twenty_thousand_files() -> None:
    command = [sys.executable, "-m", "tests.fuzz.run", "--count", str(COUNT), "--seed", str(SEED)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"files: {COUNT}" in done.stdout
    # Files that die at the door would prove little: many have to reach the later stages.
    reached = {
        name: int(re.search(rf"{name}: (\d+)", done.stdout)[1])
        for name in ("accepted", "workspaces", "websites", "published")
    }
    assert reached["accepted"] > COUNT / 10, done.stdout
    assert reached["websites"] >= 3, done.stdout
    assert reached["published"] > 500, done.stdout


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_costs_its_findings_and_little_time_and_memory(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, name], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) < MEMORY, f"{int(done.stdout) >> 20} MB"


@pytest.mark.parametrize("name", [name for name, data in FILES.items() if len(data) < 100_000])
def test_a_hostile_file_among_others_stops_nobody(name: str) -> None:
    base = corpus(CORPUS)
    for path in ("demo/card.yaml", "catalog/acts.yaml", "stratkit.yaml"):
        with bounded(10 * FILE_SECONDS):
            workspace, _tree = judged({**base, path: FILES[name]})
        assert any(one.place.path == path for one in workspace.findings)
        assert set(workspace.strategies) == {"demo", "sample"}


@pytest.mark.parametrize("scalar", SCALARS, ids=lambda scalar: scalar[:30])
def test_a_hostile_scalar_in_the_place_of_any_other(scalar: str) -> None:
    for path in (
        "demo/strategy.yaml",
        "demo/indicators/health.yaml",
        "demo/projects/health/booking.yaml",
        "catalog/acts.yaml",
    ):
        lines = SEEDS.files[path].decode().split("\n")
        for number, line in enumerate(lines):
            key, colon, value = line.partition(": ")
            if colon and value:
                changed = "\n".join((*lines[:number], f"{key}: {scalar}", *lines[number + 1 :]))
                with bounded(FILE_SECONDS):
                    read_file(path, changed.encode("utf-8", "replace"))


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text)[:30])
def test_a_hostile_text_in_every_place_at_once_is_judged(text: str) -> None:
    workspace, _tree = judged(_workspace_of([text]))
    assert set(workspace.strategies) <= {"demo", "sample"}


@pytest.mark.parametrize("start", range(0, len(TEXTS), 24))
def test_hostile_texts_are_published(start: int) -> None:
    workspace, tree = judged(_workspace_of([text for text in TEXTS[start : start + 24] if text.strip()]))
    with bounded(20 * FILE_SECONDS):
        assert published(workspace, tree) > 150


def _workspace_of(texts: list[str]) -> dict[str, bytes]:
    base = corpus(CORPUS)
    queue = itertools.cycle(texts)
    return {
        path: data if path.startswith(("catalog/", "stratkit")) else _with_texts(path, queue)
        for path, data in base.items()
    }


_TEXT_KEYS = re.compile(r"^(\s*(?:- )?(?:text|goal|description|title|note)): (?!\||>).*$", re.MULTILINE)


def _with_texts(path: str, texts: Iterator[str]) -> bytes:
    return _TEXT_KEYS.sub(lambda found: f"{found[1]}: {json.dumps(next(texts))}", SEEDS.files[path].decode()).encode()


def test_the_bomb_is_refused_before_it_is_lit() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with bounded(0.5):
        assert [one.code for one in parse(bomb(40), "f").findings] == ["YML009"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.randoms(use_true_random=False))
def test_hypothesis_finds_no_file_that_breaks(chance: random.Random) -> None:
    path, data = made_up(SEEDS, chance)
    with bounded(FILE_SECONDS):
        read_file(path, data)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(SEEDS.paths),
    st.binary(max_size=400) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
)
def test_hypothesis_finds_no_bytes_that_break(path: str, data: bytes) -> None:
    with bounded(FILE_SECONDS):
        read_file(path, data)


def test_every_file_of_the_corpus_is_accepted_as_it_is() -> None:
    """Otherwise the way beyond the schema would never be walked."""
    tree = MemoryTree(corpus(CORPUS))
    assert all(read_file(path, tree.read(path)) for path in tree.paths)
