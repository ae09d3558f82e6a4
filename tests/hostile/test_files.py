"""Nothing is written outside of the output folder, nothing outside of the workspace is read, and `serve` shows nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.conftest import Ran
from tests.hostile.conftest import secret, snapshot

Run = Callable[..., Ran]
NAMES = (
    "..",
    "../x",
    "../../etc/passwd",
    "/etc/passwd",
    "a/b",
    "a\\b",
    "C:x",
    ".",
    ".hidden",
    "con/..",
    "x\0y",
    "Ж",
    "bооking",
    "A",
    "-x",
    "a--b",
    "x" * 65,
    "",
)
RESERVED = ("con", "nul", "aux", "prn", "com1", "lpt1", "index", "projects", "assets", "search", "404")


def changed(file: Path, **fields: object) -> None:
    data = yaml.safe_load(file.read_text())
    data.update(fields)
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("path", "key"),
    [("demo/projects/health/booking.yaml", "id"), ("demo/strategy.yaml", "id"), ("demo/bodies.yaml", "bodies")],
)
def test_an_id_that_is_no_id_is_a_finding_and_no_path(
    tmp_path: Path, corpus: Path, stratkit: Run, path: str, key: str, name: str
) -> None:
    value = yaml.safe_load((corpus / path).read_text())[key]
    changed(corpus / path, **{key: name if key == "id" else [{**value[0], "id": name}, *value[1:]]})
    linted = stratkit("-C", corpus, "lint", "--format", "concise")
    assert linted.code == 1
    assert re.search(rf"{re.escape(path)}:\S* .*(SCH001|YML001)", linted.out), linted.out
    before = snapshot(tmp_path)
    built = stratkit("-C", corpus, "build", "-o", tmp_path / "site")
    assert built.code == 2
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("name", RESERVED)
def test_reserved_names_as_ids_stay_inside_and_take_nobodys_place(
    tmp_path: Path, corpus: Path, stratkit: Run, name: str
) -> None:
    project = corpus / "demo/projects/health/booking.yaml"
    project.write_text(project.read_text().replace("id: booking", f"id: '{name}'"))
    project.rename(project.with_name(f"{name}.yaml"))
    built = stratkit("-C", corpus, "build", "-o", tmp_path / "site", "--keep-going")
    assert built.code in (0, 2), built.err
    assert {path.name for path in tmp_path.iterdir()} <= {"strategies", "schema", "site"}
    if built.code == 0:
        names = [path.relative_to(tmp_path / "site").as_posix().casefold() for path in (tmp_path / "site").rglob("*")]
        assert len(names) == len(set(names))


def test_two_folders_that_differ_by_case_only_do_not_share_a_page(tmp_path: Path, corpus: Path, stratkit: Run) -> None:
    (corpus / "Demo").mkdir()
    for file in (corpus / "demo").glob("*.yaml"):
        (corpus / "Demo" / file.name).write_bytes(file.read_bytes())
    built = stratkit("-C", corpus, "build", "-o", tmp_path / "site", "--keep-going")
    assert "Traceback" not in built.err
    assert built.code == 2
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("place", ["demo/card.yaml", "demo", "demo/projects", "stratkit.yaml", "catalog"])
def test_links_out_of_the_workspace_are_not_read(tmp_path: Path, corpus: Path, stratkit: Run, place: str) -> None:
    file = secret(tmp_path)
    target = corpus / place
    moved = tmp_path / "moved"
    target.rename(moved)
    target.symlink_to(file if place.endswith(".yaml") else tmp_path)
    for command in (("lint", "--format", "text"), ("build", "-o", tmp_path / "site", "--keep-going")):
        ran = stratkit("-C", corpus, *command)
        assert "Traceback" not in ran.err
        assert "TOP-SECRET" not in ran.out + ran.err
    site = tmp_path / "site"
    assert not any(b"TOP-SECRET" in path.read_bytes() for path in site.rglob("*") if path.is_file())


def test_links_in_the_output_are_not_followed(tmp_path: Path, corpus: Path, stratkit: Run) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    assert stratkit("-C", corpus, "build", "-o", site).code == 0
    outside.mkdir()
    (outside / "index.html").write_text("mine")
    for path in ("index.html", "demo/index.html"):
        (site / path).unlink()
        (site / path).symlink_to(outside / "index.html")
    (site / "assets").rename(site / "was")
    (site / "assets").symlink_to(outside)
    before = snapshot(outside)
    project = corpus / "demo/projects/health/booking.yaml"
    project.write_text(project.read_text().replace("goal: ", "goal: Иначе ", 1))
    ran = stratkit("-C", corpus, "build", "-o", site)
    assert "Traceback" not in ran.err
    assert snapshot(outside) == before
    assert ran.code == 2 or not (site / "index.html").is_symlink()


@pytest.mark.parametrize("command", [("build", "-o"), ("export", "demo", "-o"), ("document", "demo", "-o")])
def test_an_output_that_is_a_link_to_a_folder_of_others_is_left_alone(
    tmp_path: Path, corpus: Path, stratkit: Run, command: tuple[str, ...]
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "letter.txt").write_text("mine")
    (tmp_path / "out").symlink_to(outside)
    before = snapshot(outside)
    ran = stratkit("-C", corpus, *command, tmp_path / "out")
    assert ran.code == 2, ran.out
    assert "Traceback" not in ran.err
    assert snapshot(outside) == before


@pytest.mark.parametrize("name", [*NAMES, "--help", "demo", "catalog"])
@pytest.mark.parametrize(
    "command", [("new", "region"), ("new", "project", "demo", "health"), ("new", "indicator", "demo", "health")]
)
def test_a_name_on_the_command_line_never_leads_out(
    tmp_path: Path, corpus: Path, stratkit: Run, command: tuple[str, ...], name: str
) -> None:
    if "\0" in name:
        pytest.skip("no command line can hold it")
    if name == "demo" and command[1] != "region":
        pytest.skip("a good id here")
    if name == "catalog" and command[1] != "region":
        pytest.skip("a good id here")
    before = snapshot(tmp_path)
    more = {
        "region": ("--name", "Область"),
        "project": ("--title", "x"),
        "indicator": ("--title", "x", "--unit", "percent", "--direction", "up"),
    }
    ran = (
        stratkit("-C", corpus, *command, *more[command[1]], "--", name)
        if name != "--help"
        else stratkit("-C", corpus, *command, "--", name)
    )
    assert ran.code == 2, ran.out
    assert "Traceback" not in ran.err
    assert snapshot(tmp_path) == before


def test_lint_fix_and_fmt_follow_no_link_out(tmp_path: Path, corpus: Path, stratkit: Run) -> None:
    file = tmp_path / "secret.yaml"
    file.write_text((corpus / "demo/card.yaml").read_text() + "   \n")
    (corpus / "demo/card.yaml").unlink()
    (corpus / "demo/card.yaml").symlink_to(file)
    before = file.read_bytes()
    stratkit("-C", corpus, "fmt")
    stratkit("-C", corpus, "lint", "--fix")
    assert file.read_bytes() == before
