"""What the command line loads before it knows what to do: ``--help`` and completion must answer at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from stratkit.diagnostics.language import LANGUAGES

ALLOWED = {
    "stratkit",
    "stratkit.cli",
    "stratkit.cli.app",
    "stratkit.cli.commands",
    "stratkit.cli.main",
    "stratkit.diagnostics",
    "stratkit.diagnostics.diagnostic",
    "stratkit.diagnostics.errors",
    "stratkit.diagnostics.language",
    "stratkit.diagnostics.message",
    "stratkit.diagnostics.pattern",
    "stratkit.diagnostics.rewrite",
    "stratkit.diagnostics.span",
    "stratkit.immutable",
}
"""Every module of ours that start-up may import; from others only click and what comes with Python."""

PROGRAM = """
import json, sys
from stratkit.cli.main import main
sys.argv = json.loads(sys.argv[1])
try:
    main()
except SystemExit:
    pass
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["--help"], {}),
        (["--lang", "en", "--help"], {}),
        (["--version"], {}),
        ([], {"_STRATKIT_COMPLETE": "bash_complete", "COMP_WORDS": "stratkit ", "COMP_CWORD": "1"}),
        ([], {"_STRATKIT_COMPLETE": "bash_complete", "COMP_WORDS": "stratkit li", "COMP_CWORD": "1"}),
        ([], {"_STRATKIT_COMPLETE": "fish_source"}),
    ],
)
def test_start_up_loads_little(arguments: list[str], environment: dict[str, str]) -> None:
    program = [sys.executable, "-c", PROGRAM, json.dumps(["stratkit", *arguments])]
    ran = subprocess.run(program, env={**os.environ, **environment}, capture_output=True, text=True, check=True)
    loaded = set(json.loads(ran.stderr.splitlines()[-1]))
    foreign = {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names - {"click", "stratkit", "__main__"}
    # What editable installations and the tools of virtual environments load by themselves is not of our making.
    assert {name for name in foreign if not name.startswith(("_", "sitecustomize", "__editable__"))} == set()
    assert {name for name in loaded if name.partition(".")[0] == "stratkit"} <= ALLOWED
    assert ran.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["lint", "demo"],
        ["document", "demo", "--format", "html"],
        ["export", "demo"],
        ["explain", "REF001"],
        ["build", "-o", "{site}"],
    ],
)
def test_what_makes_schemas_is_loaded_for_schemas_alone(arguments: list[str], corpus: Path, tmp_path: Path) -> None:
    words = [word.format(site=tmp_path / "site") for word in arguments]
    program = [sys.executable, "-c", PROGRAM, json.dumps(["stratkit", "-C", str(corpus), *words])]
    ran = subprocess.run(program, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in json.loads(ran.stderr.splitlines()[-1])}
    assert "stratkit" in loaded
    assert "pydantic" not in loaded


RULES = "stratkit.lint.rules."
ERRORS = {
    "broken_succession",
    "duplicate_number",
    "indicator_without_unit",
    "region_claimed_twice",
    "reused_id",
    "reversed_term",
}
"""The rules that look for errors and need no former edition."""


@pytest.mark.parametrize(
    ("command", "lint", "loaded"),
    [
        (["document", "demo", "--format", "html"], "{}", ERRORS),
        (["export", "demo"], "{}", ERRORS),
        (["export", "demo"], "{severity: {TXT006: error}}", ERRORS | {"double_space"}),
        (["export", "demo"], "{regions: {demo: {TXT006: error}}}", ERRORS | {"double_space"}),
        (["explain", "REF008"], "{}", {"reused_id"}),
        (["export", "demo"], "{severity: {REF008: warning}}", ERRORS - {"reused_id"}),
    ],
)
def test_a_command_loads_the_rules_that_can_stop_it(
    command: list[str], lint: str, loaded: set[str], corpus: Path
) -> None:
    with (corpus / "stratkit.yaml").open("a", encoding="utf-8") as file:
        file.write(f"lint: {lint}\n")
    program = [sys.executable, "-c", PROGRAM, json.dumps(["stratkit", "-C", str(corpus), *command])]
    ran = subprocess.run(program, capture_output=True, text=True, check=True)
    names = json.loads(ran.stderr.splitlines()[-1])
    assert {name.removeprefix(RULES) for name in names if name.startswith(RULES)} == loaded
    assert "stratkit.lint.words" not in names or "double_space" in loaded


def test_completion_offers_every_command_with_its_summary() -> None:
    environment = {"_STRATKIT_COMPLETE": "zsh_complete", "COMP_WORDS": "stratkit --lang en e", "COMP_CWORD": "3"}
    program = [sys.executable, "-c", "import sys; sys.argv = ['stratkit']; from stratkit.cli.main import main; main()"]
    ran = subprocess.run(program, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    assert "explain\nExplain a rule." in ran.stdout
    assert "export" in ran.stdout
    assert "lint" not in ran.stdout


def test_what_was_printed_arrives_whole_although_the_program_ends_at_once(corpus: Path) -> None:
    command = [sys.executable, "-m", "stratkit", "-C", str(corpus)]
    printed = subprocess.run([*command, "export", "demo"], capture_output=True, check=True)
    assert json.loads(printed.stdout)["id"] == "demo"
    wrong = subprocess.run([*command, "export", "nobody"], capture_output=True, text=True, check=False)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "nobody" in wrong.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_library_of_the_command_line_speaks_the_language(language: str) -> None:
    command = [sys.executable, "-m", "stratkit", "--lang", language, "build", "--nothing-like-it"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ("Нет параметра" in ran.stderr) is (language == "ru")
    assert ("No such option" in ran.stderr) is (language == "en")
