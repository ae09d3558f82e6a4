"""``stratkit explain`` and ``stratkit completion``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.cli.main import COMMANDS
from stratkit.lint.documentation import EXPLANATIONS, parts
from stratkit.lint.packs import PACKS
from stratkit.lint.rules import RULES
from tests.conftest import Ran

Run = Callable[..., Ran]


@pytest.mark.parametrize("form", EXPLANATIONS)
def test_all_rules_are_listed(stratkit: Run, form: str) -> None:
    ran = stratkit("explain", "--format", form)
    assert ran.code == 0
    for rule in RULES:
        line = next(line for line in ran.out.splitlines() if rule.code in line)
        assert rule.name in line
        assert rule.title in line
        assert rule.summary.replace("|", "\\|" if form == "markdown" else "|") in line


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_in_both_forms(stratkit: Run, rule: object) -> None:
    from stratkit.lint.rule import Rule

    assert isinstance(rule, Rule)
    text = stratkit("explain", rule.code).out
    page = stratkit("explain", rule.name, "--format", "markdown").out
    assert text.startswith(f"{rule.code} {rule.title}\n")
    assert f"\nname: {rule.name}\n" in text
    assert page.startswith(f"# {rule.code} {rule.title}\n")
    assert f"\n- name: {rule.name}\n" in page
    for part in parts(rule):
        if part.kind == "example":
            assert f"```yaml\n{part.text}\n```" in page
        else:
            assert part.text in page
        assert part.text.splitlines()[-1].strip() in text
    assert [part.text for part in parts(rule) if part.kind == "heading"][:1] == ["Why this is bad"]


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_the_list_of_rules_fits_the_terminal(width: int) -> None:
    lines = EXPLANATIONS["text"].table(str, RULES[:40], width).splitlines()
    assert len(lines) == 41
    assert max(map(len, lines)) <= max(width, 60)
    assert all(rule.code in line and rule.title in line for rule, line in zip(RULES, lines[1:], strict=False))
    assert (RULES[0].summary[:20] in lines[1]) is (width > 60)


def test_a_group_of_rules_is_listed(stratkit: Run) -> None:
    shown = stratkit("explain", "sup").out.splitlines()
    assert [line[:6] for line in shown[1:]] == [rule.code for rule in RULES if rule.code.startswith("SUP")]


def test_names_and_small_letters_are_understood(stratkit: Run) -> None:
    assert stratkit("explain", "ref001").out == stratkit("explain", "Unknown-Reference").out


def test_a_rule_says_how_it_is_mended_on_what_it_rests_and_in_which_packs_it_is(stratkit: Run) -> None:
    assert "'stratkit lint --fix' mends it" in stratkit("explain", "TXT007").out
    assert "'stratkit lint --unsafe-fixes' mends it" in stratkit("explain", "REF001").out
    text = stratkit("explain", "OFF001").out
    assert "it has to be mended by hand" in text
    assert "packs: official-text\n" in text
    assert "No. 92 (in force since 2025-01-01)" in text


def test_a_pack_lists_its_rules_and_all_packs_stand_below_all_rules(stratkit: Run) -> None:
    listed = stratkit("explain", "pack:official-text").out
    assert {line.split()[0] for line in listed.splitlines()[1:]} == {
        rule.code for rule in RULES if "official-text" in rule.packs
    }
    everything = stratkit("explain").out
    assert all(f"pack:{pack} " in everything for pack in PACKS)
    ran = stratkit("explain", "pack:officiel-text")
    assert ran.code == 2
    assert "did you mean 'pack:official-text'" in ran.err


@pytest.mark.parametrize(
    ("asked", "advice"),
    [("REF0001", "REF001"), ("unknwon-key", "unknown-key"), ("§", "'stratkit explain' lists all rules")],
)
def test_an_unknown_rule_ends_with_advice(stratkit: Run, asked: str, advice: str) -> None:
    ran = stratkit("explain", asked)
    assert (ran.code, ran.out) == (2, "")
    assert f"there is no rule '{asked}'" in ran.err
    assert advice in ran.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_is_printed(stratkit: Run, shell: str) -> None:
    ran = stratkit("completion", shell)
    assert ran.code == 0
    assert "_STRATKIT_COMPLETE" in ran.out


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_the_completion_script_completes(tmp_path: Path, stratkit: Run) -> None:
    script = tmp_path / "completion.bash"
    script.write_text(stratkit("completion", "bash").out, encoding="utf-8")
    starter = tmp_path / "stratkit"
    starter.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m stratkit "$@"\n', encoding="utf-8")
    starter.chmod(0o755)
    # python -m calls itself otherwise; the variable that click looks for follows the name.
    asked = {"_STRATKIT_COMPLETE": "bash_complete", "COMP_WORDS": "stratkit sch", "COMP_CWORD": "1"}
    code = "import sys; sys.argv = ['stratkit']; from stratkit.cli.main import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **asked}, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["plain,schema"]
    checked = subprocess.run(["bash", "-n", str(script)], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_every_command_of_the_table_can_be_loaded_and_shows_examples(stratkit: Run) -> None:
    for name in COMMANDS:
        ran = stratkit(name, "--help")
        assert ran.code == 0, name
        assert "Examples:" in ran.out or "Commands:" in ran.out, name
