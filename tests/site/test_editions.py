"""Editions on the website: what changed, plan against plan, former states, and what happens without a past."""

from __future__ import annotations

import pickle
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
import yaml

from stratkit.load import load_workspace
from stratkit.site.editions.chain import revisions
from stratkit.site.editions.listed import edition_views, news_of
from stratkit.site.editions.views import RegionEditions
from stratkit.source import FolderTree, GitRepository, GitTree
from tests.site.html_pages import read
from tests.site.revisions import commit, git, set_editions
from tests.site.test_render import change

ATOM = "{http://www.w3.org/2005/Atom}"
FIRST = {"id": "2023", "date": "2023-08-01", "revision": "v1"}
SECOND = {"id": "2024", "date": "2024-08-01"}


def words(site: Path, path: str) -> str:
    """What stands on a page, without the menu and the footer."""
    text = (site / path).read_text()
    main = text[text.index("<main") : text.index("</main>")]
    return re.sub(r" (?=[.,:;])", "", " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split()))


# ---- The exercise ----


def test_the_page_of_an_edition_tells_every_change(exercise_site: Path) -> None:
    text = words(exercise_site, "tomsk/changes/edition-2022.html")
    assert "Распоряжение Правительства Томской области от 30 августа 2022 г. № 512-р" in text
    assert "75 % → 70 %" in text
    assert "Поставка оборудования перенесена на 2024 год" in text
    assert "Датчики во дворах" in text
    assert text.index("Новые изменения налогового") > text.index("Договоры с банками хранятся на бумаге") > 0
    html = (exercise_site / "tomsk/changes/edition-2022.html").read_text()
    assert "(риск 3.1)" in text or "(risk 3.1)" in text
    assert "протокол заседания Совета по цифровому развитию при Губернаторе Томской области 17.08.2021 № 2а" in text
    assert "<ins>" in html
    assert "<del>" in html
    # What is gone has no page to lead to; what stays has.
    assert "projects/yard-sensors.html" in html
    assert "projects/innovation-test-site.html" not in html


def test_an_indicator_shows_plan_against_plan(exercise_site: Path) -> None:
    text = words(exercise_site, "en/tomsk/indicators/pupil-digital-profile.html")
    assert "Target of 2023: 75 % in edition 2021, 70 % now" in text
    assert "Plan in edition 2021 50 75 100" in text
    html = (exercise_site / "tomsk/indicators/pupil-digital-profile.html").read_text()
    drawing = html[html.index("<svg", html.index("<main")) :]
    assert drawing.index('class="series series-2"') < drawing.index("</svg>")


def test_in_another_unit_the_former_plan_is_told_and_not_drawn(exercise_site: Path) -> None:
    html = (exercise_site / "en/tomsk/indicators/tax-agent-time-reduction.html").read_text()
    assert "Plan in edition 2021" in html
    assert "series-2" not in html[html.index("<main") :]


def test_every_changed_entity_has_its_history(exercise_site: Path) -> None:
    text = words(exercise_site, "en/tomsk/projects/marketplace-bonds.html")
    assert "History Edition 2022" in text
    assert "2024 год → 2025 год" in text
    assert "Why: Новый выпуск облигаций намечен на 2025 год" in text
    unchanged = words(exercise_site, "en/tomsk/projects/gostech.html")
    assert "No edition has changed this since edition 2021." in unchanged
    alone = words(exercise_site, "en/tver/index.html")
    assert "History" not in alone


def test_a_former_edition_says_that_it_is_superseded(exercise_site: Path) -> None:
    html = (exercise_site / "en/tomsk/editions/2021.html").read_text()
    text = words(exercise_site, "en/tomsk/editions/2021.html")
    assert text.startswith("This edition is no longer in force.")
    main = html[html.index("<main") :]
    assert read(main).links[0] == "../../tomsk/index.html"
    # As it was then: the project that was retired, the figure that was lowered.
    assert "пилотного регионального полигона" in text
    assert re.search(r"Учащиеся с цифровым профилем, % ↑ more is better 50 75 100", text)
    assert not (exercise_site / "tomsk/editions/2022.html").exists()


def test_the_list_of_editions_and_the_home_page_lead_to_the_last_change(exercise_site: Path) -> None:
    text = words(exercise_site, "en/tomsk/changes/index.html")
    assert text.index("Edition 2022 in force") < text.index("Edition 2021 superseded")
    assert "draft" not in (exercise_site / "tomsk/changes/index.html").read_text()
    home = words(exercise_site, "en/index.html")
    assert home.index("Томская область: Edition 2022, changes:") < home.index("Тверская область: Edition 2021")


def test_the_feed_tells_what_an_edition_changed(exercise_site: Path) -> None:
    root = ET.fromstring((exercise_site / "tomsk/feed.xml").read_bytes())
    newest = root.find(f"{ATOM}entry")
    assert newest is not None
    assert newest.findtext(f"{ATOM}updated") == "2022-08-30T00:00:00Z"
    link = newest.find(f"{ATOM}link")
    assert link is not None
    assert (exercise_site / "tomsk" / link.attrib["href"]).is_file()
    content = newest.findtext(f"{ATOM}content", "")
    assert "75 % → 70 %" in content
    assert content.startswith("<ul><li>")
    assert len(root.findall(f"{ATOM}entry")) == 2


def test_every_link_of_the_pages_leads_somewhere(exercise_site: Path) -> None:
    for folder in ("tomsk/changes", "tomsk/editions", "en/tomsk/changes"):
        for page in (exercise_site / folder).glob("*.html"):
            seen = read(page.read_text())
            assert len(seen.ids) == len(set(seen.ids)), page
            for link in seen.links:
                path, _, anchor = link.partition("#")
                target = (page.parent / path).resolve() if path else page
                assert target.is_file(), (page, link)
                assert not anchor or path or anchor in seen.ids, (page, link)


# ---- Without a past, or with a broken one ----


@pytest.fixture
def repository(tmp_path: Path, corpus: Path) -> Path:
    """The corpus as a repository whose first edition has the tag ``v1``."""
    git(tmp_path, "init", "-q")
    commit(tmp_path, "v1")
    return corpus


def views(folder: Path, region: str = "demo") -> RegionEditions:
    tree = FolderTree(folder)
    workspace = load_workspace(tree)
    return edition_views(workspace.strategies[region], workspace.catalog, tree)


def lower(folder: Path) -> None:
    """Make a change: a target is lowered."""
    path = folder / "demo/indicators/health.yaml"
    data = yaml.safe_load(path.read_text())
    plan = data["indicators"][0]["plan"]
    plan[max(plan)] = 1
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def test_one_edition_is_told_plainly_and_reads_no_repository(
    corpus: Path, built: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_editions(corpus, "demo", {"id": "2024", "date": "2024-08-01"})
    monkeypatch.setenv("PATH", "")  # no git
    found = views(corpus)
    assert not found.standing.compared
    assert found.editions[0].latest
    site = built()
    assert "in force in its first edition" in words(site, "en/demo/changes/index.html")
    assert "As in the first edition of the strategy, 2024" in words(site, "en/demo/projects/booking.html")
    assert [one.name for one in (site / "demo/changes").iterdir()] == ["index.html"]
    assert not (site / "demo/editions").exists()


def test_a_strategy_without_editions_says_so(corpus: Path, built: Callable[[], Path]) -> None:
    set_editions(corpus, "demo")
    site = built()
    assert "does not name its editions" in words(site, "en/demo/changes/index.html")
    assert news_of(views(corpus)) is None


def test_what_no_edition_holds_yet_is_told_apart(repository: Path, built: Callable[[], Path]) -> None:
    lower(repository)
    set_editions(repository, "demo", FIRST)
    found = views(repository)
    assert found.draft is not None
    assert found.draft.down == 1
    text = words(built(), "en/demo/changes/draft.html")
    assert "no act has brought into force" in text


def test_the_last_edition_is_known_by_its_bytes(repository: Path) -> None:
    lower(repository)
    commit(repository.parent, "v2")
    set_editions(repository, "demo", FIRST, {**SECOND, "revision": "v2"})
    commit(repository.parent, "v3")
    set_editions(repository, "demo", FIRST, {**SECOND, "revision": "v3"})
    commit(repository.parent, "v4")
    found = views(repository)
    assert [one.changed.down if one.changed else None for one in found.editions] == [None, 1]
    # Only the name of the revision differs between v3 and now: that is no change of the strategy.
    assert found.draft is None
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("name", ["no-such-tag", "--upload-pack=touch x", "v1:elsewhere"])
def test_a_revision_that_is_missing_costs_a_note(repository: Path, built: Callable[[], Path], name: str) -> None:
    lower(repository)
    set_editions(repository, "demo", {**FIRST, "revision": name}, SECOND)
    found = views(repository)
    assert found.editions[0].note is not None
    assert found.editions[1].changed is None
    assert "the edition '2023' cannot be shown" in words(built(), "en/demo/changes/index.html")


def test_an_edition_between_that_names_no_revision_is_passed_over(repository: Path) -> None:
    lower(repository)
    set_editions(repository, "demo", FIRST, {"id": "2023a", "date": "2023-12-01"}, SECOND)
    first, between, last = views(repository).editions
    assert first.state is not None
    assert between.state is None
    assert between.note is not None
    assert last.changed is not None
    assert last.changed.since == "2023"


def test_a_folder_outside_of_any_repository_costs_a_note(corpus: Path, built: Callable[[], Path]) -> None:
    set_editions(corpus, "demo", FIRST, SECOND)
    assert "lies in no git repository" in words(built(), "en/demo/changes/index.html")


def test_a_shallow_clone_costs_a_note(repository: Path, tmp_path: Path) -> None:
    set_editions(repository, "demo", FIRST, SECOND)
    commit(repository.parent, "v2")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-tags", f"file://{tmp_path}", str(clone))
    found = views(clone / "strategies")
    assert "v1" in str(found.editions[0].note)


def test_a_file_that_was_broken_counts_as_unchanged_and_is_named(repository: Path) -> None:
    path = repository / "demo/indicators/health.yaml"
    whole = path.read_text()
    path.write_text("stratkit: indicators/1\nindicators: [")
    commit(repository.parent, "broken")
    path.write_text(whole)
    set_editions(repository, "demo", {**FIRST, "revision": "broken"}, SECOND)
    last = views(repository).editions[1]
    assert last.changed is not None
    assert not last.changed.groups
    assert "demo/indicators/health.yaml" in str(last.changed.broken[0])


def test_a_former_edition_of_a_revision_is_read_there_too(repository: Path) -> None:
    lower(repository)
    set_editions(repository, "demo", FIRST, SECOND)
    commit(repository.parent, "v2")
    tree = GitTree(GitRepository(repository), "v2")
    workspace = load_workspace(tree)
    found = edition_views(workspace.strategies["demo"], workspace.catalog, tree)
    assert found.editions[1].changed is not None
    assert found.editions[1].changed.down == 1


def test_a_tag_that_moves_makes_another_website(repository: Path) -> None:
    assert revisions(FolderTree(repository)) == ()
    set_editions(repository, "demo", FIRST, SECOND)
    before = revisions(FolderTree(repository))
    commit(repository.parent, "v2")
    git(repository.parent, "tag", "-f", "v1", "v2")
    assert len(before) == 1
    assert revisions(FolderTree(repository)) != before


def test_the_same_edition_id_twice_makes_correct_pages(repository: Path, built: Callable[[], Path]) -> None:
    set_editions(repository, "demo", FIRST, {**SECOND, "id": "2023"})
    assert words(built(), "en/demo/changes/index.html")


def test_texts_of_changes_do_not_become_markup(repository: Path, built: Callable[[], Path]) -> None:
    change(repository / "demo/projects/health/booking.yaml", goal="</script><img src=x onerror=alert(1)> новая цель")
    set_editions(repository, "demo", FIRST, SECOND)
    site = built()
    for path in ("demo/changes/edition-2024.html", "demo/projects/booking.html"):
        assert not read((site / path).read_text()).inline
    content = ET.fromstring((site / "demo/feed.xml").read_bytes()).findtext(f"{ATOM}entry/{ATOM}content", "")
    assert "<img" not in content
