"""``stratkit lint``: reports, baseline, fixes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from stratkit.lint import dictionary, fixing
from stratkit.lint.formats import REPORTS
from stratkit.lint.labels import title_of
from stratkit.lint.rules import RULES
from tests.conftest import REPOSITORY, Ran

Run = Callable[..., Ran]
BOOKING = "demo/projects/health/booking.yaml"


def change(folder: Path, old: str, new: str, path: str = BOOKING) -> Path:
    file = folder / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    return file


ONLY = ("--select", "REF,TXT,SUP")
"""A lost reference leads to findings elsewhere; these tests are about the first one."""


@pytest.fixture
def broken(corpus: Path) -> Path:
    """A workspace with one error and one note."""
    change(corpus, "challenges: [queues]", "challenges: [queue]")
    change(corpus, "может каждый, кто хочет", "может - каждый")
    return corpus


def test_help_fits_a_screen_and_names_every_form(stratkit: Run) -> None:
    shown = stratkit("lint", "--help").out
    assert len(shown.splitlines()) <= 45
    assert [form for form in REPORTS if form not in shown] == []
    longest = stratkit("--lang", "ru", "lint", "--help").out
    assert len(longest.splitlines()) <= 55


def test_the_slowest_rules_are_named(broken: Path, stratkit: Run) -> None:
    ran = stratkit("-C", broken, "lint", "--timing", "--jobs", "1")
    rows = [line.split(maxsplit=3) for line in ran.err.splitlines()]
    assert len(rows) == 10
    assert [float(spent) for spent, *_ in rows] == sorted((float(spent) for spent, *_ in rows), reverse=True)
    titles = {rule.code: title_of(rule.name) for rule in RULES}
    assert all((unit, titles[code]) == ("ms", title) for _spent, unit, code, title in rows)


def test_several_reports_at_once(broken: Path, stratkit: Run, tmp_path: Path) -> None:
    sarif, data = tmp_path / "lint.sarif", tmp_path / "lint.json"
    ran = stratkit("-C", broken, "lint", *ONLY, "--level", "info", "-o", f"sarif:{sarif}", "-o", f"json:{data}")
    assert ran.code == 1
    assert "error REF001" in ran.out
    assert len(json.loads(sarif.read_text("utf-8"))["runs"][0]["results"]) == 2
    document = json.loads(data.read_text("utf-8"))
    jsonschema.validate(document, json.loads((REPOSITORY / "schema" / "findings.json").read_text("utf-8")))
    fixes = {one["code"]: one["fix"] for one in document["findings"]}
    assert (fixes["REF001"]["safe"], fixes["TXT007"]["safe"]) == (False, True)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("sarf:x", "did you mean 'sarif'"),
        ("sarif", "does not name a form and a file"),
        ("sarif:", "does not name a form and a file"),
        ("zzz:x", "there are: text"),
    ],
)
def test_a_report_that_does_not_exist(corpus: Path, stratkit: Run, asked: str, words: str) -> None:
    ran = stratkit("-C", corpus, "lint", "-o", asked)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


def test_suppressed_findings_stay_in_the_data(broken: Path, stratkit: Run, tmp_path: Path) -> None:
    change(
        broken, "challenges: [queue]", "challenges: [queue]  # stratkit: ignore[REF001] — ждём редакцию (до 2199-01-01)"
    )
    data, sarif = tmp_path / "lint.json", tmp_path / "lint.sarif"
    ran = stratkit("-C", broken, "lint", *ONLY, "-o", f"json:{data}", "-o", f"sarif:{sarif}")
    assert ran.code == 0
    assert ran.out == "No findings; files checked: 41; suppressed: 1; less severe, not shown: 1 (see --level)\n"
    document = json.loads(data.read_text("utf-8"))
    jsonschema.validate(document, json.loads((REPOSITORY / "schema" / "findings.json").read_text("utf-8")))
    (one,) = document["suppressed"]
    assert (one["code"], one["waiver"]) == ("REF001", {"reason": "ждём редакцию", "until": "2199-01-01"})
    (result,) = json.loads(sarif.read_text("utf-8"))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "ждём редакцию"}]


def test_an_expired_suppression_fails_the_run(broken: Path, stratkit: Run) -> None:
    change(broken, "challenges: [queue]", "challenges: [queue]  # stratkit: ignore[REF001] — ждём (до 2001-01-01)")
    ran = stratkit("-C", broken, "lint", *ONLY, "--format", "concise")
    assert ran.code == 1
    assert [line.split(": ")[1] for line in ran.out.splitlines()] == ["error REF001", "error SUP003"]


def test_the_life_of_a_baseline(broken: Path, stratkit: Run, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    lint = ("-C", broken, "lint", *ONLY, "--level", "info")
    written = stratkit(*lint, "--write-baseline", file)
    assert (written.code, written.out) == (0, "")
    assert "findings in the baseline" in written.err

    calm = stratkit(*lint, "--baseline", file)
    assert (calm.code, calm.out) == (0, "No findings; files checked: 41; in the baseline: 2\n")

    again = stratkit(*lint, "--write-baseline", file)
    assert again.code == 2
    assert "it can only shrink" in again.err

    change(broken, "beneficiaries:\n  - {who: [residents]", "beneficiaries:\n  - {who: [residnts]")
    worse = stratkit(*lint, "--baseline", file, "--format", "concise")
    assert worse.code == 1
    assert worse.out.count("REF001") == worse.out.count("\n") == 1

    change(broken, "residnts", "residents")
    change(broken, "challenges: [queue]", "challenges: [queues]")
    stale = stratkit(*lint, "--baseline", file)
    assert stale.code == 1
    assert f"no longer found: REF001 in {BOOKING}" in stale.err
    assert stratkit(*lint, "sample", "--baseline", file).code == 0  # what is not looked at is not missed
    assert stratkit(*lint, "--ignore", "REF", "--baseline", file).code == 0

    shrunk = stratkit(*lint, "--baseline", file, "--shrink-baseline")
    assert shrunk.code == 0
    assert [one["code"] for one in json.loads(file.read_text("utf-8"))["findings"]] == ["TXT007"]
    assert stratkit(*lint, "--baseline", file).code == 0

    change(broken, "challenges: [queues]", "challenges: [queue]")
    grown = stratkit(*lint, "--baseline", file, "--shrink-baseline")
    assert grown.code == 1
    assert [one["code"] for one in json.loads(file.read_text("utf-8"))["findings"]] == ["TXT007"]


FORMER = """{
  "schema": "stratkit.baseline/1",
  "findings": [
    {"fingerprint": "dd223a87e23b", "code": "REF001", "file": "demo/projects/health/booking.yaml", "count": 1},
    {"fingerprint": "bd5cd38853c7", "code": "TXT007", "file": "demo/projects/health/booking.yaml", "count": 1}
  ]
}
"""
"""As it was written while fingerprints depended on the words of the rules."""


def test_a_baseline_of_the_former_version_holds_and_is_written_anew(
    broken: Path, stratkit: Run, tmp_path: Path
) -> None:
    file = tmp_path / "known.json"
    lint = ("-C", broken, "lint", *ONLY, "--level", "info", "--baseline", file)
    file.write_text(FORMER, "utf-8")
    held = stratkit(*lint)
    assert (held.code, held.out) == (0, "No findings; files checked: 41; in the baseline: 2\n")
    assert "of the former version" in held.err
    assert "--shrink-baseline" in held.err

    part = stratkit("-C", broken, "lint", "--select", "REF", "--baseline", file, "--shrink-baseline")
    assert part.code == 2
    assert "for which this run did not look: 1" in part.err

    everything = ("-C", broken, "lint", "--level", "info", "--baseline", file)
    stratkit(*everything, "--shrink-baseline")
    anew = json.loads(file.read_text("utf-8"))
    assert anew["schema"] == "stratkit.baseline/2"
    assert [one["code"] for one in anew["findings"]] == ["REF001", "TXT007"]
    quiet = stratkit(*lint)
    assert (quiet.code, quiet.err) == (0, "")


def test_what_cannot_be_looked_at_is_not_missed(broken: Path, stratkit: Run, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    lint = ("-C", broken, "lint", "--level", "info", "--baseline", file)
    change(broken, "tasks: [services]", "tasks: []", "demo/projects/health/records.yaml")
    change(broken, "tasks: [services]", "tasks: []")
    stratkit(*lint[:-2], "--write-baseline", file)
    known = json.loads(file.read_text("utf-8"))["findings"]
    assert {"REF001", "TXT007", "TRC008"} <= {one["code"] for one in known}

    change(broken, "responsible:", "responsable:")
    ran = stratkit(*lint, "--format", "concise")
    assert "no longer found" not in ran.err
    assert "SCH005" in ran.out
    assert stratkit(*lint, "--shrink-baseline").code == 1
    assert json.loads(file.read_text("utf-8"))["findings"] == known


def test_what_is_known_stays_known_when_items_move_within_a_list(broken: Path, stratkit: Run, tmp_path: Path) -> None:
    path = "demo/industries/health.yaml"
    lint = ("-C", broken, "lint", "--select", "TXT007", "--level", "info")
    change(broken, "title: Бумажные карты", "title: Бумажные - карты", path)
    stratkit(*lint, "--write-baseline", tmp_path / "known.json")
    change(broken, "challenges:\n", "challenges:\n  - {id: new, number: 3, title: Новый вызов}\n", path)
    assert stratkit(*lint, "--baseline", tmp_path / "known.json", "--fail-on", "info").code == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "cannot be read"),
        ("{", "is no baseline"),
        ('{"schema": "stratkit.baseline/9"}', "is of version 'stratkit.baseline/9'"),
    ],
)
def test_a_baseline_that_cannot_be_used(
    corpus: Path, stratkit: Run, tmp_path: Path, content: str | None, words: str
) -> None:
    file = tmp_path / "known.json"
    if content is not None:
        file.write_text(content, "utf-8")
    ran = stratkit("-C", corpus, "lint", "--baseline", file)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert stratkit("-C", corpus, "lint", "--shrink-baseline").code == 2


def test_fixes_are_shown_then_made_then_nothing_is_left(broken: Path, stratkit: Run) -> None:
    path = broken / BOOKING
    before = path.read_bytes()
    shown = stratkit("-C", broken, "lint", "--fix", "--diff")
    assert shown.code == 1
    assert "-goal: Записаться к врачу может - каждый\n+goal: Записаться к врачу может – каждый\n" in shown.out
    assert "queues" not in shown.out.replace(" challenges", "")
    assert path.read_bytes() == before

    path.chmod(0o640)
    fixed = stratkit("-C", broken, "lint", "--fix")
    assert fixed.code == 1  # the reference is a guess, so it stays
    assert "files changed: 1; findings mended: 1" in fixed.err
    assert path.read_bytes() == before.replace("может - каждый".encode(), "может – каждый".encode())
    assert path.stat().st_mode & 0o777 == 0o640

    guessed = stratkit("-C", broken, "lint", "--unsafe-fixes")
    assert guessed.code == 0
    assert "challenges: [queues]" in path.read_text("utf-8")
    done = path.stat().st_mtime_ns
    assert stratkit("-C", broken, "lint", "--fix", "--unsafe-fixes").err == ""
    assert path.stat().st_mtime_ns == done
    assert stratkit("-C", broken, "lint", "--diff").code == 0


def test_what_somebody_writes_meanwhile_is_not_lost(
    broken: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = fixing.mend

    def late(*args: object, **options: object) -> object:
        mended = usual(*args, **options)
        change(broken, "Записаться", "Прийти")
        return mended

    monkeypatch.setattr(fixing, "mend", late)
    ran = stratkit("-C", broken, "lint", "--fix")
    assert ran.code == 2
    assert f"'{BOOKING}' was changed by somebody else meanwhile" in ran.err
    assert "Прийти к врачу может - каждый" in (broken / BOOKING).read_text("utf-8")


def test_only_what_counts_is_mended(broken: Path, stratkit: Run, tmp_path: Path) -> None:
    path = broken / BOOKING
    before = path.read_bytes()
    assert "files changed" not in stratkit("-C", broken, "lint", "--fix", "--ignore", "TXT").err
    assert "files changed" not in stratkit("-C", broken, "lint", "sample", "--fix").err
    stratkit("-C", broken, "lint", "--write-baseline", tmp_path / "known.json")
    assert stratkit("-C", broken, "lint", "--fix", "--baseline", tmp_path / "known.json").code == 0
    assert path.read_bytes() == before
    change(broken, "может - каждый", "может - каждый  # stratkit: ignore[TXT007] — так в акте")
    assert "files changed" not in stratkit("-C", broken, "lint", "--fix").err


def test_statistics_call_rules_by_their_titles(broken: Path, stratkit: Run) -> None:
    ran = stratkit("--lang", "ru", "-C", broken, "lint", *ONLY, "--level", "info", "--statistics")
    assert "     1  REF001  Неизвестная ссылка\n" in ran.out
    assert "     1  TXT007  Дефис вместо тире\n" in ran.out


def test_rules_of_the_dictionary_say_how_to_install_it(
    broken: Path, stratkit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionary, "is_installed", lambda: False)
    ran = stratkit("-C", broken, "lint", "--select", "pack:language")
    assert ran.code == 2
    assert "the extra 'words'" in ran.err
    assert "pip install 'stratkit[words]'" in ran.err
    assert stratkit("-C", broken, "lint").code == 1
