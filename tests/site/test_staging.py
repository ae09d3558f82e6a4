"""Builds beside each other: only those that write one website wait for each other, and never for what is thrown away."""

import os
import shutil

import pytest

from stratkit.diagnostics.errors import OutputError
from stratkit.site.file import SiteFile
from stratkit.site.writing import staging
from stratkit.site.writing.staging import alone, spare_place
from tests.site.publishing import publish

FILES = [SiteFile("index.html", lambda: b"page")]


@pytest.fixture(autouse=True)
def _nobody_is_waited_for(monkeypatch):
    monkeypatch.setattr(staging, "_PATIENCE", 0.0)


def test_websites_in_one_folder_do_not_wait_for_each_other(tmp_path):
    with alone(tmp_path / "one"):
        publish(FILES, tmp_path / "other")
        with pytest.raises(OutputError, match="another build is writing"):
            publish(FILES, tmp_path / "one")
    publish(FILES, tmp_path / "one")
    assert {path.name for path in tmp_path.iterdir()} == {"one", "other"}


@pytest.mark.parametrize("name", [".site.stratkit-spare", ".site.stratkit-abc_12zz"])
def test_what_is_thrown_away_keeps_nobody_waiting(tmp_path, monkeypatch, name):
    site = tmp_path / "site"
    thrown = []

    def remove(folder, **options):
        with alone(site):  # raises if this build still keeps the others out
            thrown.extend(path.name for path in folder.glob("*"))
        assert folder != spare_place(site), "a build that dies meanwhile leaves no half of a former edition"
        shutil.rmtree(folder, **options)

    (tmp_path / name).mkdir()
    (tmp_path / name / "page.html").write_text("former")
    monkeypatch.setattr(f"{staging.__name__}.shutil", type("Tools", (), {"rmtree": staticmethod(remove)}))
    publish(FILES, site)
    assert "page.html" in thrown
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_lock_of_a_dead_build_hinders_nobody(tmp_path):
    (tmp_path / ".site.stratkit-lock").touch()
    publish(FILES, tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("kind", ["text", "folder", "pipe", "link"])
def test_what_somebody_put_in_the_place_of_the_lock_stays_as_it_is(tmp_path, kind):
    lock = tmp_path / ".site.stratkit-lock"
    if kind == "text":
        lock.write_text("mine")
    elif kind == "folder":
        lock.mkdir()
    elif kind == "pipe":
        os.mkfifo(lock)
    else:
        (tmp_path / "theirs").touch()
        lock.symlink_to("theirs")
    before = {path.name: path.lstat().st_ino for path in tmp_path.iterdir()}
    if kind == "link":
        with pytest.raises(OutputError, match="cannot be written"):
            publish(FILES, tmp_path / "site")
    else:
        publish(FILES, tmp_path / "site")
    assert {path.name: path.lstat().st_ino for path in tmp_path.iterdir() if path.name != "site"} == before
