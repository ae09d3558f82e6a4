"""Which rules count where: settings of the workspace and what is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_examples import apply

from stratkit.diagnostics import Severity
from stratkit.diagnostics.errors import ConfigError
from stratkit.lint import lint_workspace
from stratkit.lint.packs import OPT_IN
from stratkit.lint.selection import BY_CODE, Selection
from stratkit.load import load_workspace
from stratkit.source import FolderTree, Locator

DASH = BY_CODE["TXT007"]
BOOKING = "demo/projects/health/booking.yaml"


def severity(selection: Selection, path: str = BOOKING, code: str = "TXT007") -> Severity | None:
    return selection.severity_of(BY_CODE[code], None, path)


def test_the_nearest_setting_decides() -> None:
    selection = Selection(
        severity={"TXT": "warning"},
        regions={"demo": {"TXT007": "error"}},
        paths={"*/projects/health/*": {"TXT007": "off"}, "*/projects/*/booking.yaml": {"TXT007": "info", "TXT": "off"}},
    )
    assert severity(selection, "sample/card.yaml") is Severity.WARNING
    assert severity(selection, "demo/card.yaml") is Severity.ERROR
    assert severity(selection, "demo/projects/health/records.yaml") is None
    assert severity(selection, BOOKING) is Severity.INFO
    assert severity(selection, BOOKING, "TXT006") is None
    assert severity(selection, "demo/card.yaml", "TXT006") is Severity.WARNING
    assert severity(selection, BOOKING, "REF001") is Severity.ERROR


def test_a_rule_that_is_off_runs_where_it_is_switched_on() -> None:
    off = Selection(severity={"TXT007": "off"})
    assert not off.counts(DASH)
    some = Selection(severity={"TXT007": "off"}, regions={"demo": {"TXT007": "error"}})
    assert some.counts(DASH)
    assert severity(some, "sample/card.yaml") is None
    assert not Selection(ignore=("TXT",), regions={"demo": {"TXT007": "error"}}).counts(DASH)
    assert not Selection(select=("REF",)).counts(DASH)


@pytest.mark.parametrize(
    ("lint", "words", "hint"),
    [
        ("{severity: {REF0001: error}}", "in stratkit.yaml: there is no rule 'REF0001'", "REF001"),
        ("{regions: {demo: {TXT99: 'off'}}}", "in stratkit.yaml: there is no rule 'TXT99'", "TXT"),
        ("{paths: {'*': {ref001: 'off'}}}", "there is no rule 'ref001'", "stratkit explain"),
        ("{select: [REF0001]}", "there is no rule 'REF0001'", "REF001"),
        ("{ignore: ['']}", "there is no rule ''", "stratkit explain"),
        ("{regions: {dmeo: {TXT007: 'off'}}}", "there is no region 'dmeo'", "demo"),
    ],
)
def test_misspelt_settings_stop_with_what_was_meant(tmp_path: Path, lint: str, words: str, hint: str) -> None:
    apply(f"# stratkit.yaml\nlint: {lint}", tmp_path)
    tree = FolderTree(tmp_path)
    workspace = load_workspace(tree)
    if words.endswith("''"):
        assert [one.code for one in workspace.findings] == ["SCH001"]
        return
    with pytest.raises(ConfigError) as raised:
        lint_workspace(workspace, Locator(tree.read))
    assert words in str(raised.value)
    assert hint in str(raised.value.hint)


@pytest.mark.parametrize("lint", ["{severty: {}}", "{severity: {REF001: eror}}", "{regions: {demo: [TXT007]}}"])
def test_misspelt_keys_are_findings_at_their_place(tmp_path: Path, lint: str) -> None:
    apply(f"# stratkit.yaml\nlint: {lint}", tmp_path)
    tree = FolderTree(tmp_path)
    (found,) = lint_workspace(load_workspace(tree), Locator(tree.read))
    assert found.code in ("SCH001", "SCH005")
    assert found.span.path == "stratkit.yaml"
    assert found.hint is not None or "list" in str(found.message)


def test_settings_reach_the_findings(tmp_path: Path) -> None:
    def levels(lint: str) -> list[tuple[str, str]]:
        apply(f"# stratkit.yaml\nlint: {lint}\n# {BOOKING}\ngoal: Запись  к врачу - за минуту", tmp_path)
        tree = FolderTree(tmp_path)
        return [(one.code, one.severity.label) for one in lint_workspace(load_workspace(tree), Locator(tree.read))]

    assert levels("{}") == [("TXT006", "info"), ("TXT007", "info")]
    assert levels("{select: [TXT007]}") == [("TXT007", "info")]
    assert levels("{ignore: [TXT007]}") == [("TXT006", "info")]
    assert levels("{regions: {demo: {TXT: error}}}") == [("TXT006", "error"), ("TXT007", "error")]
    assert levels("{regions: {sample: {TXT: error}}}") == [("TXT006", "info"), ("TXT007", "info")]
    assert levels("{paths: {'*/projects/health/*': {TXT006: 'off'}}}") == [("TXT007", "info")]


@pytest.mark.parametrize(
    ("lint", "expected"),
    [
        ("{}", ["REF001"]),
        ("{regions: {demo: {TXT007: error}}}", ["REF001", "TXT007"]),
        ("{severity: {pack:typography: error, REF: info}}", ["TXT006", "TXT007"]),
        (
            "{severity: {TXT006: error}, paths: {'*/projects/health/*': {TXT006: 'on', TXT007: error}}}",
            ["REF001", "TXT007"],
        ),
        ("{ignore: [REF001]}", []),
    ],
)
def test_a_run_for_errors_alone_finds_the_errors_of_a_whole_one(tmp_path: Path, lint: str, expected: list[str]) -> None:
    mistakes = "goal: Запись  к врачу - за минуту\nchallenges: [no-such-challenge]"
    apply(f"# stratkit.yaml\nlint: {lint}\n# {BOOKING}\n{mistakes}", tmp_path)
    tree = FolderTree(tmp_path)
    workspace = load_workspace(tree)
    found = lint_workspace(workspace, Locator(tree.read), least=Severity.ERROR)
    whole = lint_workspace(workspace, Locator(tree.read))
    assert found == [one for one in whole if one.severity is Severity.ERROR]
    assert sorted(one.code for one in found) == expected
    assert len(whole) > len(found)


def test_rules_that_can_find_no_error_do_not_run_for_errors_alone() -> None:
    errors = Selection(least=Severity.ERROR)
    assert not errors.counts(DASH)
    assert errors.counts(BY_CODE["REF001"])
    assert Selection(least=Severity.ERROR, paths={BOOKING: {"TXT": "error"}}).counts(DASH)
    assert not Selection(least=Severity.ERROR, severity={"TXT": "warning"}).counts(DASH)
    assert Selection(least=Severity.WARNING).counts(BY_CODE["TRM002"])  # a finding of it may be worse than the rule
    assert not Selection(least=Severity.WARNING).counts(DASH)


def test_a_pack_switches_its_rules() -> None:
    selection = Selection(severity={"pack:typography": "off", "TXT007": "error"})
    assert severity(selection, code="TXT006") is None
    assert severity(selection, code="TXT007") is Severity.ERROR
    assert severity(selection, code="REF001") is Severity.ERROR
    only = Selection(select=("pack:typography",), ignore=("TXT006",))
    assert [code for code, rule in BY_CODE.items() if only.counts(rule) and rule.group == "TXT"] == [
        code for code, rule in BY_CODE.items() if "typography" in rule.packs and code != "TXT006"
        and rule.status != "preview"
    ]  # fmt: skip
    assert not only.counts(BY_CODE["REF001"])


def test_of_two_packs_the_later_one_decides_and_any_code_before_both() -> None:
    assert (
        severity(Selection(severity={"pack:typography": "error", "pack:official-text": "off"}), code="TXT013") is None
    )
    later = Selection(severity={"pack:official-text": "off", "pack:typography": "error"})
    assert severity(later, code="TXT013") is Severity.ERROR
    code = Selection(severity={"TXT": "info", "pack:typography": "error"})
    assert severity(code, code="TXT013") is Severity.INFO


def test_packs_by_region_and_by_path() -> None:
    selection = Selection(
        severity={"pack:typography": "off"},
        regions={"demo": {"pack:typography": "on"}},
        paths={"*/projects/health/*": {"pack:typography": "error"}},
    )
    assert severity(selection, "sample/card.yaml") is None
    assert severity(selection, "demo/card.yaml") is Severity.INFO
    assert severity(selection, BOOKING) is Severity.ERROR


@pytest.mark.parametrize("code", [code for code, rule in BY_CODE.items() if rule.status == "preview"])
def test_a_preview_is_on_only_if_it_is_meant(code: str) -> None:
    rule = BY_CODE[code]
    assert not Selection().counts(rule)
    assert not Selection(select=(code[:3],)).counts(rule)
    assert not Selection(severity={code[:3]: "error"}).counts(rule)
    assert Selection(select=(code,)).counts(rule)
    (pack,) = (f"pack:{name}" for name in rule.packs if name in OPT_IN)
    assert Selection(select=(pack,)).counts(rule)
    assert severity(Selection(severity={pack: "on"}), code=code) is rule.severity
    assert severity(Selection(severity={pack: "on", code: "off"}), code=code) is None
    assert not Selection(severity={pack: "on", code[:3]: "off"}).counts(rule)
    assert not Selection(select=tuple(f"pack:{name}" for name in OPT_IN if name not in rule.packs)).counts(rule)


def test_a_pack_that_does_not_exist_is_named_with_what_was_meant() -> None:
    with pytest.raises(ConfigError) as raised:
        Selection(severity={"pack:typografy": "off"})
    assert str(raised.value) == "there is no pack of rules 'typografy'"
    assert str(raised.value.hint) == "did you mean 'pack:typography'?"
    with pytest.raises(ConfigError) as raised:
        Selection(select=("pack:zzzzzz",))
    assert "official-text" in str(raised.value.hint)


@pytest.mark.parametrize(
    "lint",
    [
        "{severity: {pack:typography: off}}",
        "{severity: {TXT: off}}",
        "{regions: {demo: {TXT: off}}}",
        "{paths: {'*/projects/health/*': {pack:typography: off}}}",
    ],
)
def test_off_needs_no_quotes_where_rules_are_switched(tmp_path: Path, lint: str) -> None:
    apply(f"# stratkit.yaml\nlint: {lint}\n# {BOOKING}\ngoal: Запись  к врачу - за минуту", tmp_path)
    tree = FolderTree(tmp_path)
    assert lint_workspace(load_workspace(tree), Locator(tree.read)) == []


@pytest.mark.parametrize("lint", ["{severity: {TXT: Off}}", "{severity: {TXT: no}}", "{severity: {TXT: да}}"])
def test_other_words_for_no_stay_ambiguous(tmp_path: Path, lint: str) -> None:
    apply(f"# stratkit.yaml\nlint: {lint}", tmp_path)
    tree = FolderTree(tmp_path)
    (found,) = lint_workspace(load_workspace(tree), Locator(tree.read))
    assert found.code == "YML007"


def test_off_elsewhere_in_the_settings_stays_ambiguous(tmp_path: Path) -> None:
    apply("# stratkit.yaml\ntitle: off\nlint: {severity: {TXT: off}}", tmp_path)
    tree = FolderTree(tmp_path)
    (found,) = lint_workspace(load_workspace(tree), Locator(tree.read))
    assert found.code == "YML007"
    line = (tmp_path / "stratkit.yaml").read_text("utf-8").splitlines()[found.span.line - 1]
    assert line == "title: off"
