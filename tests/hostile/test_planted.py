"""What somebody else put where stratkit keeps its own: caches, former websites, manifests, shares, modules."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.site.file import MANIFEST
from stratkit.site.making.shards import SHARD
from stratkit.site.writing.look import row_of
from stratkit.site.writing.staging import aside, spare_place
from stratkit.source.home import CACHE
from tests.conftest import Ran
from tests.hostile.conftest import PROJECT, committed, environment, git, public, snapshot
from tests.hostile.conftest import stratkit as run_stratkit

Run = Callable[..., Ran]
DEEP = "[" * 100_000


@pytest.fixture
def site(tmp_path: Path, corpus: Path, stratkit: Run) -> Path:
    """A website in its folder beside that of strategies."""
    assert stratkit("-C", corpus, "build", "-o", tmp_path / "site", "--jobs", "1").code == 0
    return tmp_path / "site"


def forge(site: Path, **fields: object) -> None:
    """Let the manifest of *site* say something else; a field that is a mapping is added to."""
    said = json.loads((site / MANIFEST).read_text())
    for name, value in fields.items():
        said[name] = {**said[name], **value} if isinstance(value, dict) else value
    (site / MANIFEST).write_text(json.dumps(said))


def deface(site: Path, path: str = "index.html") -> None:
    """Change a page, and what is said of it."""
    (site / path).write_text("<h1>DEFACED</h1>")
    forge(site, files={path: hashlib.sha256((site / path).read_bytes()).hexdigest()})


def test_a_website_that_came_with_the_repository_is_written_anew(
    tmp_path: Path, corpus: Path, site: Path, stratkit: Run
) -> None:
    """Its manifest may be right in every word and its pages a stranger's: the digest of the data is no secret."""
    clean = public(site)
    (site / "old.html").write_text("a page that there was once")
    deface(site)
    forge(site, files={"old.html": hashlib.sha256((site / "old.html").read_bytes()).hexdigest()})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-f", "strategies/stratkit.yaml", "site")
    git(tmp_path, "commit", "-qm", "x")
    for _ in range(2):  # with the records of the last build and without
        assert stratkit("-C", corpus, "build", "-o", site).code == 0
        assert public(site) == clean
        deface(site)
    assert stratkit("-C", corpus, "verify", site).code == 1


def test_a_former_website_that_came_with_the_repository_takes_no_place(
    tmp_path: Path, corpus: Path, site: Path, stratkit: Run
) -> None:
    clean = public(site)
    (site / "login.html").write_text("DEFACED")
    former = aside(site)
    site.rename(former)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-f", former.name, "strategies/stratkit.yaml")
    git(tmp_path, "commit", "-qm", "x")
    assert stratkit("-C", corpus, "build", "-o", site).code == 0
    assert public(site) == clean


@pytest.mark.parametrize(
    "place", ["../outside.html", "/dev/zero", "a/../../outside.html", "..\\outside.html", "./x", ""]
)
def test_a_manifest_that_leads_out_is_none(tmp_path: Path, corpus: Path, site: Path, stratkit: Run, place: str) -> None:
    outside = tmp_path / "outside.html"
    outside.write_text("mine")
    forge(site, files={place: hashlib.sha256(b"mine").hexdigest()})
    assert stratkit("-C", corpus, "verify", site).code == 2
    assert stratkit("-C", corpus, "build", "-o", site).code == 0
    assert outside.read_text() == "mine"
    assert stratkit("-C", corpus, "verify", site).code == 0


def test_pipes_and_devices_in_a_website_are_no_pages(corpus: Path, site: Path, stratkit: Run) -> None:
    (site / "index.html").unlink()
    os.mkfifo(site / "index.html")
    (site / "about.html").unlink()
    (site / "about.html").symlink_to("/dev/zero")
    ran = stratkit("-C", corpus, "verify", site, "--files-only")
    assert ran.code == 1
    assert set(ran.out.splitlines()) == {f"{name}.html: is not what was written" for name in ("about", "index")}


@pytest.mark.parametrize("folders", [{}, {"": [1, 1]}])
@pytest.mark.parametrize("text", [None, DEEP, "{}", "null", "[1]"])
def test_a_spare_that_was_planted_leads_nowhere(
    tmp_path: Path, corpus: Path, site: Path, stratkit: Run, text: str | None, folders: object
) -> None:
    outside = tmp_path / "outside.html"
    outside.write_text("mine")
    spare = spare_place(site)
    spare.mkdir()
    (spare / "login.html").write_text("DEFACED")
    (spare / ".gitignore").write_text("")
    note = {
        "site": row_of(site / MANIFEST),
        "behind": ["../outside.html"],
        "foreign": ["login.html"],
        "folders": folders,
    }
    (spare / ".stratkit-spare.json").write_text(json.dumps(note) if text is None else text)
    project = corpus / PROJECT
    project.write_text(project.read_text().replace("goal: ", "goal: Иначе ", 1))
    ran = stratkit("-C", corpus, "build", "-o", site)
    assert ran.code == 0, ran.err
    assert outside.read_text() == "mine"
    assert not (site / "login.html").exists()
    assert stratkit("-C", corpus, "verify", site).code == 0


@pytest.mark.parametrize("text", [DEEP, "{}", "null", '{"files": [1]}', '{"files": {"a": {}}}', "\ud800", "9" * 5000])
def test_a_manifest_of_any_text_costs_a_sentence(corpus: Path, site: Path, stratkit: Run, text: str) -> None:
    clean = public(site)
    (site / MANIFEST).write_bytes(text.encode("utf-8", "surrogatepass"))
    ran = stratkit("-C", corpus, "verify", site)
    assert ran.code in (1, 2)
    assert "Traceback" not in ran.err
    ran = stratkit("-C", corpus, "build", "-o", site)
    assert ran.code == 0 or "was not made by stratkit" in ran.err
    assert public(site).items() >= clean.items()


def test_a_baseline_of_any_depth_costs_a_sentence(tmp_path: Path, corpus: Path, stratkit: Run) -> None:
    (tmp_path / "baseline.json").write_text(DEEP)
    ran = stratkit("-C", corpus, "lint", "--baseline", tmp_path / "baseline.json")
    assert ran.code == 2
    assert "is no baseline" in ran.err


@pytest.mark.parametrize("name", ["../../outside.html", "/outside.html", "demo/../../../outside.html"])
def test_a_share_writes_nowhere_else(tmp_path: Path, corpus: Path, stratkit: Run, name: str) -> None:
    share = tmp_path / "shares" / "one"
    assert stratkit("-C", corpus, "build", "--shard", "1/1", "-o", share).code == 0
    payload = b"<h1>DEFACED</h1>"
    (tmp_path / "outside.html").write_bytes(payload)  # what the share leads to, if it is read there
    target = tmp_path / "a" / "b" / "site"
    said = (share / SHARD).read_text()
    changed = said.replace('"files":{', f'"files":{{{json.dumps(name)}:"{hashlib.sha256(payload).hexdigest()}",', 1)
    assert changed != said
    (share / SHARD).write_text(changed)
    ran = stratkit("-C", corpus, "site", "merge", share, "-o", target)
    assert ran.code == 2, ran.out
    assert "Traceback" not in ran.err
    assert [path.name for path in tmp_path.rglob("outside.html")] == ["outside.html"]
    assert not target.exists()


@pytest.mark.parametrize("text", [DEEP, "[]", "{}", "null", "[null]"])
def test_a_share_of_any_text_costs_a_sentence(tmp_path: Path, corpus: Path, stratkit: Run, text: str) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "share" / SHARD).write_text(text)
    ran = stratkit("-C", corpus, "site", "merge", tmp_path / "share", "-o", tmp_path / "site")
    assert ran.code == 2
    assert "Traceback" not in ran.err


# ---- caches ----


def lying_cache(corpus: Path, stratkit: Run) -> None:
    """A cache that says of a broken file that nothing is wrong with it."""
    assert stratkit("-C", corpus, "lint", "--level", "error").code == 0
    body = (corpus / "demo/card.yaml").read_bytes()
    clean = {path: path.read_bytes() for path in (corpus / CACHE).iterdir()}
    (corpus / "demo/card.yaml").write_text("nonsense")
    assert stratkit("-C", corpus, "lint", "--level", "error").code == 1
    (corpus / "demo/card.yaml").write_bytes(body)
    assert clean


def test_a_cache_in_a_submodule_is_not_believed(tmp_path: Path, corpus: Path, stratkit: Run) -> None:
    lying_cache(corpus, stratkit)
    planted = corpus / ".stratkit"
    (planted / "cache" / ".gitignore").unlink()
    git(planted, "init", "-q")
    git(planted, "add", "-A")
    git(planted, "commit", "-qm", "x")
    git(tmp_path, "init", "-q")
    git(tmp_path, "-c", "advice.addEmbeddedRepo=false", "add", "strategies")
    git(tmp_path, "commit", "-qm", "x")
    assert "160000" in git(tmp_path, "ls-files", "-s", "strategies/.stratkit")
    before = snapshot(planted)
    ran = stratkit("-C", corpus, "lint")
    assert "it is not used" in ran.err
    assert snapshot(planted) == before


def test_a_cache_of_another_user_is_not_believed(
    tmp_path: Path, corpus: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give files to somebody else")
    for folder in (None, tmp_path / "shared"):
        if folder is not None:
            monkeypatch.setenv("STRATKIT_CACHE", str(folder))
        lying_cache(corpus, stratkit)
        kept = corpus / CACHE if folder is None else next(folder.iterdir())
        os.chown(kept, 65534, 65534)
        before = {path: path.read_bytes() for path in kept.iterdir()}
        (corpus / "demo/bodies.yaml").touch()
        ran = stratkit("-C", corpus, "lint")
        assert "belongs to another user" in ran.err
        assert {path: path.read_bytes() for path in kept.iterdir()} == before


# ---- programs ----

SHADOWED = """
import threading, time
from concurrent.futures import ProcessPoolExecutor
from stratkit.source.processes import process_context
if __name__ == "__main__":
    threading.Thread(target=time.sleep, args=(30,), daemon=True).start()  # so that no copy of this process will do
    print(list(ProcessPoolExecutor(1, process_context()).map(abs, [-1])))
"""


def test_no_module_of_the_folder_where_it_runs_is_loaded(tmp_path: Path, corpus: Path) -> None:
    """A new Python looks for its modules in the folder where it is started first: that is a stranger's."""
    canary = tmp_path / "canary"
    trap = f"open({str(canary)!r}, 'w').close(); raise SystemExit(3)\n"
    for name in ("multiprocessing", "json", "click", "yaml", "stratkit", "jinja2", "pydantic"):
        (corpus / name).mkdir()
        (corpus / name / "__init__.py").write_text(trap)
    script = tmp_path / "script.py"
    script.write_text(SHADOWED)
    done = subprocess.run([sys.executable, str(script)], cwd=corpus, env=environment(), capture_output=True, check=False, text=True)  # fmt: skip
    assert done.stdout == "[1]\n", done.stderr
    command = [str(Path(sys.executable).with_name("stratkit")), "--lang", "en"]
    for words in (("lint", "--jobs", "2"), ("build", "-o", str(tmp_path / "site"), "--jobs", "2", "--keep-going")):
        ran = subprocess.run([*command, *words], cwd=corpus, env=environment(), capture_output=True, check=False)
        assert ran.returncode in (0, 1), ran.stderr
    assert not canary.exists()


def test_a_bare_repository_within_the_files_is_not_opened(tmp_path: Path, corpus: Path) -> None:
    """A folder that looks like the inside of ``.git`` is a repository to git, settings and all."""
    git(tmp_path, "init", "-q")
    canary = tmp_path / "canary"
    git(tmp_path, "init", "-q", "--bare", str(tmp_path / "bare"))
    for path in ("HEAD", "objects", "refs"):
        (tmp_path / "bare" / path).rename(corpus / path)
    (corpus / "config").write_text(
        f"[core]\n\tbare = false\n\tworktree = .\n\trepositoryformatversion = 0\n\tfsmonitor = touch {canary}\n"
        f"\talternateRefsCommand = touch {canary}\n\tsshCommand = touch {canary}\n"
    )
    (corpus / CACHE).mkdir(parents=True)
    (corpus / CACHE / "files").write_text("planted")
    committed(tmp_path, "v1")
    for words in (("lint",), ("lint", "--rev", "v1"), ("diff", "v1.."), ("history", "demo", "booking")):
        ran = run_stratkit(corpus, *words)
        assert "Traceback" not in ran.stderr
        assert ran.returncode in (0, 1, 2)
    assert "it is not used" in run_stratkit(corpus, "lint").stderr
    assert not canary.exists()
