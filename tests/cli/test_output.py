"""Where a command writes: a forgotten name is no file, and a folder that it makes is named."""

import pytest


@pytest.mark.parametrize("command", ["document", "export", "build", "schema", "amend"])
def test_a_name_that_looks_like_an_option_is_refused(command, stratkit, corpus, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = stratkit("-C", corpus, command, "-o", "--help")
    assert ran.code == 2
    assert "'--help' looks like an option" in ran.err
    assert not (tmp_path / "--help").exists()


def test_a_name_that_begins_like_an_option_can_be_written(stratkit, corpus, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert stratkit("-C", corpus, "schema", "-o", "./--odd").code == 0
    assert (tmp_path / "--odd").is_dir()


def test_a_folder_that_was_missing_is_named_once(stratkit, corpus, tmp_path):
    region = min(path.parent.name for path in corpus.glob("*/strategy.yaml"))
    target = tmp_path / "new" / "deep"
    ran = stratkit("-C", corpus, "document", region, "--keep-going", "--format", "md", "--format", "html", "-o", target)
    assert ran.code == 0
    assert ran.err.count(f"the folder '{target}' was made") == 1
    again = stratkit("-C", corpus, "document", region, "--keep-going", "--format", "md", "-o", target / "one.md")
    assert "was made" not in again.err


def test_standard_output_has_its_name(stratkit, corpus):
    region = min(path.parent.name for path in corpus.glob("*/strategy.yaml"))
    ran = stratkit("-C", corpus, "document", region, "--keep-going", "--format", "md", "-o", "-")
    assert ran.code == 0
    assert ran.out == stratkit("-C", corpus, "document", region, "--keep-going", "--format", "md").out != ""
