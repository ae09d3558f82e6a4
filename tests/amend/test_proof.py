"""The proof: it holds for edits made up at random, and it refuses an act whose words say something else."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from stratkit.amend import build
from stratkit.amend.build import Amendment, amend
from stratkit.amend.grammar import Grammar
from stratkit.amend.plain import Section, lines, plain_document
from stratkit.amend.problems import Unproven
from stratkit.amend.verify import prove
from stratkit.diagnostics.errors import RenderError
from stratkit.document.build import build_document
from stratkit.document.registry import FORMATS
from stratkit.model.amendments import Amendments
from stratkit.model.linked import Strategy
from tests.amend.mutations import Edition, edited

SEED = 20_220
"""The first of the seeds; each case prints its own when it fails."""

CASES = 300
BATCH = 15


@pytest.mark.parametrize("first", range(SEED, SEED + CASES, BATCH))
def test_every_act_leads_to_the_new_edition(
    first: int, editions: dict[str, Edition], in_force: dict[str, Strategy], formulas: Amendments
) -> None:
    regions = sorted(editions)
    for seed in range(first, first + BATCH):
        region = regions[seed % len(regions)]
        _, new, names = edited(editions[region], seed)
        strategy = new.linked()
        print(f"seed {seed}, {region}: {names}")
        made = amend(in_force[region], strategy, formulas)
        if made is None:
            assert _plain(in_force[region]) == _plain(strategy)
        else:
            _prove(_page(made), in_force[region], strategy, formulas)


def _page(made: Amendment) -> str:
    return FORMATS["html"].render(made.act).decode()


def _section(strategy: Strategy) -> Section:
    return plain_document(build_document(strategy), "раздел")


def _plain(strategy: Strategy) -> list[tuple[str | int, ...]]:
    return list(lines(_section(strategy)))


def _prove(page: str, old: Strategy, new: Strategy, formulas: Amendments) -> None:
    prove(page, _section(old), _section(new), Grammar(formulas))


@pytest.fixture
def proven(
    editions: dict[str, Edition], in_force: dict[str, Strategy], formulas: Amendments
) -> tuple[str, Callable[[str], None]]:
    """The page of a proven act, and what proves another page against the same editions."""
    edition = editions["tomsk"].copy()
    plan = edition.file("indicators/finance")["indicators"][0]["plan"]
    plan |= {"2022": 31, "2023": 32}
    edition.file("industries/education")["problems"].append({"number": 8, "text": "Новый пункт"})
    del edition.file("priorities")["tasks"][1]
    new = edition.linked()
    made = amend(in_force["tomsk"], new, formulas)
    assert made is not None
    return _page(made), lambda page: _prove(page, in_force["tomsk"], new, formulas)


def test_the_act_itself_is_proven(proven: tuple[str, Callable[[str], None]]) -> None:
    page, prove_page = proven
    prove_page(page)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ("«31»", "«33»"),
        ("«25»", "«26»"),
        ("пункт 2 признать", "пункт 3 признать"),
        ("пунктом 8", "пунктом 9"),
        ("8. Новый пункт", "8. Новая строка"),
        ("строке 1", "строке 2"),
        ("графе «2022»", "графе «2024»"),
        ("раздела 7", "раздела 6"),
        ("подразделе 3.2", "подразделе 3.1"),
        ("цифры «25»", "слова «25»"),
        ("признать утратившим силу", "считать утратившим силу"),
        ("следующий за словами «Перечень проблем", "следующий за словами «Список проблем"),
    ],
)
def test_an_act_with_other_words_is_refused(found: str, said: str, proven: tuple[str, Callable[[str], None]]) -> None:
    page, prove_page = proven
    spaced = re.sub(" ", "[ \u00a0]", re.escape(found).replace(r"\ ", " "))
    changed = re.sub(spaced, said, page)
    assert changed != page
    with pytest.raises(Unproven):
        prove_page(changed)


def test_an_act_that_lost_a_change_is_refused(proven: tuple[str, Callable[[str], None]]) -> None:
    page, prove_page = proven
    shorter = re.sub(r'<p class="item level-0"><span class="marker">3\.</span>.*?</p>', "", page, flags=re.DOTALL)
    assert shorter != page
    with pytest.raises(Unproven):
        prove_page(shorter)


def test_two_equal_editions_need_no_act(in_force: dict[str, Strategy], formulas: Amendments) -> None:
    assert amend(in_force["tver"], in_force["tver"], formulas) is None


def test_from_an_empty_region_to_a_whole_strategy(
    editions: dict[str, Edition], in_force: dict[str, Strategy], formulas: Amendments
) -> None:
    empty = editions["tomsk"].copy()
    kept = ("strategy.yaml", "bodies.yaml")
    empty.files = {path: value for path, value in empty.files.items() if path.endswith(kept)}
    old = empty.linked()
    for before, after in ((old, in_force["tomsk"]), (in_force["tomsk"], old)):
        made = amend(before, after, formulas)
        assert made is not None
        _prove(_page(made), before, after, formulas)


def _changed_task(edition: Edition) -> Strategy:
    new = edition.copy()
    new.file("priorities")["tasks"][0]["title"] = "Задача в новых словах"
    return new.linked()


def test_a_section_that_cannot_be_proven_is_given_anew(
    editions: dict[str, Edition], in_force: dict[str, Strategy], formulas: Amendments, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubts = iter(["tasks"])

    def doubting(*arguments: object) -> None:
        for part in doubts:
            raise Unproven("words", part)
        prove(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(build, "prove", doubting)
    made = amend(in_force["tomsk"], _changed_task(editions["tomsk"]), formulas)
    assert made is not None
    assert made.anew == ("tasks",)
    assert [one.action.form for one in made.operations] == ["section-wording"]


def test_an_act_that_cannot_be_proven_is_never_written(
    editions: dict[str, Edition], in_force: dict[str, Strategy], formulas: Amendments, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []

    def refusing(*_: object) -> None:
        tried.append(1)
        raise Unproven("words", "tasks")

    monkeypatch.setattr(build, "prove", refusing)
    with pytest.raises(RenderError, match="cannot be proven"):
        amend(in_force["tomsk"], _changed_task(editions["tomsk"]), formulas)
    assert len(tried) == 4  # the point, its section, the section around it, the whole document
