"""A file is written in one step, and what a killed program began goes with the next one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from stratkit.source.cache import CacheFolder
from stratkit.source.locks import lock
from stratkit.source.write import clear_remains, replace_file

KILLED = """
import os, signal, sys
from pathlib import Path
from stratkit.source.write import replace_file
sys.addaudithook(lambda event, _: event == "os.rename" and os.kill(os.getpid(), signal.SIGKILL))
replace_file(Path(sys.argv[1]), b"new")
"""


def test_the_next_writer_clears_what_a_killed_one_left(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", KILLED, str(target)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2
    replace_file(tmp_path / "b.yaml", b"another")
    assert {one.name for one in tmp_path.iterdir()} == {"a.yaml", "b.yaml"}


def test_what_grows_or_belongs_to_others_is_left_alone(tmp_path: Path) -> None:
    names = (".stratkit-abcdefgh.new", ".stratkit-abcdefgh.newer", ".a.yaml.abcdefgh", "stratkit-abcdefgh.new")
    for name in names:
        (tmp_path / name).write_text("x")
    (tmp_path / ".stratkit-ijklmnop.new").mkdir()
    (tmp_path / ".stratkit-qrstuvwx.new").symlink_to(tmp_path / names[1])
    held = lock(tmp_path / names[0])
    before = sorted(tmp_path.iterdir())
    clear_remains(tmp_path)
    assert sorted(tmp_path.iterdir()) == before
    os.close(held)
    clear_remains(tmp_path)
    assert sorted(tmp_path.iterdir()) == [one for one in before if one.name != names[0]]


def test_a_cache_clears_what_a_killed_run_left(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path)
    cache.put("a", "key", b"body")
    (tmp_path / ".stratkit-abcdefgh.new").write_bytes(b"half")
    CacheFolder(tmp_path).put("b", "key", b"body")
    assert {one.name for one in tmp_path.iterdir()} == {"a", "b"}


def test_writers_at_once_do_not_take_each_other_for_dead(tmp_path: Path) -> None:
    failed: list[BaseException] = []

    def write(name: str) -> None:
        try:
            for number in range(60):
                replace_file(tmp_path / name, str(number).encode())
        except BaseException as error:
            failed.append(error)
            raise

    threads = [threading.Thread(target=write, args=(f"{number % 2}.yaml",)) for number in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert not failed
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"0.yaml": b"59", "1.yaml": b"59"}


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_a_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(b"old")
    target.chmod(mode)
    replace_file(target, b"new")
    assert target.stat().st_mode & 0o777 == mode
    assert target.read_bytes() == b"new"
