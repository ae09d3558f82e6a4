"""Repositories whose inside was made by hand, read by `release`, by `serve` and by the language server."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.lsp.service import Service
from stratkit.site.options import SiteOptions
from stratkit.site.serving.showing import show
from stratkit.source import FolderTree, git_command
from stratkit.source import git as reading
from tests.conftest import Ran
from tests.fuzz.road import bounded
from tests.hostile.conftest import PROJECT, RELEASE, environment, git
from tests.hostile.test_places import ask_everything
from tests.hostile.test_repositories import ODD_ENTRIES, SECONDS, bomb, commit, stored, tree, with_entry

Run = Callable[..., Ran]


def _pipe(top: Path, _corpus: Path) -> None:
    (top / ".git/index").unlink()
    os.mkfifo(top / ".git/index")


def _nonsense_inside(top: Path, _corpus: Path) -> None:
    for place in ("HEAD", "config", "packed-refs", "index"):
        (top / ".git" / place).write_bytes(b"\xff\0[" * 1_000)


def _unfolding(top: Path, corpus: Path) -> None:
    inner = b"40000 bomb\0" + bytes.fromhex(bomb(top, 8, 60))
    own = git(top, "rev-parse", "v1:strategies").strip()
    listed = subprocess.run(["git", "cat-file", "tree", own], cwd=top, capture_output=True, check=True, env=environment())  # fmt: skip
    commit(top, tree(top, ("40000", "strategies", stored(top, "tree", inner + listed.stdout))), "v2", "v1")


def _huge_message(top: Path, _corpus: Path) -> None:
    commit(top, git(top, "rev-parse", "v1^{tree}").strip(), "v2", "v1", b"x" * 150_000_000)


def _odd_commit(top: Path, _corpus: Path) -> None:
    fields = {
        "author": b"\xff\x1f\x01 <\x1f> -5 +9999",
        "committer": b"a <a> 99999999999999999999 +0000",
        "encoding": b"no\xff",
    }
    commit(top, git(top, "rev-parse", "v1^{tree}").strip(), "v2", "v1", b"\0\x01\x1f" * 50, **fields)


def _broken(name: str) -> Callable[[Path, Path], None]:
    def breaks(top: Path, _corpus: Path) -> None:
        one = git(top, "rev-parse", name).strip()
        (top / ".git/objects" / one[:2] / one[2:]).unlink()
        (top / ".git/objects" / one[:2] / one[2:]).write_bytes(b"nonsense")

    return breaks


def _odd_entry(odd: Callable[[Path], tuple[str, str]]) -> Callable[[Path, Path], None]:
    return lambda top, _corpus: commit(top, with_entry(top, "v1", f"strategies/{PROJECT}", *odd(top)), "v2", "v1")


def _pattern(_top: Path, corpus: Path) -> None:
    file = corpus / "demo/strategy.yaml"
    file.write_text(file.read_text().replace("revision: v1", 'revision: ":/(x*)*y"'))


HOSTILE = {
    "pipe": _pipe, "nonsense": _nonsense_inside, "unfolding": _unfolding, "huge message": _huge_message, "odd commit": _odd_commit, "pattern": _pattern,
    "broken commit": _broken("v1"), "broken tree": _broken("v1^{tree}"), "broken file": _broken(f"v1:strategies/{PROJECT}"),
    **{odd.__name__: _odd_entry(odd) for odd in ODD_ENTRIES},
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_release_serve_and_the_editor_take_it_too(
    top: Path, corpus: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The website of `serve` shows what became of an edition that names a revision; so git is asked by it as well."""
    monkeypatch.setattr(git_command, "MOST_MEMORY", 100_000_000)
    monkeypatch.setattr(reading, "MOST_FILES", 20_000)
    file = corpus / "demo/strategy.yaml"
    file.write_text(file.read_text().replace("date: 2021-08-20}\n", "date: 2021-08-20, revision: v1}\n"))
    assert "revision: v1" in file.read_text()
    HOSTILE[name](top, corpus)
    before = file.read_text()
    with bounded(SECONDS):
        pages = {one.path: one.make() for one in show(FolderTree(corpus), SiteOptions()).files()}
    assert any(b"booking" in data for path, data in pages.items() if path.endswith("index.html"))
    with bounded(SECONDS):
        service = Service(lambda text: text, lambda: None)
        room = service.put((corpus / PROJECT).as_uri(), (corpus / PROJECT).read_text() + "x: 1\n", 1)
        assert room is not None
        assert any(one.diagnostics for one in service.news(room))
        ask_everything(service, (corpus / PROJECT).as_uri())
    with bounded(SECONDS):
        ran = stratkit("-C", corpus, *RELEASE)
    assert ran.code in (0, 1, 2), ran.err
    assert len(ran.err.splitlines()) < 20, ran.err
    assert (file.read_text() == before) == (ran.code != 0), "what is refused changes nothing"
