"""What every rule promises: one code, one name, one file, documentation whose examples are true."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from rule_examples import CORPUS, EVERYTHING, findings, lint, places

from stratkit.diagnostics.language import translations
from stratkit.lint.fixing import can_mend
from stratkit.lint.packs import MEANINGS, OPT_IN, PACKS
from stratkit.lint.rule import Rule
from stratkit.lint.rules import RULES
from stratkit.lint.selection import Selection

DOCS = Path(__file__).parent.parent.parent / "docs"
CASES = Path(__file__).parent / "cases"
SECTIONS = ["Why this is bad", "Example", "Use instead"]
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def test_codes_and_names_are_unique_and_sorted():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_file_of_rules_is_listed():
    folder = Path(importlib.import_module("stratkit.lint.rules").__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert files == {rule.name.replace("-", "_") for rule in RULES}


def test_the_corpus_is_clean():
    found = lint(CORPUS)
    assert [f"{one.span} {one.code} {one.message}" for one in found] == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_rule_has_a_title_of_its_own_in_good_form(language: str):
    """Officials read titles where programs read names: short, no stop at the end, right quotes, in their language."""
    translate = translations(language).gettext
    titles = {rule.code: translate(rule.title) for rule in RULES}
    assert len(set(titles.values())) == len(RULES)
    for code, title in titles.items():
        assert 5 <= len(title) <= 48, code
        assert title[0].isupper() or title[0] == "«", code
        assert re.fullmatch(r"[^.!?\s]+( [^.!?\s]+)*", title), code
        assert not re.search(r"[\"'“”„]| - |\d{3}", title), code
        assert bool(re.search("[А-Яа-яЁё]", title)) == (language == "ru"), code


@every_rule
def test_code_and_name_have_the_usual_form(rule: Rule):
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.name)
    module = importlib.import_module(f"stratkit.lint.rules.{rule.name.replace('-', '_')}")
    assert getattr(module, rule.name.replace("-", "_")) is rule


@every_rule
def test_documentation_has_all_sections_in_order(rule: Rule):
    assert re.findall(r"^## (.+)$", rule.doc, re.MULTILINE) == SECTIONS
    assert all(rule.section(title).strip() for title in SECTIONS)
    assert rule.summary.endswith(".")


@every_rule
def test_example_raises_its_own_code_on_the_marked_lines_only(rule: Rule, changed):
    folder, applied = changed(_body(rule, "Example"))
    found = findings(folder, rule.code, _with_broken(rule))
    assert applied.wanted(rule.code), "the example marks no line"
    assert places(found, applied) == applied.wanted(rule.code)
    for one in found:
        assert str(one.message)
        assert not str(one.message).endswith(".")
        assert one.rule == rule.name


@every_rule
def test_what_to_use_instead_raises_nothing(rule: Rule, changed):
    folder, _ = changed(_body(rule, "Use instead"))
    assert findings(folder, rule.code) == []


@every_rule
def test_every_rule_is_in_a_pack(rule: Rule):
    assert rule.packs
    assert len(set(rule.packs)) == len(rule.packs)
    assert set(rule.packs) <= set(PACKS)
    assert bool(set(OPT_IN) & set(rule.packs)) == (rule.status == "preview")
    assert bool(rule.extra) == ("language" in rule.packs)


def test_every_pack_has_a_meaning_and_a_rule():
    assert tuple(MEANINGS) == PACKS
    assert {pack for rule in RULES for pack in rule.packs} == set(PACKS)


def test_rules_about_the_electronic_text_of_acts_name_their_clause():
    assert all(rule.clause is not None for rule in RULES if "official-text" in rule.packs)
    assert all(rule.clause is not None for rule in RULES if "accessibility" in rule.packs)


def test_the_guide_names_every_rule_under_what_it_sees():
    """``docs/rule-families.md`` walks through the families of mistakes; no rule is left out, none is invented."""
    text = (DOCS / "rule-families.md").read_text("utf-8")
    assert set(re.findall(r"\b[A-Z]{3}\d{3}\b", text)) == {rule.code for rule in RULES}


@every_rule
def test_a_rule_is_mended_as_it_says(rule: Rule, changed):
    """In its example and in all its bad cases: a fix that is not declared, or one that never comes, is a lie."""
    texts = [_body(rule, "Example"), *(path.read_text("utf-8") for path in sorted(CASES.glob(f"{rule.code}/bad_*")))]
    met = set()
    for text in texts:
        folder, _ = changed(text)
        for one in findings(folder, rule.code, _with_broken(rule)):
            safe = can_mend(one, unsafe=False)
            met.add("safe" if safe else "unsafe" if can_mend(one, unsafe=True) else "none")
    assert met <= {rule.fix, "none"}
    assert rule.fix in met


@every_rule
def test_no_finding_weighs_more_than_its_rule_says(rule: Rule, changed):
    """Otherwise a run that asks for errors alone would leave the rule out and miss it."""
    texts = [_body(rule, "Example"), *(path.read_text("utf-8") for path in sorted(CASES.glob(f"{rule.code}/bad_*")))]
    for text in texts:
        folder, _ = changed(text)
        assert all(one.severity <= rule.heaviest for one in findings(folder, rule.code, _with_broken(rule)))


def _body(rule: Rule, title: str) -> str:
    """A section without its indentation."""
    return "\n".join(line.removeprefix("    ") for line in rule.section(title).splitlines())


def _with_broken(rule: Rule) -> Selection:
    """Everything; for the rule about broken rules also the one that breaks."""
    return Selection(select=()) if rule.code == "INT001" else EVERYTHING
