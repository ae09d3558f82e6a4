"""Where one region changed another process makes its files for download: with the same bytes, and no harm if it dies."""

import multiprocessing
import os
import re

import pytest

from stratkit.diagnostics.errors import OutputError, WorkError
from stratkit.site.machine import files as machine
from stratkit.site.making.workers import Workers
from stratkit.source.cache import CacheFolder
from tests.site.test_make import contents, edit, make


@pytest.fixture(autouse=True)
def _copies_of_this_process(monkeypatch):
    """Tests may run beside threads; nothing here waits for them."""
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("processes cannot be copied here")
    monkeypatch.setattr("stratkit.site.making.workers.can_copy", lambda: True)


@pytest.fixture
def built(corpus, tmp_path):
    """A website, of which one region has changed since."""
    cache = CacheFolder(tmp_path / "cache")
    make(corpus, tmp_path / "site", cache=cache)
    edit(corpus / "demo/indicators/health.yaml", r"2024: \d+", "2024: 73")
    return cache


@pytest.fixture
def makers(tmp_path, monkeypatch):
    """The processes that packed an archive."""
    pack = machine._archive

    def watched(files):
        with (tmp_path / "makers").open("a") as file:
            file.write(f"{os.getpid()}\n")
        return pack(files)

    monkeypatch.setattr(machine, "_archive", watched)
    return lambda: {int(line) for line in (tmp_path / "makers").read_text().split()}


def test_another_process_makes_what_this_one_would(corpus, tmp_path, built, makers):
    make(corpus, tmp_path / "site", Workers(2), built)
    assert makers()
    assert os.getpid() not in makers()
    assert contents(tmp_path / "site") == contents(make(corpus, tmp_path / "plain"))


def test_one_process_makes_it_alone(corpus, tmp_path, built, makers):
    make(corpus, tmp_path / "site", Workers(1), built)
    assert makers() == {os.getpid()}


def test_a_region_without_a_strategy_has_none(corpus, tmp_path, built):
    (corpus / "demo/strategy.yaml").write_text("stratkit: strategy/1\n")
    make(corpus, tmp_path / "site", Workers(2), built)
    assert contents(tmp_path / "site") == contents(make(corpus, tmp_path / "plain"))


def die(_own, _region, _others):
    os._exit(1)


def test_a_process_that_dies_leaves_the_former_website(corpus, tmp_path, built, monkeypatch):
    monkeypatch.setattr("stratkit.site.making.ahead._work", die)
    before = contents(tmp_path / "site")
    with pytest.raises(WorkError, match="died"):
        make(corpus, tmp_path / "site", Workers(2), built)
    assert contents(tmp_path / "site") == before
    assert not [path for path in tmp_path.iterdir() if re.match(r"\.site\.stratkit-\w{8}$", path.name)]


def refuse(_own, _region, _others):
    raise OutputError("no", None)


def test_what_another_process_cannot_do_is_told(corpus, tmp_path, built, monkeypatch):
    monkeypatch.setattr("stratkit.site.making.ahead._work", refuse)
    with pytest.raises(OutputError, match="no"):
        make(corpus, tmp_path / "site", Workers(2), built)
