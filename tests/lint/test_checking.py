"""Checking region by region: the same findings whatever is remembered, and however many processes work."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from stratkit.diagnostics import Diagnostic, Edit, Finding, Fix, Origin, Related, Severity, Span, say
from stratkit.diagnostics.errors import ConfigError, SourceError, WorkError
from stratkit.lint import checking, pool, selection, worker
from stratkit.lint.checking import check
from stratkit.lint.engine import judge
from stratkit.lint.index import INDEX
from stratkit.lint.parts import Part, as_json, part_of
from stratkit.lint.places import places_as_json, places_of
from stratkit.lint.remembering import Kept, part_name
from stratkit.lint.request import Means, Request
from stratkit.lint.rule import Rule
from stratkit.lint.sealed import Inside, sealed, unsealed
from stratkit.lint.tasks import Task
from stratkit.lint.verdict import Verdict
from stratkit.load import load_region, load_workspace
from stratkit.source import FolderTree, Locator
from stratkit.source.cache import CacheFolder, digest_of, file_name
from stratkit.source.overlay import OverlayTree
from stratkit.source.positions import Spot
from stratkit.source.processes import process_context

STRICT = Request(select=("pack:strict", *sorted({rule.group for rule in INDEX})))


def shown(verdict: Verdict) -> list[object]:
    return [
        (
            *(one.sort_key, one.fingerprint, one.severity, str(one.message), str(one.hint), one.span, one.fix),
            *((where.span, str(where.message)) for where in one.related),
        )
        for one in (*verdict.findings, *verdict.waived)
    ]


@pytest.fixture
def regions(corpus: Path) -> Path:
    """The corpus with more regions, some of them broken in one way or another."""
    for name in ("aster", "birch"):
        shutil.copytree(corpus / "demo", corpus / name)
    frame = corpus / "aster" / "strategy.yaml"
    frame.write_text(frame.read_text("utf-8").replace("id: demo", "id: aster"), "utf-8")
    booking = corpus / "aster" / "projects" / "health" / "booking.yaml"
    booking.write_text(booking.read_text("utf-8").replace("challenges: [queues]", "challenges: [queue]"), "utf-8")
    waived = corpus / "demo" / "card.yaml"
    waived.write_text(waived.read_text("utf-8") + "# stratkit: ignore[ZZZ001] – a reason\n", "utf-8")
    (corpus / "sample" / "bodies.yaml").write_text("bodies: [", "utf-8")
    (corpus / "empty").mkdir()
    (corpus / "empty" / "card.yaml").write_text("stratkit: card/1\n", "utf-8")
    (corpus / "stray.yaml").write_text("a: 1\n", "utf-8")
    return corpus


@pytest.fixture
def expected(regions: Path) -> list[object]:
    tree = FolderTree(regions)
    found = shown(judge(load_workspace(tree), Locator(tree.read), today=date(2026, 1, 1)))
    assert len(found) > 10
    return found


TODAY = Request(today=date(2026, 1, 1))


def test_region_by_region_finds_what_all_at_once_finds(regions: Path, expected: list[object]) -> None:
    assert shown(check(FolderTree(regions), TODAY)) == expected


def test_every_rule_works_on_what_was_gathered_and_written_down(regions: Path, tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path / "cache")
    alone = shown(check(FolderTree(regions), STRICT))
    assert shown(check(FolderTree(regions), STRICT, Means(cache))) == alone
    for name in ("across", "places"):
        (cache.folder / file_name(name)).unlink()
    assert shown(check(FolderTree(regions), STRICT, Means(cache))) == alone


def test_two_processes_find_what_one_finds(
    regions: Path, expected: list[object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pool, "_ENOUGH", 1)
    seconds: dict[str, float] = {}
    assert shown(check(FolderTree(regions), TODAY, Means(jobs=2, seconds=seconds))) == expected
    assert "REF007" in seconds
    cache = CacheFolder(tmp_path / "cache")
    for _ in range(2):
        assert shown(check(FolderTree(regions), TODAY, Means(cache, jobs=2))) == expected


def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The regions that are loaded from now on."""
    seen: list[str] = []

    def noted(tree: FolderTree, frame: object, region: str, **rest: object) -> object:
        seen.append(region)
        return load_region(tree, frame, region, **rest)

    monkeypatch.setattr(worker, "load_region", noted)
    return seen


@pytest.mark.parametrize("on_disk", [True, False])
def test_only_the_region_that_changed_is_judged_again(
    regions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_disk: bool
) -> None:
    kept: Kept = {}
    means = Means(CacheFolder(tmp_path / "cache")) if on_disk else Means(kept=kept)
    check(FolderTree(regions), TODAY, means)
    seen = judged(monkeypatch)
    check(FolderTree(regions), TODAY, means)
    assert seen == []
    frame = regions / "birch" / "strategy.yaml"
    frame.write_text(frame.read_text("utf-8").replace("id: demo", "id: sample"), "utf-8")
    changed = shown(check(FolderTree(regions), TODAY, means))
    assert seen == ["birch"]
    assert changed == shown(check(FolderTree(regions), TODAY))


@pytest.mark.parametrize("lost", [True, False])
def test_a_changed_region_is_judged_apart_while_the_others_are_looked_up(
    regions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: bool
) -> None:
    monkeypatch.setattr(checking, "_PLENTY", 1)
    monkeypatch.setattr("stratkit.source.cache.settled", lambda *_times: True)  # the files were written just now
    cache = CacheFolder(tmp_path / "cache")
    check(FolderTree(regions), TODAY, Means(cache))
    frame = regions / "birch" / "strategy.yaml"
    frame.write_text(frame.read_text("utf-8").replace("id: demo", "id: sample"), "utf-8")
    if lost:
        (cache.folder / part_name("demo")).unlink()
    seen = judged(monkeypatch)
    changed = shown(check(FolderTree(regions), TODAY, Means(cache, jobs=2)))
    if process_context().get_start_method() == "fork":
        assert seen == (["demo"] if lost else [])
    assert changed == shown(check(FolderTree(regions), TODAY))


def test_what_all_regions_stand_on_concerns_all(regions: Path, tmp_path: Path) -> None:
    means = Means(CacheFolder(tmp_path / "cache"))
    check(FolderTree(regions), TODAY, means)
    units = regions / "catalog" / "units.yaml"
    units.unlink()
    assert shown(check(FolderTree(regions), TODAY, means)) == shown(check(FolderTree(regions), TODAY))
    settings = regions / "stratkit.yaml"
    settings.write_text(settings.read_text("utf-8") + "lint: {ignore: [REF]}\n", "utf-8")
    assert shown(check(FolderTree(regions), TODAY, means)) == shown(check(FolderTree(regions), TODAY))


def test_another_selection_is_another_matter(regions: Path, tmp_path: Path) -> None:
    means = Means(CacheFolder(tmp_path / "cache"))
    check(FolderTree(regions), TODAY, means)
    for request in (
        replace(TODAY, select=("REF",)),
        replace(TODAY, ignore=("REF",)),
        replace(TODAY, regions=("demo",)),
    ):
        assert shown(check(FolderTree(regions), request, means)) == shown(check(FolderTree(regions), request))


def test_suppressions_are_judged_on_the_day(regions: Path, tmp_path: Path) -> None:
    path = regions / "aster" / "projects" / "health" / "booking.yaml"
    text = path.read_text("utf-8").replace(
        "challenges: [queue]", "challenges: [queue]  # stratkit: ignore[REF001] – a reason (до 2027-01-01)"
    )
    path.write_text(text, "utf-8")
    means = Means(CacheFolder(tmp_path / "cache"))
    assert len(check(FolderTree(regions), TODAY, means).waived) == 1
    later = check(FolderTree(regions), Request(today=date(2027, 1, 2)), means)
    assert (len(later.waived), [one.code for one in later.findings if one.code == "SUP003"]) == (0, ["SUP003"])


def test_a_region_in_the_settings_that_is_gone_is_told(regions: Path, tmp_path: Path) -> None:
    settings = regions / "stratkit.yaml"
    settings.write_text(settings.read_text("utf-8") + "lint: {regions: {birch: {REF001: info}}}\n", "utf-8")
    means = Means(CacheFolder(tmp_path / "cache"))
    check(FolderTree(regions), TODAY, means)
    shutil.rmtree(regions / "birch")
    with pytest.raises(ConfigError):
        check(FolderTree(regions), TODAY, means)


def test_open_texts_are_checked_and_leave_no_trace_on_disk(regions: Path, tmp_path: Path) -> None:
    path = "demo/strategy.yaml"
    laid = OverlayTree(FolderTree(regions), {path: (regions / path).read_bytes() + b"\nodd: 1\n"})
    kept: Kept = {}
    check(FolderTree(regions), TODAY, Means(kept=kept))
    assert shown(check(laid, TODAY, Means(kept=kept))) == shown(check(laid, TODAY))


def test_damaged_entries_cost_time_only(regions: Path, expected: list[object], tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path / "cache")
    means = Means(cache)
    check(FolderTree(regions), TODAY, means)
    files = sorted(path for path in cache.folder.iterdir() if path.name != ".gitignore")
    assert len(files) >= 8
    for number, file in enumerate(files):
        file.write_bytes(file.read_bytes()[: -20 * number - 1] if number % 2 else b"\0" * 100)
    assert shown(check(FolderTree(regions), TODAY, means)) == expected
    assert shown(check(FolderTree(regions), TODAY, means)) == expected


HEAD = b'{"waived": [], "unread": [], "linked": true, "wanting": {}, "chapters": {}}'
FILES = b'{"tallies": [[["REF001", "unknown-reference", 3, 1]]], "files": [["a.yaml", 0]]}'


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}\n{}\n[]\n[]",
        b"nonsense\n{}\n[]\n[]",
        b"\n".join((HEAD, b"{}", b"[]", FILES, b"[]")),
        b"\n".join((HEAD, b"{}", b"[]", FILES.replace(b'"a.yaml", 0', b'"a.yaml", 7'), b"[]", b"[]")),
        b"\n".join((HEAD, b"{}", b"[]", FILES.replace(b"3, 1", b"9, 1"), b"[]", b"[]")),
        b"\n".join((HEAD.replace(b'"chapters": {}', b'"chapters": 1'), b"{}", b"[]", FILES, b"[]", b"[]")),
    ],
)
def test_what_is_no_part_is_none(body: bytes) -> None:
    assert unsealed(b"\n".join((HEAD, b"{}", b"[]", FILES, b"[]", b"[]"))) is not None
    assert unsealed(body) is None


@pytest.mark.parametrize("body", [b"{}", b"nonsense", b"[]", b"[6]\nshow", b'["a"]\nshown', b"[2, 3]\nshown"])
def test_what_does_not_say_how_a_part_is_shown_is_not_believed(body: bytes) -> None:
    inside = b"\n".join((FILES, b"[]", b"[]"))
    assert Inside(inside, b"[5]\nshown").sheets["a.yaml"].drawn == b"shown"
    with pytest.raises(ValueError):
        Inside(inside, body)


@pytest.mark.parametrize(
    ("gathered", "texts", "rows"), [(b"{}", b"[1]", b"[[]]"), (b"[]", b"[]", b"[]"), (b"{}", b"[]", b"x")]
)
def test_a_part_that_is_none_inside_is_told(gathered: bytes, texts: bytes, rows: bytes) -> None:
    part = unsealed(b"\n".join((HEAD, gathered, b"[]", FILES, texts, rows)))
    assert part is not None
    with pytest.raises(SourceError):
        _ = part.gathered, part.found


def test_a_part_comes_back_as_it_was() -> None:
    span, other = Span("a.yaml", 1, 2, 3, 4), Span("b.yaml", 2)
    words = say("{what} and {more}", what=say("one {n}", n=1.5), more="two")
    one = Diagnostic(
        "REF001", Severity.ERROR, words, span, say("hint"), (Related(other, words),), "subject", "rule", "a/0",
        "a/id=x", 2, Fix((Edit(span, "text"),), safe=False),
    )  # fmt: skip
    plain = Diagnostic("REF002", Severity.INFO, say("plain"), other)
    part = Part(
        (one, plain), ("a.yaml",), True, {"X": [1, "2", None]}, {"units": Origin("a.yaml", ("b", 1))}, ("c.yaml",)
    )
    again = part_of(json.loads(json.dumps(as_json(part))))
    assert again == part
    assert [_aside(each) for each in again.found] == [_aside(each) for each in part.found]
    kept = unsealed(sealed(part).together())
    assert kept is not None
    assert (kept.found, kept.waived, kept.linked, kept.gathered, kept.wanting, kept.unread) == (
        part.found, part.waived, part.linked, part.gathered, part.wanting, part.unread
    )  # fmt: skip
    assert [_aside(each) for each in kept.found] == [_aside(each) for each in part.found]
    assert [sheet.tallies for sheet in kept.sheets.values()] == [sheet.tallies for sheet in part.sheets.values()]


def _aside(one: Diagnostic) -> tuple[object, ...]:
    """What two diagnostics that are equal may not have in common."""
    return one.pointer, one.place, one.twin, one.fix


def test_places_are_known_while_their_folder_is_as_it_was() -> None:
    spot, other = Spot(Span("r/a.yaml", 3), "b/id=x"), Spot(Span("s/a.yaml"), "b")
    places = {Origin("r/a.yaml", ("b", 0)): spot, Origin("s/a.yaml", ("b",), key=True): other}
    written = json.loads(json.dumps(places_as_json(places, {"r": "1", "s": "2"})))
    assert places_of(written, {"r": "1", "s": "2"}) == places
    assert places_of(written, {"r": "1", "s": "3"}) == {Origin("r/a.yaml", ("b", 0)): spot}


def dies(*_seen: object) -> Iterator[Finding]:
    os._exit(3)


def test_a_process_that_dies_is_told(regions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_ENOUGH", 1)
    deadly = Rule("ZZZ999", "deadly", Severity.ERROR, doc="", looks="region", check_strategy=dies)
    monkeypatch.setattr(selection, "INDEX", (*INDEX, deadly))
    with pytest.raises(WorkError):
        check(FolderTree(regions), TODAY, Means(jobs=2))


def breaks(*_seen: object) -> object:
    raise RuntimeError("on purpose")


def test_a_rule_that_breaks_on_a_region_does_not_judge_across(regions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Rule("ZZZ999", "broken", Severity.ERROR, doc="", looks="regions", gather=breaks, check_workspace=dies)
    monkeypatch.setattr(selection, "INDEX", (*INDEX, broken))
    found = check(FolderTree(regions), TODAY).findings
    assert [one.code for one in found if one.code == "INT001"] == ["INT001"]


def test_no_choice_of_rules_hides_that_one_broke(regions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Rule("ZZZ999", "broken", Severity.ERROR, doc="", looks="region", check_strategy=breaks)
    monkeypatch.setattr(selection, "INDEX", (*INDEX, broken))
    monkeypatch.setattr(pool, "_ENOUGH", 10**6)
    for select, ignore in ((("ZZZ999",), ()), ((), ("INT001",))):
        found = check(FolderTree(regions), Request(select=select, ignore=ignore)).findings
        assert "INT001" in {one.code for one in found}


def test_small_work_needs_no_second_process() -> None:
    small = [Task(name, ("a",) * 10, True) for name in "abc"]
    large = [Task(name, ("a",) * 500, True) for name in "abc"]
    assert (pool.processes(small, 8), pool.processes(large, 8), pool.processes(large, 2)) == (1, 3, 2)
    assert pool.processes(large[:1], 8) == 1
    assert digest_of("a", "b") != digest_of("ab")
