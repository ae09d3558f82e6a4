"""Where one region changed another process judges it and makes some of its files: with the same bytes, and no harm if it dies."""

import multiprocessing
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import partial

import pytest

from stratkit.diagnostics.errors import ConfigError, OutputError, WorkError
from stratkit.site.machine import downloads
from stratkit.site.making import large
from stratkit.site.making.make import Making, make_site
from stratkit.site.making.workers import Workers
from stratkit.source.cache import CacheFolder
from tests.site.test_make import contents, edit, fields, make, plan


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
    """The processes that made data for download."""
    files = downloads.export_files

    def noted(make):
        with (tmp_path / "makers").open("a") as file:
            file.write(f"{os.getpid()}\n")
        return make()

    def watched(strategy, catalog):
        return (replace(one, make=partial(noted, one.make)) for one in files(strategy, catalog))

    for module in (downloads, large):
        monkeypatch.setattr(module, "export_files", watched)
    return lambda: {int(line) for line in (tmp_path / "makers").read_text().split()}


def test_another_process_makes_what_this_one_would(corpus, tmp_path, built, makers):
    make(corpus, tmp_path / "site", Workers(2), built)
    assert makers()
    assert os.getpid() not in makers()
    assert contents(tmp_path / "site") == contents(make(corpus, tmp_path / "plain"))


@pytest.mark.parametrize(
    ("file", "pattern", "text"),
    [
        ("indicators/health.yaml", r"2024: \d+", "2024: 1"),  # other figures in what is found, or more of it
        ("indicators/health.yaml", r"title: .*", "title:  ДВА  ПРОБЕЛА"),  # something new is found
        ("strategy.yaml", r"\Z", "\n# only a comment\n"),  # nothing is shown otherwise
    ],
)
def test_whatever_is_found_otherwise_is_shown_so(corpus, tmp_path, built, file, pattern, text):
    """Pages are drawn before lint has spoken, as if it found what it found before."""
    edit(corpus / "demo" / file, pattern, text)
    make(corpus, tmp_path / "site", Workers(2), built)
    assert contents(tmp_path / "site") == contents(make(corpus, tmp_path / "plain"))
    edit(corpus / "demo/indicators/health.yaml", r"2024: \d+", "2024: 74")
    make(corpus, tmp_path / "site", Workers(2), built)
    assert contents(tmp_path / "site") == contents(make(corpus, tmp_path / "again"))


def test_errors_are_known_before_anything_is_put_in_place(corpus, tmp_path, built):
    before = contents(tmp_path / "site")
    edit(corpus / "demo/indicators/health.yaml", r"unit: \S+", "unit: nothing-like-it")
    place, making = plan(corpus, tmp_path / "site", Workers(2), built)
    told = []

    def refuse_all(found):
        told.extend(found)
        raise ConfigError("no", None)

    with pytest.raises(ConfigError):
        make_site(place, tmp_path / "site", Making(**{**fields(making), "refuse": refuse_all}))
    assert told
    assert contents(tmp_path / "site") == before


LOADED = "import sys, stratkit.site.making.{}; print(*(name for name in sys.modules if name.startswith({!r})))"


@pytest.mark.parametrize(
    ("module", "needless"),
    [
        ("make", ("jinja2", "stratkit.lint.selection", "stratkit.site.pages", "concurrent.futures")),
        ("checking", ("jinja2", "stratkit.site.pages", "stratkit.site.drawing", "stratkit.document")),
        ("jobs", ("stratkit.lint.selection", "stratkit.lint.rules", "concurrent.futures")),
    ],
)
def test_a_process_loads_only_what_it_does_itself(module, needless):
    """Else both load all of it, and to work beside each other saves nothing."""
    ran = subprocess.run(
        [sys.executable, "-c", LOADED.format(module, needless)], check=False, capture_output=True, text=True
    )
    assert (ran.stdout.split(), ran.stderr) == ([], "")


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
