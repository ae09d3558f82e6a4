"""What the page of an indicator says first."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from stratkit.model.frozen import replaced
from stratkit.model.indicator import Fact
from stratkit.model.linked import Indicator, Workspace
from stratkit.site.promise import promise
from tests.site.conftest import REPOSITORY, build


@pytest.fixture
def some(real_workspace: Workspace) -> Indicator:
    """Any indicator of the real data."""
    return next(iter(real_workspace.strategies.values())).indicators[0]


def made(some: Indicator, **known: Any) -> Indicator:
    """*some* with these values and no others."""
    return replaced(some, **{"plan": {}, "uncertain": {}, "baseline": None, "facts": {}, **known})


def test_the_last_value_that_can_be_read_is_promised(some: Indicator) -> None:
    found = promise(made(some, plan={2022: 1, 2023: 2, 2024: None}, uncertain={2023: "doubtful"}))
    assert found is not None
    assert (found.year, found.value, found.uncertain, found.start, found.reached) == (2023, 2, True, (2022, 1), None)


def test_a_baseline_is_where_a_promise_sets_out(some: Indicator) -> None:
    found = promise(made(some, plan={2023: 5, 2024: 6}, baseline=(2020, 0)))
    assert found is not None
    assert found.baseline
    assert found.start == (2020, 0)


def test_the_last_fact_is_reached(some: Indicator) -> None:
    facts = {2022: Fact(indicator="x", value=3), 2023: Fact(indicator="x", value=None)}
    found = promise(made(some, plan={2022: 2, 2023: 4}, facts=facts))
    assert found is not None
    assert found.reached == (2022, 3)


def test_nothing_is_promised_where_nothing_can_be_read(some: Indicator) -> None:
    assert promise(made(some, plan={2022: None})) is None
    assert promise(made(some)) is None


def test_pages_of_indicators_begin_with_the_promise(real_pages: dict[str, str], real_workspace: Workspace) -> None:
    for strategy in real_workspace.strategies.values():
        for one in strategy.indicators:
            page = real_pages[f"{strategy.id}/indicators/{one.id}.html"]
            promised, chart = page.index('<dl class="promise">'), page.find("<figure")
            assert chart < 0 or promised < chart
            assert ("Обещано на" in page) == (promise(one) is not None)


def test_words_agree_with_their_number(real_pages: dict[str, str], real_site: Path) -> None:
    home = real_pages["index.html"]
    assert "<strong>53</strong> проекта" in home
    assert "<strong>48</strong> проектов" in home
    assert "<strong>53</strong> projects" in (real_site / "en/index.html").read_text()


def test_a_shared_link_tells_the_figure(real_pages: dict[str, str], real_workspace: Workspace) -> None:
    for strategy in real_workspace.strategies.values():
        region = strategy.frame.region.name.nominative
        for one in strategy.indicators:
            page = real_pages[f"{strategy.id}/indicators/{one.id}.html"]
            told = page.split('<meta property="og:description" content="')[1].split('"')[0]
            found = promise(one)
            assert region in told or told.endswith("...")
            assert found is None or told.startswith(f"{found.year}\u00a0–\u00a0")


@pytest.fixture(scope="module")
def own_region(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The overview of a region of whose projects hardly any is recommended and whose title names its years."""
    target = tmp_path_factory.mktemp("own")
    build(REPOSITORY / "tests/lint/quiet", target)
    return (target / "zaozerye/index.html").read_text("utf-8")


def test_an_overview_leads_with_six_promises_of_several_industries(own_region: str) -> None:
    leading = re.findall(r'<ul class="headline">(.*?)</ul>', own_region, re.DOTALL)[0]
    assert leading.count("<li>") == 6
    assert "Массовые услуги на" in leading  # one of the two that are recommended
    assert len(set(re.findall(r'<span class="quiet">(.*?)</span>', leading))) > 3


def test_the_years_that_a_title_names_do_not_stand_behind_it_again(own_region: str) -> None:
    kicker = re.findall(r'<p class="kicker">(.*?)</p>', own_region)[0].replace("\u00a0", " ")
    assert kicker.endswith("Заозёрного края на 2026–2030 годы")
