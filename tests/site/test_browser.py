"""The website in a real browser: Chromium, driven by playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.conftest import PATIENCE
from tests.site.test_render import HOSTILE, change
from tests.site.test_tiles import many

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None:
    pytest.skip("no Chromium here: install the package 'chromium' to run the browser tests", allow_module_level=True)
playwright = pytest.importorskip("playwright.sync_api", reason="the browser tests need the package 'playwright'")
pytest.importorskip("axe_playwright_python", reason="the browser tests need the package 'axe-playwright-python'")

# One worker runs them all: one browser, one website.
pytestmark = pytest.mark.xdist_group("browser")

THEMES = ("light", "dark", "contrast")
WIDTHS = (360, 768, 1440)
KINDS = (
    "index.html", "search.html?q=врач", "findings.html", "glossary.html", "about.html", "accessibility.html", "data.html",
    "404.html", "compare/index.html", "compare/industries/health.html", "compare/indicators/{common}", "compare/projects/{federal}",
    "tomsk/index.html", "tomsk/document.html", "tomsk/findings.html", "tomsk/industries/index.html", "tomsk/industries/health.html",
    "tomsk/projects/index.html", "tomsk/projects/{project}", "tomsk/indicators/index.html", "tomsk/indicators/{indicator}",
    "tomsk/tasks/index.html", "tomsk/tasks/{task}", "tomsk/challenges/{challenge}", "tomsk/bodies/index.html", "tomsk/bodies/{body}",
    "tomsk/beneficiaries/index.html", "tomsk/beneficiaries/{beneficiary}", "tomsk/basis/index.html", "tomsk/acts/{act}",
    "tomsk/technologies/{technology}", "tomsk/programmes/{programme}", "en/tomsk/industries/health.html",
)  # fmt: skip


EXERCISE_KINDS = (
    "tomsk/changes/index.html", "tomsk/changes/edition-2022.html", "tomsk/editions/2021.html", "index.html",
    "tomsk/indicators/pupil-digital-profile.html", "tomsk/projects/content-library.html", "en/tomsk/changes/edition-2022.html",
    "tver/changes/index.html",
)  # fmt: skip
"""Pages that only a region with several editions has, or that look different there."""

SCREENSHOTS = Path(__file__).parents[2] / "build/screenshots"
"""Where pictures of every kind of page are kept when STRATKIT_SCREENSHOTS is set: artefacts, not for git."""


def _keep(page: Any, path: str, theme: str, width: int) -> None:
    """A picture of the page as it is now, if somebody asked for pictures."""
    if os.environ.get("STRATKIT_SCREENSHOTS"):
        name = path.removesuffix(".html").replace("/", "_").replace("?", "_").replace("=", "-")
        page.screenshot(path=SCREENSHOTS / f"{name}-{theme}-{width}.png", full_page=True)


def _path(site: Path, kind: str) -> str:
    """The page of a kind; of many, the longest."""
    if "{" not in kind:
        return kind
    pages = [page for page in (site / kind).parent.glob("*.html") if page.name != "index.html"]
    return max(pages, key=lambda page: (page.stat().st_size, page.name)).relative_to(site).as_posix()


class Seen:
    """What a page said while it was open."""

    def __init__(self) -> None:
        self.trouble: list[str] = []
        self.outside: list[str] = []

    def watch(self, page: Any) -> None:
        page.on(
            "console",
            lambda message: self.trouble.append(message.text) if message.type in {"error", "warning"} else None,
        )
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("dialog", lambda dialog: (self.trouble.append("dialog"), dialog.dismiss()))
        page.on(
            "request",
            lambda asked: self.outside.append(asked.url) if not asked.url.startswith(("file:", "blob:")) else None,
        )


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield chromium
        chromium.close()


Open = Callable[..., Any]


def _follow(page: Any, act: Callable[[], object]) -> None:
    """Do what leads to another place, and wait until it is there: a click returns before."""
    with page.expect_navigation():
        act()


def _found(page: Any) -> None:
    """Wait until something was found in all indexes that were asked for: the first ones to come show something too."""
    page.locator("#search-results[aria-busy=false] li").first.wait_for()


@pytest.fixture
def opened(browser: Any, real_site: Path) -> Iterator[Open]:
    """Opens a page of the website from the disk; at the end nothing may have gone wrong on any."""
    seen = Seen()
    contexts = []

    def go(path: str, width: int = 1440, theme: str | None = None, site: Path = real_site, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        if theme is not None:
            context.add_init_script(f"localStorage.setItem('stratkit-view', JSON.stringify({{theme: '{theme}'}}))")
        page = context.new_page()
        seen.watch(page)
        file, _, query = path.partition("?")
        page.goto((site / file).as_uri() + (f"?{quote(query, safe='=&')}" if query else ""))
        return page

    yield go
    for context in contexts:
        context.close()
    assert not seen.trouble
    assert not seen.outside


@pytest.fixture(scope="module")
def axe() -> str:
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text()


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    opened: Open, real_site: Path, axe: str, kind: str
) -> None:
    path = _path(real_site, kind)
    _walk(opened(path, bypass_csp=True), path, axe)


@pytest.mark.parametrize("kind", EXERCISE_KINDS)
def test_axe_finds_nothing_on_pages_of_editions(opened: Open, exercise_site: Path, axe: str, kind: str) -> None:
    _walk(opened(kind, site=exercise_site, bypass_csp=True), kind, axe)


def _walk(page: Any, path: str, axe: str) -> None:
    """Look at a page in each theme and width."""
    page.evaluate(axe)
    for theme in THEMES:
        page.evaluate("(theme) => document.documentElement.setAttribute('data-theme', theme)", theme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
            _keep(page, path, theme, width)
            if path.endswith("document.html") and (theme, width) != ("light", 360):
                continue  # the longest page has nothing that others have not, and takes seconds each time
            found = page.evaluate(
                "axe.run(document, {preload: false, resultTypes: ['violations']}).then((r) => r.violations)"
            )
            short = [(one["id"], one["nodes"][0]["html"][:200]) for one in found]
            assert not short, (path, theme, width, short)


@pytest.mark.parametrize("kind", KINDS)
def test_narrow_screens_and_large_print_need_no_scrolling_sideways(opened: Open, real_site: Path, kind: str) -> None:
    page = opened(_path(real_site, kind), width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    # 200 % of 1280 pixels
    page.set_viewport_size({"width": 640, "height": 450})
    page.evaluate("document.documentElement.setAttribute('data-size', 'huge')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@pytest.mark.parametrize("kind", EXERCISE_KINDS)
def test_pages_of_editions_need_no_scrolling_sideways(opened: Open, exercise_site: Path, kind: str) -> None:
    page = opened(kind, width=320, site=exercise_site)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_last_change_is_found_from_home(opened: Open, exercise_site: Path) -> None:
    page = opened("en/index.html", width=360, site=exercise_site)
    _follow(page, page.locator(".news a").first.click)
    _follow(page, page.get_by_role("link", name="What edition 2022 changed").click)
    changed = page.get_by_role("link", name="Учащиеся с цифровым профилем").or_(
        page.get_by_role("link", name="Доля учащихся, по которым осуществляется ведение цифрового профиля")
    )
    _follow(page, changed.first.click)
    assert page.locator("#history").is_visible()
    assert page.get_by_text("Target of 2023: 75 % in edition 2021, 70 % now").is_visible()


def test_a_former_edition_leads_to_the_one_in_force(opened: Open, exercise_site: Path) -> None:
    page = opened("en/tomsk/editions/2021.html", width=360, site=exercise_site)
    banner = page.locator(".superseded")
    assert banner.bounding_box()["y"] < 400
    _follow(page, banner.get_by_role("link").click)
    assert page.url.endswith("en/tomsk/index.html")


def test_the_header_of_a_phone_leaves_room_for_the_page(opened: Open) -> None:
    page = opened("tomsk/industries/health.html", width=390)
    assert page.locator(".site-header").bounding_box()["height"] < 180
    menu = page.locator("#menu")
    assert not menu.is_visible()
    page.locator(".menu-button").click()
    assert menu.is_visible()
    _follow(page, menu.get_by_role("link").nth(1).click)
    assert page.url.endswith("beneficiaries/index.html")


# ---- What people come for, from the home page and in at most four clicks ----


@pytest.mark.parametrize("width", [360, 1440])
def test_who_answers_for_telemedicine_and_what_is_promised(opened: Open, width: int) -> None:
    page = opened("index.html", width=width)
    page.locator("#q").fill("телемедицина тверь")
    _follow(page, lambda: page.locator("#q").press("Enter"))
    _found(page)
    _follow(page, page.locator("#search-results a").first.click)
    told = page.locator("main").inner_text()
    assert "Министерство здравоохранения Тверской области" in told
    assert "Обещано на 2024 год" in told
    assert page.locator(".promise dd").first.inner_text().split() == ["100", "%"]
    assert page.title().split(" – ")[-2] == "Тверская область"


@pytest.mark.parametrize("width", [360, 1440])
def test_what_a_farmer_gains(opened: Open, width: int) -> None:
    page = opened("index.html", width=width)
    _follow(page, page.locator(".region-card").first.get_by_role("link", name="Что это даёт мне").click)
    _follow(page, page.get_by_role("link", name="Сельскохозяйственные организации").click)
    assert page.locator(".gains dd").count() > 5


@pytest.mark.parametrize("width", [360, 1440])
def test_how_the_regions_compare_on_medical_records(opened: Open, width: int) -> None:
    page = opened("index.html", width=width)
    page.locator("#q").fill("электронная медицинская карта")
    _follow(page, lambda: page.locator("#q").press("Enter"))
    _found(page)
    _follow(page, page.get_by_role("link", name="Интегрированные электронные медицинские карты").first.click)
    _follow(page, page.get_by_role("link", name="Сравнить все регионы").click)
    assert page.locator("#plan tbody tr").count() == 2


@pytest.mark.parametrize("width", [360, 1440])
def test_which_figures_are_uncertain(opened: Open, width: int) -> None:
    page = opened("index.html", width=width)
    _follow(page, page.locator(".region-card").last.get_by_role("link", name="Цифры, требующие уточнения").click)
    assert page.locator("#doubts").is_visible()
    assert page.locator("#figures tbody tr").count() > 20


# ---- Search ----


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("поликлиниками", "поликлиник"), ("поликлиника", "поликлиник"), ("электронные рецепты", "рецепт"),
        ("телемедицина", "телемедицин"), ("учет", "учёт"), ("УЧЁТОМ", "учёт"), ("школьни", "школьник"),
    ],
)  # fmt: skip
def test_the_search_finds_all_forms(opened: Open, words: str, found: str) -> None:
    page = opened(f"search.html?q={words}")
    _found(page)
    marked = " ".join(page.locator("#search-results mark").all_inner_texts()).lower()
    assert found.replace("ё", "е") in marked.replace("ё", "е")


def test_the_search_says_that_it_found_nothing(opened: Open) -> None:
    page = opened("search.html?q=ъъъъ")
    page.locator("#search-count:not(:empty)").wait_for()
    assert page.locator("#search-results li").count() == 0


@pytest.mark.parametrize(
    ("words", "told", "first"),
    [
        ("ntktvtlbwbyf", "телемедицина", "телемедицин"), ("телемидицина", "телемедицин", "телемедицин"),
        ("искуственный интелект", "искусственн", "Искусственный интеллект"), ("электроные рецепты", "", "Электронные рецепты"),
        ("ЕГИCЗ", "", "ЕГИСЗ"), ("фермеры томск", "", "ферма"), ("телемедицины тверь", "", "телемедицин"),
        ("кто отвечает за телемедицину", "", "телемедицин"), ("облако", "", "облак"), ("школьнику", "", "Школьники"),
    ],
)  # fmt: skip
def test_the_search_understands_how_people_type(opened: Open, words: str, told: str, first: str) -> None:
    page = opened(f"search.html?q={words}")
    _found(page)
    assert told in page.locator("#search-count").inner_text()
    assert first in page.locator("#search-results li").first.locator("a").inner_text()
    assert page.locator("#search-q").input_value() == words


def test_a_word_that_is_like_nothing_finds_nothing(opened: Open) -> None:
    page = opened("search.html?q=криптовалюта")
    page.locator("#search-count:not(:empty)").wait_for()
    assert page.locator("#search-results li").count() == 0


def test_what_was_found_tells_who_answers_and_what_is_promised(opened: Open) -> None:
    page = opened("search.html?q=телемедицина тверь", width=360)
    first = page.locator("#search-results li").first
    first.wait_for()
    assert "Министерство здравоохранения" in first.inner_text()
    assert "2024\u00a0–\u00a0100\u00a0%" in first.inner_text()
    region = page.locator("select[name=region]")
    assert not region.is_visible()
    page.locator(".narrow summary").click()
    assert region.is_visible()
    counted = region.locator("option").all_inner_texts()
    assert counted[1] == "Томская область (0)"
    assert counted[2] != "Тверская область (0)"
    page.locator("#search-q").fill("")
    assert region.locator("option").all_inner_texts()[1:] == ["Томская область", "Тверская область"]


def test_an_abbreviation_is_explained_above_what_was_found(opened: Open) -> None:
    page = opened("search.html?q=мфц")
    _found(page)
    link = page.locator("#search-meaning a")
    assert "ногофункциональный центр" in page.locator("#search-meaning").inner_text()
    _follow(page, link.click)
    assert page.locator(":target dt").inner_text() == "МФЦ"


def test_the_same_in_many_regions_is_shown_when_asked_for(
    opened: Open, corpus: Path, built: Callable[[], Path]
) -> None:
    many(corpus, 7, {})
    page = opened("search.html?q=электронная карта&kind=indicator", site=built())
    page.locator("#search-results[aria-busy=false] li").first.wait_for()
    more = page.locator("#search-results button")
    before = page.locator("#search-results li").count()
    hidden = int(more.first.inner_text().split()[-1])
    more.first.click()
    assert page.locator("#search-results li").count() == before + hidden


def test_of_many_regions_only_what_is_needed_is_loaded(opened: Open, corpus: Path, built: Callable[[], Path]) -> None:
    many(corpus, 14, {})
    site = built()
    loaded = "#search-results[aria-busy=false]"
    page = opened("search.html", site=site)
    indexes = page.locator("script[src*='assets/search/']")
    assert indexes.count() == 0
    page.locator("select[name=region]").select_option("region5")
    page.locator("#search-q").fill("электронная карта")
    page.locator(f"{loaded} li").first.wait_for()
    assert [one.get_attribute("src").rsplit("/", 1)[1] for one in indexes.all()] == ["region5.js"]
    # Of any region one batch after another, until all were asked: there is not enough to stop earlier.
    page = opened("search.html?q=электронная карта", site=site)
    page.locator("script[src*='assets/search/']").nth(page.locator("select[name=region] option").count() - 2).wait_for(
        state="attached"
    )
    page.locator(f"{loaded} li").first.wait_for()
    assert page.locator("#search-progress").inner_text() == ""


def test_the_search_stops_when_enough_was_found_and_goes_on_when_told(
    opened: Open, corpus: Path, built: Callable[[], Path]
) -> None:
    many(corpus, 20, {})
    page = opened("search.html?q=вымышленная", site=built())
    page.locator("#search-progress button").wait_for()
    seen, there = (page.locator(one).count() for one in ("script[src*='assets/search/']", "select[name=region] option"))
    assert 0 < seen < there - 1
    assert page.locator("#search-progress").inner_text().split(".")[0].endswith(f"{seen} из {there - 1}")
    page.locator("#search-progress button").click()
    page.locator("script[src*='assets/search/']").nth(there - 2).wait_for(state="attached")
    page.locator("#search-progress:empty").wait_for(state="attached")


def test_a_missing_index_is_told(opened: Open, corpus: Path, built: Callable[[], Path], browser: Any) -> None:
    many(corpus, 2, {})
    site = built()
    (site / "assets/search/region1.js").unlink()
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "search.html").as_uri() + "?q=" + quote("электронная карта"))
    page.locator("#search-progress:not(:empty)").wait_for()
    assert page.locator("#search-progress").inner_text().endswith("1.")
    assert page.locator("#search-results li").count() > 0
    context.close()


def test_filters_of_the_search_stand_in_the_address(opened: Open) -> None:
    page = opened("search.html?q=данные")
    _found(page)
    everywhere = page.locator("#search-count").inner_text()
    page.locator("select[name=region]").select_option("tver")
    page.locator("select[name=kind]").select_option("project")
    assert page.locator("#search-count").inner_text() != everywhere
    for link in page.locator("#search-results a").all():
        assert "tver/projects/" in link.get_attribute("href")
    assert "region=tver" in page.url
    page.locator("select[name=year]").select_option("2024")
    body = page.locator("select[name=body] optgroup").last.locator("option").first.get_attribute("value")
    page.locator("select[name=body]").select_option(body)
    kept = page.url
    page.reload()
    page.locator("#search-count:not(:empty)").wait_for()
    assert page.url == kept
    assert page.locator("select[name=body]").input_value() == body


def test_the_search_is_walked_with_keys_only(opened: Open) -> None:
    page = opened("tomsk/index.html")
    page.keyboard.press("/")
    page.keyboard.type("рецепт")
    _follow(page, lambda: page.keyboard.press("Enter"))
    _found(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    target = page.evaluate("document.activeElement.href")
    _follow(page, lambda: page.keyboard.press("Enter"))
    assert page.url == target


# ---- Lists ----


def test_a_list_is_filtered_and_sorted_with_its_state_in_the_address(opened: Open) -> None:
    page = opened("tomsk/projects/index.html")
    rows = page.locator("#projects tbody tr:visible")
    everything = rows.count()
    page.locator("[data-filter] input").fill("УЧЕНИК")
    narrowed = rows.count()
    assert 0 < narrowed < everything
    page.locator("[data-filter] input").fill("")
    page.locator("[data-filter] select").first.select_option(index=1)
    assert 0 < rows.count() < everything
    head = page.locator("#projects thead button").first
    head.click()
    head.click()
    first = rows.first.inner_text()
    assert page.locator("#projects th[aria-sort=descending]").count() == 1
    page.goto(page.url)
    assert rows.first.inner_text() == first
    assert page.locator("#projects th[aria-sort=descending]").count() == 1
    assert 0 < rows.count() < everything


def test_on_a_phone_a_box_sorts_the_list(opened: Open) -> None:
    page = opened("tver/indicators/index.html", width=390)
    order = page.locator(".filter .order select")
    assert page.locator("#indicators thead button").first.evaluate("(one) => one.tabIndex") == -1  # out of sight
    as_given = page.locator("#indicators tbody tr").first.inner_text()
    order.select_option(order.locator("option").last.get_attribute("value"))
    shown = [one.strip().rstrip("*") for one in page.locator("#indicators tbody td:last-child").all_inner_texts()]
    figures = [float(one.replace("\u00a0", "").replace(",", ".")) for one in shown if one[:1].isdigit()]
    assert figures == sorted(figures, reverse=True)
    kept = page.url
    page.reload()
    assert page.url == kept
    assert order.input_value().startswith("-")
    order.select_option("")
    assert page.locator("#indicators tbody tr").first.inner_text() == as_given
    assert "sort=" not in page.url


def test_filters_are_still_there_after_the_back_button(opened: Open) -> None:
    page = opened("tomsk/projects/index.html")
    page.locator("[data-filter] input").fill("цифров")
    narrowed = page.locator("#projects tbody tr:visible").count()
    _follow(page, page.locator("#projects tbody tr:visible a").first.click)
    page.go_back()
    assert page.locator("[data-filter] input").input_value() == "цифров"
    assert page.locator("#projects tbody tr:visible").count() == narrowed


def test_what_is_wider_than_the_screen_says_so(opened: Open) -> None:
    page = opened("tomsk/industries/health.html", width=768)
    told = page.locator(".flow .sideways")
    assert told.is_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    told.wait_for(state="detached")


def test_the_timeline_of_a_phone_shows_all_years(opened: Open) -> None:
    page = opened("tomsk/index.html", width=390)
    table = page.locator(".timeline")
    assert table.evaluate("(one) => one.parentElement.scrollWidth <= one.parentElement.clientWidth")
    heads = table.locator("thead th").all()[1:]
    assert [one.text_content() for one in heads][:3] == ["2022", "2023", "2024"]
    widths = {round(one.bounding_box()["width"]) for one in heads}
    assert max(widths) - min(widths) <= 2


@pytest.mark.parametrize("kind", ["index.html", "tomsk/index.html", "tomsk/projects/index.html", "tomsk/industries/health.html"])  # fmt: skip
def test_what_is_pressed_on_a_phone_is_as_large_as_a_finger(opened: Open, kind: str) -> None:
    page = opened(kind, width=390)
    pressed = "button, .button, summary, select, input, .doors a, .jump a, .pills a, .languages a, .site-footer a"
    small = page.evaluate(
        """(pressed) => [...document.querySelectorAll(pressed)].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.height && getComputedStyle(one).visibility === "visible" && one.type !== "radio" && one.tabIndex >= 0 && box.height < 43.9;
        }).map((one) => one.outerHTML.slice(0, 90) + one.getBoundingClientRect().height)""",
        pressed,
    )
    assert not small


def test_projects_are_chosen_by_one_of_several_values(opened: Open) -> None:
    page = opened("tomsk/projects/index.html")
    page.locator(".filter label", has_text="Кто финансирует").or_(
        page.locator(".filter label", has_text="Who pays")
    ).locator("select").select_option("Региональный бюджет")
    cells = page.locator("#projects tbody tr:visible td:nth-child(5)").all_inner_texts()
    assert cells
    assert all("Региональный бюджет" in one for one in cells)
    assert any(";" in one for one in cells)


def test_what_a_list_does_not_hold_is_looked_for_everywhere(opened: Open) -> None:
    page = opened("tomsk/beneficiaries/index.html")
    page.locator("[data-filter] input").fill("фермер")
    _follow(page, page.locator(".filter output a").click)
    _found(page)
    assert page.locator("#search-q").input_value() == "фермер"
    assert page.locator("select[name=region]").input_value() == "tomsk"


def test_where_the_regions_differ_most_is_one_click_away(opened: Open) -> None:
    page = opened("compare/index.html")
    gap = page.locator("#shared thead button").last
    gap.click()
    gap.click()
    shown = page.locator("#shared tbody tr td:last-child").all_inner_texts()
    figures = [float(one.split()[0].replace(",", ".")) for one in shown if one[:1].isdigit()]
    assert figures == sorted(figures, reverse=True)
    assert figures[0] > figures[-1]


def test_figures_are_sorted_as_figures(opened: Open) -> None:
    page = opened("tver/indicators/index.html")
    page.locator("#indicators thead button").last.click()
    shown = page.locator("#indicators tbody tr td:last-child").all_inner_texts()
    figures = [float(one.replace("\u00a0", "").replace(",", ".").rstrip("*")) for one in shown if one[:1].isdigit()]
    assert figures == sorted(figures)
    assert len(figures) > 50


# ---- The reader's own view ----


def test_the_panel_keeps_its_setting(opened: Open, real_site: Path) -> None:
    page = opened("index.html")
    page.locator(".panel summary").click()
    page.locator("input[name=theme][value=contrast]").check()
    page.locator("input[name=size][value=huge]").check()
    page.locator("input[name=pictures][value=off]").check()
    page.goto((real_site / "tomsk/industries/health.html").as_uri())
    root = page.locator("html")
    assert root.get_attribute("data-theme") == "contrast"
    assert root.get_attribute("data-size") == "huge"
    assert not page.locator(".flow").is_visible()
    page.locator(".panel summary").click()
    assert page.locator("input[name=theme][value=contrast]").is_checked()
    page.keyboard.press("Escape")
    assert not page.locator("#view-panel").is_visible()


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_the_open_panel_stands_within_the_screen(opened: Open, width: int) -> None:
    page = opened("tomsk/index.html", width=width)
    page.locator(".panel summary").click()
    box = page.locator("#view-panel").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_focus_is_seen_and_the_first_link_leads_to_the_content(opened: Open) -> None:
    page = opened("tomsk/projects/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for _stop in range(12):
        page.keyboard.press("Tab")
        seen = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert seen != "none", page.evaluate("document.activeElement.outerHTML")


# ---- Pictures ----


def test_the_drawing_shows_what_belongs_together(opened: Open) -> None:
    page = opened("tomsk/industries/health.html")
    node = page.locator(".flow .node.project").first
    node.focus()
    assert page.locator(".flow svg.chosen").count() == 1
    edges = page.locator(".flow .edge").count()
    assert 0 < page.locator(".flow .edge.on").count() < edges
    page.keyboard.press("Escape")
    assert page.locator(".flow svg.chosen").count() == 0
    href = node.get_attribute("href")
    _follow(page, lambda: page.keyboard.press("Enter"))
    assert page.url.endswith(f"/{Path(href).name}")


def test_on_a_phone_the_table_stands_in_for_the_drawing(opened: Open) -> None:
    page = opened("tomsk/industries/health.html", width=360)
    assert page.locator("#traces").is_visible()
    assert not page.locator(".flow").is_visible()


@pytest.mark.parametrize(
    ("number", "ending", "start"), [(0, ".svg", b"<svg"), (1, ".png", b"\x89PNG"), (2, ".csv", b'\xef\xbb\xbf"')]
)
def test_a_picture_is_saved(opened: Open, number: int, ending: str, start: bytes) -> None:
    page = opened("tomsk/industries/health.html")
    page.locator(".flow .save summary").click()
    with page.expect_download() as waiting:
        page.locator(".flow .save button").nth(number).click()
    assert waiting.value.suggested_filename.endswith(ending)
    data = Path(waiting.value.path()).read_bytes()
    assert data.startswith(start)
    assert len(data) > 1000


def test_the_figures_of_each_compared_chart_are_saved(opened: Open) -> None:
    page = opened("compare/industries/health.html")
    figures = page.locator("figure[data-save]")
    assert figures.count() > 3
    for figure in figures.all():
        assert page.locator(f"[id='{figure.get_attribute('data-table')}']").count() == 1
    figures.first.locator(".save summary").click()
    with page.expect_download() as waiting:
        figures.first.locator(".save button").last.click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    assert "Тверская область" in text
    assert "2024" in text.splitlines()[0]


def test_pages_print(opened: Open, tmp_path: Path) -> None:
    for path in ("tomsk/industries/health.html", "tomsk/index.html", "compare/index.html"):
        page = opened(path, theme="dark")
        assert page.pdf(path=tmp_path / "page.pdf").startswith(b"%PDF")
        page.emulate_media(media="print")
        assert not page.locator(".site-header").is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


# ---- Without a script, and with a hostile one ----


def test_everything_is_readable_without_a_script(opened: Open) -> None:
    page = opened("tomsk/industries/health.html", width=390, java_script_enabled=False)
    assert page.locator("#menu").is_visible()
    assert page.locator(".flow svg").is_visible()
    assert not page.locator(".panel").is_visible()
    page.locator("#links ~ details summary, details summary").last.click()
    assert page.locator("#traces").is_visible()
    page = opened("search.html", java_script_enabled=False)
    assert not page.locator("#search-form").is_visible()
    listed = page.get_by_role("link", name="проекты").or_(page.get_by_role("link", name="projects"))
    _follow(page, listed.first.click)
    assert page.locator("#projects tbody tr").count() > 10


def test_hostile_texts_do_not_run(opened: Open, corpus: Path, built: Callable[[], Path]) -> None:
    change(corpus / "demo/projects/health/booking.yaml", description=HOSTILE,
           title="<img src=x onerror=alert('title')> запись", goal="</script><svg onload=alert(7)>")  # fmt: skip
    site = built()
    for path in ("demo/projects/booking.html", "demo/industries/health.html", "demo/index.html", "demo/projects/index.html?filter=<svg onload=alert(8)>"):  # fmt: skip
        opened(path, site=site)
    page = opened("search.html?q=запись", site=site)
    _found(page)
    assert page.locator("#search-results img").count() == 0
