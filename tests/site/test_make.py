"""Websites made by several processes, in shares, on a cluster and after edits: always the bytes of a plain build."""

import os
import random
import re
import shutil
import signal
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stratkit.diagnostics.errors import ConfigError, OutputError, SourceError, StratkitError
from stratkit.load import documents
from stratkit.site.inputs import inputs_of
from stratkit.site.making import jobs
from stratkit.site.making.desk import Place
from stratkit.site.making.make import Making, make_site
from stratkit.site.making.memory import Memory
from stratkit.site.making.shards import SHARD, Shard
from stratkit.site.making.sharing import make_shard, merge_site
from stratkit.site.making.workers import Workers
from stratkit.site.options import SiteOptions
from stratkit.source import FolderTree
from stratkit.source.cache import CacheFolder
from stratkit.source.reader import parse

BUILDS = iter(range(10**9))


def nothing_refused(_found):
    pass


def plan(root, target, workers=None, cache=None):
    """Where from and how, as the command line asks for it."""
    inputs = inputs_of(FolderTree(root), repr(SiteOptions()), cache)
    place = Place(root, None, SiteOptions(), str(next(BUILDS)), inputs.frame)
    return place, Making(inputs, nothing_refused, Memory(cache, target), workers or Workers(1))


def make(root, target, workers=None, cache=None):
    place, making = plan(root, target, workers, cache)
    make_site(place, target, making)
    return target


def share(root, target, text, workers=None):
    place, making = plan(root, target, workers)
    make_shard(place, target, making, Shard.parse(text))
    return target


def merge(root, target, *folders):
    place, making = plan(root, target)
    merge_site(place, target, making, folders)
    return target


def contents(site):
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def many(corpus):
    """More regions than show each other: copies of one under other names."""
    for number in range(7):
        folder = corpus / f"copy{number}"
        shutil.copytree(corpus / "demo", folder)
        frame = folder / "strategy.yaml"
        frame.write_text(re.sub(r"^id: demo", f"id: copy{number}", frame.read_text(), flags=re.MULTILINE))
    return corpus


@pytest.fixture(params=["few", "many"])
def root(corpus, request):
    return corpus if request.param == "few" else many(corpus)


# ---- several processes, shares ----


def test_two_processes_make_what_one_makes(root, tmp_path):
    one, two = make(root, tmp_path / "one"), make(root, tmp_path / "two", Workers(2))
    assert contents(one) == contents(two)


@pytest.mark.parametrize("of", [1, 2, 3, 12])
def test_shares_join_into_the_whole(root, tmp_path, of):
    parts = [share(root, tmp_path / f"part{number}", f"{number}/{of}") for number in range(1, of + 1)]
    whole = make(root, tmp_path / "whole")
    assert contents(merge(root, tmp_path / "joined", *reversed(parts))) == contents(whole)
    held = [set(contents(part)) - {SHARD, ".stratkit-site.json"} for part in parts]
    assert sum(map(len, held)) == len(set().union(*held)), "no region is in two shares"


def test_a_share_that_is_missing(corpus, tmp_path):
    part = share(corpus, tmp_path / "part", "1/2")
    with pytest.raises(SourceError, match="no share holds these regions: sample"):
        merge(corpus, tmp_path / "joined", part)
    assert not (tmp_path / "joined").exists()


def test_shares_of_other_data(corpus, tmp_path):
    parts = [share(corpus, tmp_path / f"part{number}", f"{number}/2") for number in (1, 2)]
    edit(corpus / "demo/indicators/health.yaml", r"2024: \d+", "2024: 76")
    with pytest.raises(SourceError, match="was made from other data"):
        merge(corpus, tmp_path / "joined", *parts)


def test_a_share_that_was_meddled_with(corpus, tmp_path):
    part = share(corpus, tmp_path / "part", "1/1")
    (part / "demo/index.html").write_text("meddled with")
    with pytest.raises(SourceError, match=r"is damaged: 'demo/index\.html'"):
        merge(corpus, tmp_path / "joined", part)
    (part / "demo/index.html").unlink()
    with pytest.raises(SourceError, match="is damaged"):
        merge(corpus, tmp_path / "joined", part)


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b'[{"region": "demo"}]', b"\xff"])
def test_a_share_that_is_none(corpus, tmp_path, damage):
    part = share(corpus, tmp_path / "part", "1/1")
    (part / SHARD).write_bytes(damage)
    with pytest.raises(SourceError, match="is no share"):
        merge(corpus, tmp_path / "joined", part)


@pytest.mark.parametrize("text", ["", "1", "0/2", "3/2", "1/0", "-1/2", "a/b", "1/2/3", "١/٢"])
def test_no_share_of_that_name(text):
    with pytest.raises(ConfigError, match="is no share of the regions"):
        Shard.parse(text)


@given(st.integers(1, 40), st.integers(0, 60))
def test_every_region_is_in_one_share(of, count):
    regions = [f"r{number}" for number in range(count)]
    shares = [Shard(number, of).share(regions) for number in range(1, of + 1)]
    assert sorted(name for one in shares for name in one) == sorted(regions)
    assert max(map(len, shares)) - min(map(len, shares)) <= 1


# ---- a cluster ----


def test_a_cluster_makes_what_one_process_makes_even_if_a_worker_is_killed(corpus, tmp_path, monkeypatch):
    distributed = pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    many(corpus)
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        pids = list(client.run(os.getpid).values())
        killed = []

        def step(_done):
            if not killed:
                killed.append(pids[0])
                os.kill(pids[0], signal.SIGKILL)

        place, making = plan(corpus, tmp_path / "cluster", Workers(scheduler=cluster.scheduler_address))
        make_site(place, tmp_path / "cluster", Making(**{**fields(making), "watch": lambda _steps: step}))
    assert killed
    assert contents(tmp_path / "cluster") == contents(make(corpus, tmp_path / "plain"))


def fields(one):
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


# ---- edits ----


def edit(path, pattern, text):
    changed, count = re.subn(pattern, text, path.read_text(), count=1)
    assert count, (path, pattern)
    path.write_text(changed)


def drawn(monkeypatch):
    """The pages that are drawn, as they are."""
    seen = []
    original = jobs.renderer_of

    def watched(*args):
        renderer = original(*args)
        page = renderer.page
        renderer.page = lambda one, language: seen.append(one.path) or page(one, language)
        return renderer

    monkeypatch.setattr(jobs, "renderer_of", watched)
    return seen


def test_an_edit_of_one_value_draws_only_what_shows_it(corpus, tmp_path, monkeypatch):
    cache = CacheFolder(tmp_path / "cache")
    make(corpus, tmp_path / "site", cache=cache)
    seen = drawn(monkeypatch)
    edit(corpus / "demo/indicators/health.yaml", r"2024: \d+", "2024: 73")
    make(corpus, tmp_path / "site", cache=cache)
    of_regions = {path for path in seen if path.startswith(("demo/", "sample/"))}
    seen.clear()
    assert contents(tmp_path / "site") == contents(make(corpus, tmp_path / "plain"))
    assert any(path.startswith("demo/indicators/") for path in of_regions)
    assert not any(path.startswith(("demo/tasks/", "demo/acts/", "demo/changes/")) for path in of_regions)
    assert len(of_regions) < len({path for path in seen if path.startswith(("demo/", "sample/"))}) / 3


def test_what_all_regions_stand_on_is_on_every_page(corpus, tmp_path, monkeypatch):
    """Another catalogue, other settings, another version of stratkit: no page is taken over from before."""
    cache = CacheFolder(tmp_path / "cache")
    make(corpus, tmp_path / "site", cache=cache)
    seen = drawn(monkeypatch)
    edit(corpus / "catalog/units.yaml", r"symbol: [^,}\n]+", "symbol: едд")
    make(corpus, tmp_path / "site", cache=cache)
    pages = set(seen)
    assert contents(tmp_path / "site") == contents(make(corpus, tmp_path / "plain"))
    assert any("едд" in data.decode(errors="replace") for data in contents(tmp_path / "site").values())
    seen.clear()
    monkeypatch.setattr("stratkit.site.inputs.toolkit_digest", lambda: "another version")
    make(corpus, tmp_path / "site", cache=cache)
    assert set(seen) == pages


def test_an_edit_of_one_value_draws_no_page_above_that_does_not_show_it(corpus, tmp_path, monkeypatch):
    cache = CacheFolder(tmp_path / "cache")
    make(corpus, tmp_path / "site", cache=cache)
    seen = drawn(monkeypatch)
    edit(corpus / "demo/indicators/health.yaml", r"2024: \d+", "2024: 73")
    make(corpus, tmp_path / "site", cache=cache)
    assert not {"search.html", "glossary.html", "about.html", "404.html", "data.html"}.intersection(seen)
    edit(corpus / "demo/strategy.yaml", r"nominative: [^,}\n]+", "nominative: Другая область")
    make(corpus, tmp_path / "site", cache=cache)
    assert {"search.html", "data.html", "compare/index.html"} <= set(seen)
    assert "404.html" not in seen
    assert contents(tmp_path / "site") == contents(make(corpus, tmp_path / "plain"))


def test_what_stands_at_the_foot_of_every_page_is_shown_by_every_page(corpus, tmp_path):
    """The foot is drawn once for many pages, and all of them show what it shows."""
    strategy = corpus / "demo/strategy.yaml"
    edit(strategy, r"\Z", "source:\n  title: Документ\n  file: a.txt\n  notice: Это пересказ\n")
    cache = CacheFolder(tmp_path / "cache")
    make(corpus, tmp_path / "site", cache=cache)
    edit(strategy, "notice: Это пересказ", "notice: Это другой пересказ")
    site = make(corpus, tmp_path / "site", cache=cache)
    assert "Это другой пересказ" in (site / "demo/tasks/index.html").read_text()
    assert contents(site) == contents(make(corpus, tmp_path / "plain"))


def change_value(root, random_):
    path = random_.choice(sorted(root.glob("*/indicators/*.yaml")))
    edit(path, r"(20\d\d): [\d.]+", rf"\1: {random_.randrange(100)}")


def change_text(root, random_):
    path = random_.choice(sorted(root.glob("*/projects/*/*.yaml")))
    edit(path, r"(?m)^(goal|description): .*$", rf"\1: Другой текст {random_.randrange(1000)}")


def change_title(root, random_):
    path = random_.choice([*sorted(root.glob("*/indicators/*.yaml")), *sorted(root.glob("*/projects/*/*.yaml"))])
    edit(path, r"(?m)^(\s*-? ?)title: .*$", rf"\1title: Другое название {random_.randrange(1000)}")


def remove_project(root, random_):
    paths = sorted(root.glob("*/projects/*/*.yaml"))
    if len(paths) > 2:
        random_.choice(paths).unlink()


def change_catalogue(root, random_):
    edit(root / "catalog/units.yaml", r"symbol: [^,}\n]+", f"symbol: ед{random_.randrange(100)}")


def change_notice(root, random_):
    path = random_.choice(sorted(root.glob("*/strategy.yaml")))
    if "\nsource:" in path.read_text():
        edit(path, r"notice: .*", f"notice: Пересказ {random_.randrange(1000)}")
    else:
        edit(path, r"\Z", f"source:\n  title: Документ\n  file: a.txt\n  notice: Пересказ {random_.randrange(1000)}\n")


def rename_region(root, random_):
    path = random_.choice(sorted(root.glob("*/strategy.yaml")))
    edit(path, r"nominative: [^,}\n]+", f"nominative: Область {random_.randrange(1000)}")


EDITS = [change_value, change_value, change_text, change_title, remove_project, change_catalogue, rename_region,
         change_notice]  # fmt: skip


@settings(max_examples=int(os.environ.get("STRATKIT_EDITS", "8")), deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])  # fmt: skip
@given(st.integers(0, 2**32), st.lists(st.sampled_from(EDITS), min_size=1, max_size=4))
def test_after_any_edits_the_website_is_that_of_a_plain_build(tmp_path_factory, corpus, seed, edits):
    folder = tmp_path_factory.mktemp("edits")
    root = folder / "strategies"
    shutil.copytree(corpus, root)
    cache, random_ = CacheFolder(folder / "cache"), random.Random(seed)
    make(root, folder / "site", cache=cache)
    for one in edits:
        try:
            one(root, random_)
        except AssertionError:
            continue  # the file has nothing of that kind
        make(root, folder / "site", cache=cache)
    assert contents(folder / "site") == contents(make(root, folder / "plain"))
    shutil.rmtree(folder)


def test_a_page_that_was_meddled_with_is_drawn_anew(corpus, tmp_path):
    cache = CacheFolder(tmp_path / "cache")
    site = make(corpus, tmp_path / "site", cache=cache)
    before = contents(site)
    (site / "demo/tasks/index.html").write_text("meddled with")
    (site / "demo/bodies/index.html").unlink()
    edit(corpus / "demo/indicators/health.yaml", r"2024: \d+", "2024: 73")
    edit(corpus / "demo/indicators/health.yaml", r"2024: 73", re.search(rb"2024: \d+", b"2024: 73").group().decode())
    make(corpus, site, cache=cache)
    assert contents(site)["demo/tasks/index.html"] == before["demo/tasks/index.html"]
    assert contents(site) == contents(make(corpus, tmp_path / "plain"))


def test_records_that_are_damaged_cost_time_and_nothing_else(corpus, tmp_path):
    cache = CacheFolder(tmp_path / "cache")
    make(corpus, tmp_path / "site", cache=cache)
    for number, path in enumerate(sorted(cache.folder.iterdir())):
        path.write_bytes([b"", b"{}", path.read_bytes()[:100], b"\xff" * 50][number % 4])
    edit(corpus / "demo/indicators/health.yaml", r"2024: \d+", "2024: 73")
    make(corpus, tmp_path / "site", cache=cache)
    assert contents(tmp_path / "site") == contents(make(corpus, tmp_path / "plain"))


def test_files_that_change_while_they_are_read(corpus, tmp_path):
    site = make(corpus, tmp_path / "site")
    before = contents(site)
    place, making = plan(corpus, site)
    edit(corpus / "demo/indicators/health.yaml", r"2024: \d+", "2024: 73")
    with pytest.raises(OutputError, match="files of 'demo' changed while the website was built"):
        make_site(place, site, making)
    assert contents(site) == before


def test_what_is_refused_leaves_the_former_website(corpus, tmp_path):
    site = make(corpus, tmp_path / "site")
    before = contents(site)
    edit(corpus / "demo/indicators/health.yaml", r"2024: \d+", "2024: 73")
    place, making = plan(corpus, site)

    def refuse(_found):
        raise ConfigError(partial(str)("no"))

    with pytest.raises(StratkitError):
        make_site(place, site, Making(**{**fields(making), "refuse": refuse}))
    assert contents(site) == before


def test_the_catalogue_is_read_once_and_again_when_it_changed(corpus, tmp_path, monkeypatch):
    cache = CacheFolder(tmp_path / "cache")
    make(corpus, tmp_path / "site", cache=cache)
    read = []
    monkeypatch.setattr(documents, "parse", lambda data, path: (read.append(path), parse(data, path))[1])
    for change in (r"2024: \d+", "2024: 73"), (r"2024: \d+", "2024: 74"):
        edit(corpus / "demo/indicators/health.yaml", *change)
        make(corpus, tmp_path / "site", cache=cache)
    assert read
    assert not [path for path in read if path.startswith("catalog/")]
    edit(corpus / "catalog/units.yaml", r"\Z", "\n# the same with a comment\n")
    make(corpus, tmp_path / "site", cache=cache)
    assert [path for path in read if path.startswith("catalog/")]
    assert contents(tmp_path / "site") == contents(make(corpus, tmp_path / "plain"))
