"""Putting a website in place: whatever happens, one whole edition stands there and nothing of others is lost."""

import errno
import hashlib
import json
import shutil
import subprocess
import textwrap
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from stratkit.diagnostics.errors import OutputError
from stratkit.site.file import MANIFEST, SiteFile
from stratkit.site.writing.write import standing, write_file
from tests.site.publishing import killed_builds, publish


def page(path, text):
    return SiteFile(path, text.encode if isinstance(text, str) else lambda: text)


def edition(name, count=20):
    return [page(f"folder-{number % 3}/page-{number}.html", f"{name} {number}") for number in range(count)]


def snapshot(folder):
    """Everything in a folder: what it holds, as which file it is stored, and since when."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_ino, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def contents(folder):
    return {path: data for path, (data, _inode, _time) in snapshot(folder).items() if path != MANIFEST}


def is_whole(site):
    """Every file of the manifest is there and right, and there is no other."""
    files = json.loads((site / MANIFEST).read_bytes())["files"]
    found = {path: hashlib.sha256(data).hexdigest() for path, data in contents(site).items()}
    return found == files


@pytest.fixture
def site(tmp_path):
    target = tmp_path / "site"
    publish(edition("first"), target)
    return target


# ---- what it does ----


def test_files_stand_where_they_should(site):
    assert (site / "folder-1/page-1.html").read_text() == "first 1"
    assert is_whole(site)
    assert site.stat().st_mode & 0o777 == 0o755


def test_counts(site):
    files = [*edition("first", 10), page("folder-0/page-0.css", "new")]
    files[0] = page(files[0].path, "changed")
    done = publish(files, site)
    assert (done.files, done.changed, done.removed) == (11, 2, 10)


def test_a_page_that_is_no_more_vanishes(site):
    publish(edition("first", 3), site)
    assert set(contents(site)) == {"folder-0/page-0.html", "folder-1/page-1.html", "folder-2/page-2.html"}


def test_unchanged_files_stay_the_same_files(site):
    before = snapshot(site)
    assert publish(edition("first"), site).changed == 0
    after = snapshot(site)
    del before[MANIFEST], after[MANIFEST]
    assert after == before


def test_a_damaged_page_is_mended(site):
    place = site / "folder-1/page-1.html"
    place.unlink()
    place.write_text("meddled with")
    (site / "folder-2/page-2.html").unlink()
    assert publish(edition("first"), site).changed == 2
    assert is_whole(site)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"files": 7}', b"\xff\xfe"])
def test_a_damaged_manifest_costs_a_full_write_and_nothing_else(site, damage):
    (site / MANIFEST).write_bytes(damage)
    assert publish(edition("second"), site).changed == 20
    assert is_whole(site)


def test_the_same_inputs_need_no_build(site):
    publish(edition("first"), site, inputs="abc")
    assert standing(site, "abc") == 20
    assert standing(site, "other") is None
    assert standing(site, "") is None
    (site / "folder-1/page-1.html").write_text("meddled with")
    assert standing(site, "abc") is None


def test_nothing_stands_where_nothing_was_built(tmp_path):
    assert standing(tmp_path / "nowhere", "abc") is None


# ---- files of others ----


def test_files_of_others_survive(site):
    (site / "CNAME").write_text("example.org")
    (site / ".well-known/empty").mkdir(parents=True)
    (site / ".well-known/security.txt").write_text("mail")
    (site / "link").symlink_to("CNAME")
    (site / "folder-link").symlink_to(".well-known")
    for name in ("second", "third"):
        publish(edition(name), site)
    assert (site / "CNAME").read_text() == "example.org"
    assert (site / ".well-known/security.txt").read_text() == "mail"
    assert (site / ".well-known/empty").is_dir()
    assert (site / "link").readlink() == Path("CNAME")
    assert (site / "folder-link").readlink() == Path(".well-known")


def test_a_file_of_others_is_not_replaced_by_a_page(site):
    (site / "robots.txt").write_text("mine")
    before = snapshot(site)
    with pytest.raises(OutputError, match=r"robots\.txt"):
        publish([*edition("second"), page("robots.txt", "ours")], site)
    assert snapshot(site) == before


def test_a_folder_of_others_is_refused(tmp_path):
    target = tmp_path / "documents"
    target.mkdir()
    (target / "letter.txt").write_text("dear")
    before = snapshot(target)
    with pytest.raises(OutputError, match="not made by stratkit"):
        publish(edition("first"), target)
    assert snapshot(target) == before
    assert [path.name for path in tmp_path.iterdir()] == ["documents"]


def test_an_empty_folder_is_taken(tmp_path):
    target = tmp_path / "site"
    target.mkdir(mode=0o750)
    publish(edition("first"), target)
    assert is_whole(target)
    assert target.stat().st_mode & 0o777 == 0o750


def test_a_link_is_refused(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to("elsewhere")
    with pytest.raises(OutputError, match="not a folder"):
        publish(edition("first"), tmp_path / "site")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_is_refused(tmp_path):
    (tmp_path / "site").write_text("a file")
    with pytest.raises(OutputError, match="not a folder"):
        publish(edition("first"), tmp_path / "site")
    assert (tmp_path / "site").read_text() == "a file"


def test_a_link_among_the_pages_is_not_followed(site, tmp_path):
    (tmp_path / "secret").write_text("secret")
    place = site / "folder-1/page-1.html"
    place.unlink()
    place.symlink_to(tmp_path / "secret")
    publish(edition("first"), site)
    assert not place.is_symlink()
    assert place.read_text() == "first 1"
    assert (tmp_path / "secret").read_text() == "secret"


@pytest.mark.parametrize("path", ["../out.html", "/out.html", "a/../../out.html", "a\\b.html", "", ".", MANIFEST])
def test_no_page_lands_outside(site, tmp_path, path):
    before = snapshot(tmp_path)
    with pytest.raises(OutputError):
        publish([*edition("second"), page(path, "out")], site)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("other", ["folder-1/page-1.html", "Folder-1/PAGE-1.html", "folder-1/page-1.HTML"])
def test_two_pages_that_share_a_file_on_some_disks_are_refused(site, other):
    before = snapshot(site)
    with pytest.raises(OutputError, match="share one file"):
        publish([*edition("second"), page(other, "x")], site)
    assert snapshot(site) == before


# ---- faults ----


def broken(error):
    def make():
        raise error

    return [*edition("second", 7), SiteFile("broken.html", make), page("after.html", "x")]


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), ValueError("a bug"), SystemExit(3), OSError(errno.EIO, "broken disk")]
)
def test_what_goes_wrong_midway_leaves_the_former_website(site, tmp_path, error):
    before = snapshot(site)
    with pytest.raises(OutputError if isinstance(error, OSError) else type(error)):
        publish(broken(error), site)
    assert snapshot(site) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("written", [0, 1, 10, 20])
def test_a_full_disk_leaves_the_former_website(site, tmp_path, written):
    """The disk is full after so many files; the twenty-first is the manifest."""
    left = iter([None] * written)

    def write(place, data):
        if next(left, "full") == "full":
            place.write_bytes(data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        write_file(place, data)

    before = snapshot(site)
    with pytest.raises(OutputError, match="No space left on device") as caught:
        publish(edition("second"), site, write=write)
    assert "former website is untouched" in str(caught.value.hint)
    assert snapshot(site) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@contextmanager
def small_disk(folder, options):
    folder.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_really_full(tmp_path):
    with small_disk(tmp_path / "disk", "size=256k") as disk:
        site = disk / "site"
        publish(edition("first"), site)
        before = snapshot(site)
        with pytest.raises(OutputError, match="No space left on device"):
            publish([page(f"{number}.html", "x" * 60_000) for number in range(10)], site)
        assert snapshot(site) == before
        assert [path.name for path in disk.iterdir()] == ["site"]


def test_a_folder_that_cannot_be_written_to(tmp_path):
    with small_disk(tmp_path / "disk", "size=1m") as disk:
        site = disk / "site"
        publish(edition("first"), site)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        before = snapshot(site)
        with pytest.raises(OutputError, match="Read-only file system"):
            publish(edition("second"), site)
        assert snapshot(site) == before


# ---- several builds, dead builds ----


def test_two_builds_at_once(site, tmp_path):
    """Each edition is whole while the others come and go; in the end one of them stands there alone."""
    wrong = []

    def build(name):
        try:
            for number in range(8):
                publish(edition(f"{name}{number}", 30), site)
        except BaseException as error:
            wrong.append(error)

    builds = [threading.Thread(target=build, args=(name,)) for name in ("a", "b", "c")]
    for one in builds:
        one.start()
    for one in builds:
        one.join()
    assert wrong == []
    assert is_whole(site)
    assert len({data.split()[0] for data in contents(site).values()}) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_remains_of_a_dead_build_go_and_nothing_else_does(site, tmp_path):
    (tmp_path / ".site.stratkit-abc_12zz").mkdir()
    (tmp_path / ".site.stratkit-abc_12zz/page.html").write_text("half")
    others = [".site.stratkit-notes", ".site.stratkit-abc_12zz.txt", ".site2.stratkit-abc_12zz", ".site.new-abc"]
    for name in others:
        (tmp_path / name).mkdir()
    publish(edition("second"), site)
    assert {path.name for path in tmp_path.iterdir()} == {"site", *others}


def test_a_former_edition_that_was_moved_aside_comes_back(site, tmp_path):
    """Where two folders cannot be swapped in one step, a build may die between the two steps."""
    site.rename(tmp_path / ".site.stratkit-former")
    with pytest.raises(OutputError):
        publish(broken(OSError(errno.EIO, "broken disk")), site)
    assert is_whole(site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_system_that_cannot_swap_folders(site, tmp_path, monkeypatch):
    monkeypatch.setattr("stratkit.site.writing.write._exchange", lambda one, other: False)
    publish(edition("second"), site)
    assert is_whole(site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


BUILDER = textwrap.dedent("""
    import itertools, sys
    from pathlib import Path
    from stratkit.site.file import SiteFile
    from tests.site.publishing import publish

    for number in itertools.count():
        files = [SiteFile(f"{one % 7}/{one}.html", f"{number} {one}".encode) for one in range(120 + number % 3)]
        publish(files, Path(sys.argv[1]))
        print(number, flush=True)
""")


def test_builds_that_are_killed_leave_a_whole_edition(tmp_path):
    """kill -9 at random moments; STRATKIT_KILLS sets how many."""
    site = tmp_path / "site"
    for _ in killed_builds(BUILDER, site):
        assert is_whole(site)
        assert len({data.split()[0] for data in contents(site).values()}) == 1
    publish(edition("last"), site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert is_whole(site)
