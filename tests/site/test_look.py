"""What stands in a website is known by what the system says of its files, and never taken on trust where that differs."""

import os
import time
from pathlib import Path

import pytest

from stratkit.site.file import MANIFEST
from stratkit.site.writing import shelf, write
from stratkit.site.writing.look import FORMAT
from stratkit.site.writing.manifest import Manifest
from stratkit.site.writing.write import drafted, standing
from stratkit.source.cache import CacheFolder

PAGES = {f"folder-{number % 3}/page-{number}.html": b"page %d" % number for number in range(9)}


@pytest.fixture
def cache(tmp_path):
    return CacheFolder(tmp_path / "cache")


@pytest.fixture
def site(tmp_path, cache):
    """A website that was looked at some time after it was written."""
    edition(tmp_path / "site", cache, PAGES)
    time.sleep(0.1)
    assert standing(tmp_path / "site", "inputs", cache) == len(PAGES)
    return tmp_path / "site"


def edition(target, cache, pages, inputs="inputs"):
    with drafted(target, cache=cache) as draft:
        files = {path: draft.put(path, data) for path, data in pages.items()}
        return draft.publish(Manifest(files, inputs))


@pytest.fixture
def read(monkeypatch):
    """The files whose bytes are looked at."""
    seen = []
    holds = shelf.holds
    monkeypatch.setattr(shelf, "holds", lambda place, digest: seen.append(place.name) or holds(place, digest))
    return seen


def contents(site):
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def test_files_that_nobody_touched_are_not_read(site, cache, read):
    assert standing(site, "inputs", cache) == len(PAGES)
    assert standing(site, "others", cache) is None
    assert edition(site, cache, PAGES).changed == 0
    assert read == []


def test_without_a_cache_every_file_is_read(site, read):
    assert standing(site, "inputs") == len(PAGES)
    assert len(read) == len(PAGES)


def overwrite(site: Path) -> None:
    (site / "folder-1/page-1.html").write_bytes(b"page X")


def overwrite_as_if_long_ago(site: Path) -> None:
    overwrite(site)
    os.utime(site / "folder-1/page-1.html", (1, 1))


def replace(site: Path) -> None:
    other = site / "folder-1/other"
    other.write_bytes(b"page X")
    stat = (site / "folder-1/page-1.html").stat()
    os.utime(other, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    other.replace(site / "folder-1/page-1.html")


def link(site: Path) -> None:
    place = site / "folder-1/page-1.html"
    place.unlink()
    place.symlink_to("page-4.html")


MEDDLING = [
    overwrite,
    overwrite_as_if_long_ago,
    replace,
    link,
    lambda site: (site / "folder-1/page-1.html").unlink(),
    lambda site: (site / "folder-1").rename(site / "folder-9"),
]


@pytest.mark.parametrize("meddle", MEDDLING)
def test_what_was_meddled_with_is_found_and_mended(site, cache, meddle):
    meddle(site)
    assert standing(site, "inputs", cache) is None
    edition(site, cache, PAGES)
    assert PAGES.items() <= contents(site).items()
    assert not (site / "folder-1/page-1.html").is_symlink()


def test_what_was_written_to_just_now_is_read(tmp_path, cache, monkeypatch):
    """Within one tick of the clock a file can be written to twice, and the system says the same of it."""
    monkeypatch.setattr("stratkit.site.writing.look.settled", lambda _latest, _looked: False)
    target = tmp_path / "site"
    edition(target, cache, PAGES)
    place = target / "folder-1/page-1.html"
    stat = place.stat()
    place.write_bytes(b"page X")
    os.utime(place, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert standing(target, "inputs", cache) is None


def test_a_file_of_others_costs_one_look(site, cache, read):
    (site / "folder-1/mine.txt").write_text("mine")
    (site / "theirs").mkdir()
    (site / "theirs/CNAME").write_text("example.org")
    assert standing(site, "inputs", cache) == len(PAGES)
    time.sleep(0.1)
    assert standing(site, "inputs", cache) == len(PAGES)
    read.clear()
    edition(site, cache, {**PAGES, "new.html": b"new"})
    assert (site / "folder-1/mine.txt").read_text() == "mine"
    assert (site / "theirs/CNAME").read_text() == "example.org"


def test_another_website_in_the_same_place_is_read(site, cache, tmp_path, read):
    """As a copy from another machine: the manifest is another file, so nothing is known of it."""
    site.rename(tmp_path / "away")
    edition(site, None, {path: data + b"!" for path, data in PAGES.items()})
    read.clear()
    assert standing(site, "inputs", cache) == len(PAGES)
    assert len(read) == len(PAGES)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"manifest": 1}', b'{"manifest": [1, 2, 3, 4], "inputs": 1}'])
def test_a_damaged_memory_costs_reading(site, cache, read, damage):
    eye = write.Eye(cache, site)
    cache.put(eye._name, FORMAT, damage)
    assert standing(site, "inputs", cache) == len(PAGES)
    assert len(read) == len(PAGES)
