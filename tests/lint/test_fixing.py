"""What a program can mend: exactly that changes, and a second run changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rule_examples import EVERYTHING, apply, lint
from test_cases import BAD

from stratkit.diagnostics import Diagnostic, Edit, Fix, Span
from stratkit.diagnostics.rewrite import renaming, substitution
from stratkit.lint.engine import judge
from stratkit.lint.fixing import Mended, can_mend, mend
from stratkit.lint.rules import RULES
from stratkit.lint.rules.double_space import _FOUND as DOUBLE_SPACE
from stratkit.load import Known, load_workspace
from stratkit.source import FolderTree, Tree, parse
from stratkit.source.edits import apply_fixes, fix_of
from stratkit.source.positions import Locator
from stratkit.source.reader import positions

BOOKING = "demo/projects/health/booking.yaml"
KNOWN: Known = {}


def found_in(tree: Tree) -> tuple[Diagnostic, ...]:
    return judge(load_workspace(tree, known=KNOWN), Locator(tree.read), EVERYTHING).findings


def mended(folder: Path, *, unsafe: bool = False) -> Mended:
    result = mend(FolderTree(folder), found_in, unsafe=unsafe)
    for path, data in result.files.items():
        (folder / path).write_bytes(data)
    return result


def put(folder: Path, goal: str) -> Path:
    apply(f"# {BOOKING}\n{goal}", folder)
    return folder / BOOKING


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ('goal: Сервис "Запись" готов  # "так"', 'goal: Сервис «Запись» готов  # "так"'),
        ("goal: 'Сервис \"Запись\" - это  ''всё'' , да'", "goal: 'Сервис «Запись» – это ''всё'', да'"),
        (
            'goal: "«Сервис \\"Запись\\"» - \\u0434а"',
            'goal: "«Сервис \\"Запись\\"» - \\u0434а"',
        ),  # a rare escape: left alone
        ('goal: "«Сервис \\"Запись\\"» - да"', 'goal: "«Сервис „Запись“» – да"'),
        ("goal: Запись - это\n  просто  -\n  да  # - и  всё", "goal: Запись – это\n  просто –\n  да  # - и  всё"),
        (
            "description: |\n  Одно - два  три.\n\n  - список - тут",
            "description: |\n  Одно – два три.\n\n  - список – тут",
        ),
        ("description: >-\n  Одно - два\n  три , и\n\n  всё", "description: >-\n  Одно – два\n  три, и\n\n  всё"),
        (
            "milestones:\n  - {by: 2023, text: 'Раз - два' }  # тут",
            "milestones:\n  - {by: 2023, text: 'Раз – два' }  # тут",
        ),
    ],
)
def test_safe_fixes_change_the_signs_and_nothing_else(tmp_path: Path, goal: str, expected: str) -> None:
    path = put(tmp_path, goal)
    before = path.read_text("utf-8")
    mended(tmp_path)
    assert path.read_text("utf-8") == before.replace(goal, expected)
    assert mended(tmp_path).files == {}


def test_line_ends_and_mark_stay_unless_they_are_mended(tmp_path: Path) -> None:
    path = put(tmp_path, "goal: Раз - два")
    data = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    fix = next(one.fix for one in lint(tmp_path) if one.code == "TXT007")
    after, applied = apply_fixes(data, [fix])
    assert applied == [fix]
    assert after == data.replace(" - два".encode(), " – два".encode())
    path.write_bytes(data)
    assert mended(tmp_path).counts == {"TXT007": 1, "YML005": 1, "YML006": 1}
    assert not path.read_bytes().startswith(b"\xef")
    assert b"\r" not in path.read_bytes()


def test_keys_are_put_in_order_and_comments_stay(tmp_path: Path) -> None:
    path = put(tmp_path, "goal: Записаться\n# о номере\nnumber: 1  # первый")
    text = path.read_text("utf-8").replace("number: 1  # первый\n", "").replace("# о номере\n", "")
    path.write_text(
        text.replace("stratkit: project/1\n", "stratkit: project/1\n") + "# о номере\nnumber: 1  # первый\n", "utf-8"
    )
    assert mended(tmp_path).counts == {"FRM001": 1}
    assert "id: booking\n# о номере\nnumber: 1  # первый\nindustry: health\n" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("challenges: [queue]  # одна", "challenges: [queues]  # одна"),
        ("gaol: Записаться", "goal: Записаться"),
        ('responsible: ["health-ministri"]', 'responsible: ["health-ministry"]'),
    ],
)
def test_guesses_are_made_only_when_asked_for(tmp_path: Path, bad: str, good: str) -> None:
    path = put(tmp_path, bad)
    if bad.startswith("gaol"):
        right = apply_corpus_line(path, "goal:")
        text = path.read_text("utf-8").replace(f"{bad}\n", "").replace(f"{right}\n", f"{bad}\n")
        path.write_text(text, "utf-8")
    before = path.read_text("utf-8")
    assert mended(tmp_path).files == {}
    assert sum(mended(tmp_path, unsafe=True).counts.values()) == 1
    assert path.read_text("utf-8") == before.replace(bad, good)


def test_a_key_is_not_renamed_to_one_that_stands_there(tmp_path: Path) -> None:
    put(tmp_path, "gaol: Записаться")
    assert mended(tmp_path, unsafe=True).files == {}


def test_what_cannot_be_said_in_a_plain_text_is_left_alone() -> None:
    data = b"a: x y\n"
    fix = fix_of(substitution(DOUBLE_SPACE, "", "x y"), data, Span("f", 1, 4, 1, 7))
    assert fix == Fix(())
    assert fix_of(renaming("other", "y"), data, Span("f", 1, 4, 1, 7)) is None


def test_fixes_that_meet_are_not_mixed() -> None:
    one = Fix((Edit(Span("f", 1, 2, 1, 4), "X"),))
    other = Fix((Edit(Span("f", 1, 1, 1, 2), "Y"), Edit(Span("f", 2, 1, 2, 1), "Z")))
    assert apply_fixes(b"abcde\nfg", [one, other]) == (b"aXde\nfg", [one])


def apply_corpus_line(path: Path, start: str) -> str:
    return next(line for line in path.read_text("utf-8").splitlines() if line.startswith(start))


EXAMPLES = {
    rule.code: "\n".join(line[4:] for line in rule.section("Example").splitlines())
    for rule in RULES
    if rule.code != "INT001"
}
CASES = {f"{path.parent.name}/{path.stem}": path.read_text("utf-8") for path in BAD}


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("name", [*EXAMPLES, *CASES])
def test_a_second_run_changes_nothing(name: str, unsafe: bool, tmp_path: Path) -> None:
    text = {**EXAMPLES, **CASES}[name]
    apply(text, tmp_path)
    found = [one for one in lint(tmp_path) if can_mend(one, unsafe=unsafe)]
    result = mended(tmp_path, unsafe=unsafe)
    assert set(result.files) <= {one.span.path for one in found}
    assert mended(tmp_path, unsafe=unsafe).files == {}
    if name in SAFE and not unsafe:
        assert result.counts[name] == 1
        assert name not in [one.code for one in lint(tmp_path)]


SAFE = {"TXT005", "TXT006", "TXT007", "TXT008", "TXT009", "FRM001", "FRM003", "YML005", "YML006"}

signs = st.text(alphabet='аб вГ-–,.:;!?"«»„“”№1()\n ', min_size=1, max_size=40).filter(str.strip)
Style = Callable[[str], str]
styles: list[Style] = [
    lambda text: yaml.dump({"goal": text}, allow_unicode=True, width=30),
    lambda text: yaml.dump({"goal": text}, allow_unicode=True, default_style='"', width=30),
    lambda text: yaml.dump({"goal": text}, allow_unicode=True, default_style="'"),
    lambda text: yaml.dump({"goal": text}, allow_unicode=True, default_style="|"),
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(text=signs, style=st.sampled_from(styles), name=st.sampled_from(["x", "ы # - ы"]))
def test_any_text_is_mended_once_and_for_all(text: str, style: Style, name: str, tmp_path: Path) -> None:
    apply("# stratkit.yaml\ntitle: Стратегии", tmp_path)
    path = tmp_path / BOOKING
    base = "\n".join(line for line in path.read_text("utf-8").splitlines() if not line.startswith("goal:"))
    written = style(text.strip()).removeprefix("'goal': ").removeprefix('"goal": ')
    path.write_text(f"{base}\n{written if written.startswith('goal') else f'goal: {written}'}# {name}\n", "utf-8")
    before = parse(path.read_bytes(), BOOKING).value
    mended(tmp_path)
    once = path.read_bytes()
    after = parse(once, BOOKING).value
    assert {key: value for key, value in after.items() if key != "goal"} == {
        key: value for key, value in before.items() if key != "goal"
    }
    assert f"# {name}\n" in once.decode()
    assert mended(tmp_path).files == {}
    assert positions(once, BOOKING).values
