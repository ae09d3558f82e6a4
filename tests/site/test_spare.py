"""The former edition of a large website waits beside it and becomes the next one: whatever happens, nothing else shows."""

import itertools
import os
import signal
import sys
import textwrap
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stratkit.diagnostics.errors import OutputError
from stratkit.site.file import MANIFEST
from stratkit.site.writing import spare
from stratkit.site.writing.manifest import Manifest
from stratkit.site.writing.staging import spare_place
from stratkit.site.writing.write import drafted
from stratkit.source.cache import CacheFolder
from tests.site.publishing import killed_builds
from tests.site.test_write import is_whole, snapshot

PAGES = {f"folder-{number % 3}/page-{number}.html": b"page %d" % number for number in range(30)}


@pytest.fixture(autouse=True)
def _every_website_is_large(monkeypatch):
    monkeypatch.setattr(spare, "WORTH", 0)


@pytest.fixture
def cache(tmp_path):
    return CacheFolder(tmp_path / "cache")


def edition(target, cache, pages):
    with drafted(target, cache=cache) as draft:
        files = {path: draft.put(path, data) for path, data in pages.items()}
        return draft.publish(Manifest(files, "inputs"))


@pytest.fixture
def site(tmp_path, cache):
    """The second edition; the first one waits beside it."""
    target = tmp_path / "site"
    edition(target, cache, PAGES)
    edition(target, cache, {**PAGES, "new.html": b"second"})
    assert spare_place(target).is_dir()
    return target


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def folders(site):
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_dir()}


def test_the_former_edition_becomes_the_next_one(site, cache):
    waiting = spare_place(site).stat().st_ino
    pages = {**PAGES, "folder-1/page-1.html": b"changed", "other/deep/third.html": b"third"}
    done = edition(site, cache, pages)
    assert (done.files, done.changed, done.removed) == (31, 2, 1)
    assert site.stat().st_ino == waiting
    assert contents(site) == pages
    assert is_whole(site)


def test_files_that_stay_are_the_same_files(site, cache):
    before = snapshot(site)
    for number in range(3):
        edition(site, cache, {**PAGES, "new.html": b"edition %d" % number})
    after = snapshot(site)
    assert {path for path in before if before[path] != after[path]} == {"new.html", MANIFEST}


def test_it_is_no_part_of_a_repository(site):
    assert (spare_place(site) / ".gitignore").read_text() == "*\n"
    assert not (site / ".gitignore").exists()


def test_folders_that_became_empty_go(site, cache):
    edition(site, cache, {**PAGES, "a/b/c": b"x"})
    edition(site, cache, PAGES)
    assert folders(site) == {"folder-0", "folder-1", "folder-2"}
    edition(site, cache, {**PAGES, "z": b"z"})
    assert folders(site) == {"folder-0", "folder-1", "folder-2"}


def test_files_of_others_come_and_go(site, cache):
    (site / "CNAME").write_text("example.org")
    (site / "empty").mkdir()
    edition(site, cache, {**PAGES, "new.html": b"third"})
    (site / "CNAME").write_text("example.com")
    (site / "empty").rmdir()
    edition(site, cache, {**PAGES, "new.html": b"fourth"})
    assert (site / "CNAME").read_text() == "example.com"
    assert not (site / "empty").exists()
    (site / "CNAME").unlink()
    edition(site, cache, {**PAGES, "new.html": b"fifth"})
    edition(site, cache, {**PAGES, "new.html": b"sixth"})
    assert not (site / "CNAME").exists()
    assert is_whole(site)


def test_a_small_website_or_one_that_changed_much_leaves_nothing_beside_it(tmp_path, cache, monkeypatch):
    target = tmp_path / "site"
    edition(target, cache, PAGES)
    edition(target, cache, {path: data + b"!" for path, data in PAGES.items()})
    assert not spare_place(target).exists()
    monkeypatch.setattr(spare, "WORTH", 100)
    edition(target, cache, {**PAGES, "new.html": b"new"})
    assert not spare_place(target).exists()


# ---- it is believed only if it is what was laid aside ----


def meddle_in_the_spare(site):
    (spare_place(site) / "folder-1/page-1.html").unlink()


def put_something_into_the_spare(site):
    (spare_place(site) / "folder-1/mine.html").write_text("mine")


def take_a_folder_out_of_the_spare(site):
    (spare_place(site) / "folder-1").rename(spare_place(site).parent / "away")


def spoil_the_note(site):
    (spare_place(site) / ".stratkit-spare.json").write_text('{"site": []}')


def take_the_note_away(site):
    (spare_place(site) / ".stratkit-spare.json").unlink()


def put_another_website_in_place(site):
    site.rename(site.parent / "away")
    edition(site, None, {"folder-1/page-1.html": b"another"})


def remove_the_website(site):
    site.rename(site.parent / "away")


def write_into_a_page(site):
    (site / "folder-1/page-1.html").write_bytes(b"meddled with")


def write_into_the_page_that_is_new(site):
    (site / "new.html").write_bytes(b"meddled with")


def replace_a_page(site):
    (site / "folder-1/page-1.html").unlink()
    (site / "folder-1/page-1.html").write_bytes(PAGES["folder-1/page-1.html"])


MEDDLING = [
    meddle_in_the_spare, put_something_into_the_spare, take_a_folder_out_of_the_spare, spoil_the_note, take_the_note_away,
    put_another_website_in_place, remove_the_website, write_into_a_page, write_into_the_page_that_is_new, replace_a_page,
]  # fmt: skip


@pytest.mark.parametrize("meddle", MEDDLING)
def test_whatever_was_meddled_with(site, cache, meddle):
    meddle(site)
    for name in (b"third", b"fourth", b"fifth"):
        pages = {**PAGES, "new.html": name}
        edition(site, cache, pages)
        assert contents(site) == pages
        assert is_whole(site)


def test_a_file_of_others_where_a_page_is_to_stand(site, cache):
    (site / "robots.txt").write_text("mine")
    before = snapshot(site)
    with pytest.raises(OutputError, match=r"robots\.txt"):
        edition(site, cache, {**PAGES, "robots.txt": b"ours"})
    assert snapshot(site) == before


def interrupted(site, cache, seen):
    with drafted(site, cache=cache) as draft:
        seen += [path.name for path in draft.folder.iterdir() if path.name in {".stratkit-spare.json", ".gitignore"}]
        draft.put("folder-1/page-1.html", b"third")
        raise KeyboardInterrupt


def test_what_goes_wrong_midway_leaves_the_former_website(site, cache):
    before = snapshot(site)
    seen = []
    with pytest.raises(KeyboardInterrupt):
        interrupted(site, cache, seen)
    assert not seen, "the note is taken out before anything is changed: what a killed build leaves is no former edition"
    assert snapshot(site) == before
    assert {path.name for path in site.parent.iterdir()} == {"cache", "site"}
    edition(site, cache, PAGES)
    assert contents(site) == PAGES


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(st.sampled_from(["a", "b/c", "b/d", "b/e/f", "g/h"]), st.sampled_from([b"x", b"y"]),
                                min_size=1), min_size=2, max_size=8))  # fmt: skip
def test_after_any_editions_the_last_one_stands(tmp_path_factory, editions):
    folder = tmp_path_factory.mktemp("editions")
    for pages in editions:
        edition(folder / "site", CacheFolder(folder / "cache"), {**PAGES, **pages})
        assert contents(folder / "site") == {**PAGES, **pages}
        assert is_whole(folder / "site")


# ---- several builds, dead builds ----


def test_two_builds_at_once(site, cache):
    wrong = []

    def build(name):
        try:
            for number in range(8):
                edition(site, cache, {**PAGES, "new.html": name + b"%d" % number})
        except BaseException as error:
            wrong.append(error)

    builds = [threading.Thread(target=build, args=(name,)) for name in (b"a", b"b", b"c")]
    for one in builds:
        one.start()
    for one in builds:
        one.join()
    assert wrong == []
    assert is_whole(site)
    assert {path.name for path in site.parent.iterdir()} <= {"cache", "site", spare_place(site).name}


BUILDER = textwrap.dedent("""
    import itertools, sys
    from pathlib import Path
    from stratkit.site.writing import spare
    from stratkit.site.writing.manifest import Manifest
    from stratkit.site.writing.write import drafted
    from stratkit.source.cache import CacheFolder

    spare.WORTH = 0
    target = Path(sys.argv[1])
    for number in itertools.count():
        with drafted(target, cache=CacheFolder(target.parent / "cache")) as draft:
            pages = {f"{one % 7}/{one}.html": f"{one}" for one in range(120 + number % 3)}
            pages.update({f"edition/{one}.html": f"edition {number}" for one in range(9)})
            draft.publish(Manifest({path: draft.put(path, text.encode()) for path, text in pages.items()}, "inputs"))
        print(number, flush=True)
""")


def test_builds_that_are_killed_leave_a_whole_edition(tmp_path, cache):
    """kill -9 at random moments; STRATKIT_KILLS sets how many."""
    site = tmp_path / "site"
    for _ in killed_builds(BUILDER, site):
        assert is_whole(site)
        assert len({data for path, data in contents(site).items() if path.startswith("edition/")}) == 1
    edition(site, cache, {**PAGES, "new.html": b"last"})
    edition(site, cache, PAGES)
    assert contents(site) == PAGES
    assert {path.name for path in tmp_path.iterdir()} <= {"cache", "site", spare_place(site).name}


TOUCHES = {
    "open",
    "os.rename",
    "os.link",
    "os.remove",
    "os.mkdir",
    "os.rmdir",
    "os.chmod",
    "os.scandir",
    "ctypes.dlsym",
}


def killed_at(touch, build):
    """Build in a copy of this process that dies before it touches the disk for so many times; whether it did."""
    copy = os.fork()
    if copy == 0:
        count = itertools.count(1)

        def hook(event, _args):
            if event in TOUCHES and next(count) == touch:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        build()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(copy, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here")
def test_a_build_that_is_killed_at_any_touch_of_the_disk_leaves_a_whole_edition(site, cache):
    before, after = {**PAGES, "new.html": b"second"}, {**PAGES, "new.html": b"third", "a/b.html": b"third"}
    for touch in itertools.count(1):
        if not killed_at(touch, lambda: edition(site, cache, after)):
            break
        assert contents(site) in (before, after), f"at touch {touch}"
        assert is_whole(site), f"at touch {touch}"
        for pages in (PAGES, before):
            edition(site, cache, pages)
            assert contents(site) == pages, f"after a death at touch {touch}"
            assert is_whole(site)
    assert contents(site) == after
    assert touch > 30
