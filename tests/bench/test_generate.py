"""What measurements stand on: workspaces that are always the same, clean, and edited in one place."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bench.emit import emit
from bench.generate import MOST, Name, generate
from bench.mutate import EDITS

FILES = 40


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def errors(folder: Path) -> list[str]:
    command = [sys.executable, "-m", "stratkit", "-C", str(folder), "lint", "--level", "error", "--format", "concise"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "workspace"
    generate(folder, 2, FILES)
    return folder


@pytest.fixture
def workspace(made, tmp_path):
    return shutil.copytree(made, tmp_path / "workspace")


def test_the_same_seed_gives_the_same_bytes(made, tmp_path):
    generate(tmp_path / "again", 2, FILES)
    assert contents(tmp_path / "again") == contents(made)


def test_another_seed_gives_another_workspace(made, tmp_path):
    generate(tmp_path / "other", 2, FILES, seed=2)
    assert contents(tmp_path / "other").keys() == contents(made).keys()
    assert contents(tmp_path / "other") != contents(made)


def test_a_region_is_the_same_however_many_there_are(made, tmp_path):
    generate(tmp_path / "one", 1, FILES)
    alone = contents(tmp_path / "one")
    assert {path: data for path, data in contents(made).items() if path in alone} == alone


def test_each_region_has_as_many_files_as_asked(made):
    assert len(list((made / Name.of(0).id).rglob("*.yaml"))) == FILES
    assert len(list((made / Name.of(1).id).rglob("*.yaml"))) == FILES


def test_the_workspace_has_no_errors(made):
    assert errors(made) == []


def test_enough_regions_have_names_of_their_own():
    assert len({Name.of(number).id for number in range(MOST)}) == MOST >= 890


def test_more_regions_than_names_are_refused(tmp_path):
    with pytest.raises(ValueError, match="regions"):
        generate(tmp_path / "many", MOST + 1)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_changes_one_file_and_is_taken_back(workspace, name):
    before = contents(workspace)
    edit = EDITS[name](workspace, None)
    path = str(edit.apply().relative_to(workspace))
    after = contents(workspace)
    assert {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)} == {path}
    edit.restore()
    assert contents(workspace) == before


def test_edited_workspaces_have_no_errors_either(workspace):
    for make in EDITS.values():
        make(workspace, None).apply()
    assert errors(workspace) == []


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_made_again_changes_the_file_again(workspace, name):
    EDITS[name](workspace, None).apply()
    before = contents(workspace)
    EDITS[name](workspace, None).apply()
    assert contents(workspace) != before


def test_emitted_yaml_says_what_was_meant():
    value = {
        "a": "words",
        "b": ["x", "y, z"],
        "c": {"d": None, "e": True, "f": 1.5},
        "g": [{"text": "слово: " * 40 + "конец"}, {"n": "2021", "q": 'say "so"'}],
        "h": "first\n\n- second\n",
        "i": "yes",
        "j": "long enough " * 20 + "end",
        2022: "# no comment",
    }
    assert yaml.safe_load(emit(value)) == value
