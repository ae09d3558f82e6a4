"""A website is listed in chapters, and of those that stay nothing is read: whatever stands there, the result is the same."""

import os
import re
import shutil
import signal
import time

import pytest

from stratkit.diagnostics.errors import OutputError
from stratkit.site.making.above import _may_clash, refuse_shared
from stratkit.site.making.memory import Memory
from stratkit.site.writing import shelf, sight
from stratkit.site.writing.listing import Chapter, Listed, chapter_of, files_in, lines_of, listed, within
from stratkit.site.writing.look import Eye
from stratkit.site.writing.manifest import Manifest, read_manifest
from stratkit.site.writing.write import drafted, seen, standing
from stratkit.source.cache import CacheFolder
from tests.site.test_make import contents, drawn, edit, make, many
from tests.site.test_write import is_whole

REGIONS = {
    name: {f"{name}/{kind}/{number}.html": f"{name} {number}" for kind in ("tasks", "acts") for number in range(4)}
    | {f"assets/search/{name}.js": name}
    for name in ("north", "south", "west")
}


@pytest.fixture
def cache(tmp_path):
    return CacheFolder(tmp_path / "cache")


def edition(target, cache, regions, inputs="inputs", meanwhile=lambda: None):
    """Put the website of *regions* in place; those that stand there whole are not put anew."""
    with drafted(target, cache=cache) as draft:
        parts = [listed("", {"index.html": draft.put("index.html", " ".join(regions).encode())})]
        for name, pages in regions.items():
            files = {path: draft.put(path, text.encode()) for path, text in pages.items()}
            parts.append(listed(name, files, [name]))
        meanwhile()
        return draft.publish(Manifest({}, inputs), parts)


@pytest.fixture
def site(tmp_path, cache):
    edition(tmp_path / "site", cache, REGIONS)
    time.sleep(0.1)
    assert standing(tmp_path / "site", "inputs", cache) == 28
    return tmp_path / "site"


def pages_of(regions):
    return {path: text.encode() for pages in regions.values() for path, text in pages.items()}


def public(site):
    return {path: data for path, data in contents(site).items() if not path.startswith(".") and path != "index.html"}


# ---- lists ----


def test_lines_tell_files_of_a_folder_apart():
    files = {"a/b.html": "1", "a/b/c.html": "2", "ab/c.html": "3", 'a"/ё.html': "4", "x.html": "5"}
    lines = lines_of(files)
    assert files_in(lines) == files
    assert set(files_in(within(lines, "a"))) == {"a/b.html", "a/b/c.html"}
    assert set(files_in(within(lines, 'a"'))) == {'a"/ё.html'}
    assert files_in(within(lines, "")) == files
    assert files_in(lines_of({})) == {}


@pytest.mark.parametrize("lines", [b'"../x": "1"', b'"/x": "1"', b'"a/../x": "1"', b"nonsense"])
def test_lines_that_lead_out_are_none(lines):
    with pytest.raises(ValueError, match=r"."):
        files_in(lines)


def test_the_manifest_is_that_of_all_chapters(site):
    assert is_whole(site)
    assert set(read_manifest(site).files) == {"index.html", *pages_of(REGIONS)}


# ---- editions ----


def test_of_regions_that_stay_no_file_is_read(site, cache, monkeypatch):
    read = []
    holds = shelf.holds
    monkeypatch.setattr(shelf, "holds", lambda place, digest: read.append(place.name) or holds(place, digest))
    other = {**REGIONS, "south": {**REGIONS["south"], "south/tasks/1.html": "changed"}}
    done = edition(site, cache, other)
    assert (done.files, done.changed, done.removed) == (28, 1, 0)
    assert read == []
    assert public(site) == pages_of(other)


@pytest.mark.parametrize("known", [True, False])
def test_regions_come_and_go(site, cache, known):
    memory = cache if known else None
    fewer = {name: pages for name, pages in REGIONS.items() if name != "south"}
    done = edition(site, memory, fewer)
    assert (done.files, done.changed, done.removed) == (19, 1, 9)
    assert public(site) == pages_of(fewer)
    assert not (site / "south").exists()
    done = edition(site, memory, REGIONS)
    assert (done.files, done.changed, done.removed) == (28, 10, 0)
    assert public(site) == pages_of(REGIONS)


@pytest.mark.parametrize("known", [True, False])
def test_a_file_that_another_region_takes_over_stays(site, cache, known):
    """What one chapter gives away and another one lists is not taken away."""
    moved = {
        "north": {path: text for path, text in REGIONS["north"].items() if path != "assets/search/north.js"},
        "south": {**REGIONS["south"], "assets/search/north.js": "moved"},
        "west": REGIONS["west"],
    }
    edition(site, cache if known else None, moved)
    assert public(site) == pages_of(moved)
    assert is_whole(site)


def test_a_damaged_file_in_a_folder_of_many_regions(site, cache):
    (site / "assets/search/west.js").write_text("meddled with")
    assert standing(site, "inputs", cache) is None
    assert edition(site, cache, REGIONS).changed == 1
    assert is_whole(site)


def test_another_manifest_with_the_same_look_stops_the_build(site, cache):
    """Nobody changes a manifest so by accident; nothing is built upon it."""
    manifest = site / ".stratkit-site.json"
    status, text = manifest.stat(), manifest.read_bytes()
    with manifest.open("r+b") as file:
        file.write(text.replace(b"north/acts/1", b"north/acts/9"))
    os.utime(manifest, ns=(status.st_atime_ns, status.st_mtime_ns))
    before = contents(site)
    with pytest.raises(OutputError, match="changed"):
        edition(site, cache, {**REGIONS, "north": {"north/index.html": "other"}})
    assert contents(site) == before


# ---- what is of others ----


def test_what_others_lay_there_during_a_build_stays(site, cache):
    def meanwhile():
        (site / "north/tasks/mine.txt").write_text("mine")
        (site / "theirs/deep").mkdir(parents=True)
        (site / "theirs/deep/CNAME").write_text("example.org")
        (site / "empty").mkdir()

    for _ in range(3):
        edition(site, cache, REGIONS, meanwhile=meanwhile if not (site / "empty").exists() else lambda: None)
        time.sleep(0.1)
    assert (site / "north/tasks/mine.txt").read_text() == "mine"
    assert (site / "theirs/deep/CNAME").read_text() == "example.org"
    assert (site / "empty").is_dir()
    (site / "theirs/deep/CNAME").unlink()
    (site / "theirs/deep/robots.txt").write_text("other")
    edition(site, cache, REGIONS)
    assert {path.name for path in (site / "theirs/deep").iterdir()} == {"robots.txt"}
    (site / "north/tasks/mine.txt").unlink()
    edition(site, cache, REGIONS)
    edition(site, cache, REGIONS)
    assert not (site / "north/tasks/mine.txt").exists()


def test_what_is_laid_there_between_the_build_and_the_last_look_stays(site, cache, monkeypatch):
    keep = Eye.keep

    def late(*args):
        (site / "west/acts/late.txt").write_text("late")
        keep(*args)

    monkeypatch.setattr(Eye, "keep", late)
    edition(site, cache, {**REGIONS, "west": {**REGIONS["west"], "west/acts/1.html": "changed"}})
    monkeypatch.undo()
    time.sleep(0.1)
    edition(site, cache, REGIONS)
    assert (site / "west/acts/late.txt").read_text() == "late"


# ---- two processes look ----


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here")
@pytest.mark.parametrize("dies", [False, True])
def test_two_processes_see_what_one_sees(site, cache, monkeypatch, dies):
    (site / "west/acts/1.html").write_text("meddled with")
    monkeypatch.setattr(sight, "cores", lambda: 2)
    monkeypatch.setattr(sight, "can_copy", lambda: True)  # tests may run beside threads; nothing here waits for them
    monkeypatch.setattr(sight, "_STRETCH", 1)
    alone = seen(site, cache)
    assert alone.beside is None
    monkeypatch.setattr(sight, "WORTH", 0)
    if dies:
        monkeypatch.setattr(sight.Sight, "_look", lambda _self, _mouth: os.kill(os.getpid(), signal.SIGKILL))
    both = seen(site, cache)
    assert both.beside is not None
    assert both.glance.intact == alone.glance.intact
    assert "west/acts" not in both.glance.intact
    assert "west/tasks" in both.glance.intact


# ---- whole builds ----


def test_a_website_that_was_copied_is_known_by_its_bytes(corpus, tmp_path, monkeypatch):
    """As where a build service brings back the website and the cache: all files are others to the system."""
    root, memory = many(corpus), CacheFolder(tmp_path / "cache")
    site = make(root, tmp_path / "site", cache=memory)
    site.rename(tmp_path / "away")
    shutil.copytree(tmp_path / "away", site)
    looked = drawn(monkeypatch)
    edit(root / "copy1/indicators/health.yaml", r"2024: \d+", "2024: 73")
    make(root, site, cache=memory)
    assert {path.partition("/")[0] for path in looked if re.match(r"copy|demo|sample", path)} == {"copy1"}
    assert contents(site) == contents(make(root, tmp_path / "plain"))


def test_of_regions_that_stay_only_the_small_record_is_read(corpus, tmp_path, monkeypatch):
    root, memory = many(corpus), CacheFolder(tmp_path / "cache")
    site = make(root, tmp_path / "site", cache=memory)
    read = []
    original = Memory.drawn
    monkeypatch.setattr(Memory, "drawn", lambda self, part: read.append(part) or original(self, part))
    edit(root / "copy1/indicators/health.yaml", r"2024: \d+", "2024: 73")
    make(root, site, cache=memory)
    assert read == ["copy1"]


def test_two_parts_that_share_a_file_are_refused():
    north = listed("north", {"north/a.html": "", "opendata/1/meta.csv": ""}, ["north"])
    south = listed("south", {"south/a.html": "", "opendata/2/meta.csv": ""}, ["south"])
    other = listed("other", {"other/a.html": "", "OpenData/1/meta.csv": ""}, ["other"])
    refuse_shared({"index.html": "", "northern/a.html": ""}, [north, south])
    refuse_shared({"north/b.html": ""}, [north, south])
    with pytest.raises(OutputError, match="two pages would share one file"):
        refuse_shared({"index.html": ""}, [north, south, other])
    with pytest.raises(OutputError, match="two pages would share one file"):
        refuse_shared({"North/A.html": ""}, [north, south])


@pytest.mark.parametrize(
    ("top", "claims", "may"),
    [
        (["index.html", "compare/x.html"], [["tver", "en/tver"], ["tomsk", "assets/search/tomsk.js"]], False),
        (["Tver/x.html"], [["tver"]], True),
        (["tver"], [["TVER"]], True),
        ([], [["tver"], ["TVER"]], True),
        ([], [["assets"], ["assets/search/tomsk.js"]], True),
        ([], [["assets2"], ["assets/search/tomsk.js"]], False),
    ],
)
def test_where_two_parts_may_share_a_file(top, claims, may):
    regions = [Listed(Chapter(f"r{number}", 1, "", {}, tuple(own)), bytes) for number, own in enumerate(claims)]
    assert _may_clash(dict.fromkeys(top, ""), regions) is may


def test_claims_are_folders_and_what_stands_apart():
    files = dict.fromkeys(
        ["tver/a.html", "tver/b/c.html", "en/tver/a.html", "tver2/x.html", "assets/search/tver.js"], ""
    )
    chapter = chapter_of("tver", files, lines_of(files), ["tver", "en/tver"])
    assert chapter.claims == ("assets/search/tver.js", "en/tver", "tver", "tver2/x.html")
    assert chapter.folders == {"assets/search": 1, "en/tver": 1, "tver": 1, "tver/b": 1, "tver2": 1}
