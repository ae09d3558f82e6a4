"""``stratkit build`` as a person or a pipeline runs it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


def hashes(site: Path) -> dict[str, tuple[bytes, int, int]]:
    return {
        path.relative_to(site).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def build(corpus, stratkit, tmp_path):
    """Build the invented workspace into ``site``."""

    def run(*options):
        return stratkit("-C", corpus, "build", "-o", tmp_path / "site", *options)

    return run


def test_it_says_what_it_did_and_where_the_page_is(build, tmp_path):
    ran = build()
    assert ran.code == 0
    assert ran.out == f"{tmp_path / 'site/index.html'}\n"
    files = len(json.loads((tmp_path / "site/.stratkit-site.json").read_bytes())["files"])
    assert f"files: {files}, changed: {files}, removed: 0" in ran.err
    assert (tmp_path / "site/index.html").is_file()


def test_a_second_build_touches_nothing(build, tmp_path):
    build()
    before = hashes(tmp_path / "site")
    folder = (tmp_path / "site").stat().st_ino
    ran = build()
    assert (ran.code, "nothing has changed" in ran.err) == (0, True)
    assert ran.out == f"{tmp_path / 'site/index.html'}\n"
    assert hashes(tmp_path / "site") == before
    assert (tmp_path / "site").stat().st_ino == folder


def test_an_edit_changes_the_pages_concerned_and_no_others(build, corpus, tmp_path):
    build()
    before = hashes(tmp_path / "site")
    settings = corpus / "demo/indicators/education.yaml"
    settings.write_text(re.sub(r"2024: \d+", "2024: 77", settings.read_text(), count=1))
    assert build().code == 0
    after = hashes(tmp_path / "site")
    changed = {path for path in after if before[path][0] != after[path][0]}
    assert set(after) == set(before)
    assert "demo/indicators/index.html" in changed
    assert not any(path.startswith(("sample/", "en/sample/", "assets/style")) for path in changed)
    assert all(before[path] == after[path] for path in set(after) - changed)


def test_the_next_build_gives_the_bytes_of_a_clean_one(build, corpus, stratkit, tmp_path):
    build()
    page = tmp_path / "site/demo/index.html"
    page.unlink()
    (tmp_path / "site/index.html").write_text("meddled with")
    assert build().code == 0
    stratkit("-C", corpus, "build", "-o", tmp_path / "clean")
    assert {path: one[0] for path, one in hashes(tmp_path / "site").items()} == {
        path: one[0] for path, one in hashes(tmp_path / "clean").items()
    }


def test_other_documents_are_another_website(build, tmp_path):
    build()
    assert build("--documents", "html,md").code == 0
    assert (tmp_path / "site/demo/files/demo.md").is_file()
    build("--documents", "")
    assert not (tmp_path / "site/demo/files/demo.md").exists()
    assert not (tmp_path / "site/demo/files/demo.html").exists()


def test_an_unknown_format_is_a_wrong_use(build, tmp_path):
    ran = build("--documents", "html,stone")
    assert ran.code == 2
    assert "unknown format 'stone'; there are:" in ran.err
    assert not (tmp_path / "site").exists()


def test_data_with_errors_is_not_published(build, corpus, tmp_path):
    build()
    before = hashes(tmp_path / "site")
    frame = corpus / "demo/strategy.yaml"
    frame.write_text(frame.read_text().replace("year: 2021", "year: soon"))
    ran = build()
    assert ran.code == 2
    assert "demo/strategy.yaml:12:7" in ran.err
    assert "--keep-going" in ran.err
    assert hashes(tmp_path / "site") == before
    assert build("--keep-going").code == 0
    assert not (tmp_path / "site/demo/index.html").exists()
    assert (tmp_path / "site/sample/index.html").is_file()


def test_a_folder_of_others_is_refused(build, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/letter.txt").write_text("dear")
    ran = build()
    assert ran.code == 2
    assert "was not made by stratkit" in ran.err
    assert "-o FOLDER" in ran.err
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["letter.txt"]


def test_two_languages_two_runs_the_same_bytes(build, corpus, tmp_path):
    """Neither the language of the terminal nor the order of sets gets into the pages."""
    build()
    for seed, language in (("1", "ru"), ("2", "en")):
        target = tmp_path / f"site-{seed}"
        program = [sys.executable, "-m", "stratkit", "--lang", language, "-C", str(corpus), "build", "-o", str(target)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tomsk", "LC_ALL": "C"}
        subprocess.run(program, env=environment, check=True, capture_output=True)
        assert {path: one[0] for path, one in hashes(target).items()} == {
            path: one[0] for path, one in hashes(tmp_path / "site").items()
        }
