"""Every link leads somewhere, nothing comes from elsewhere, and everything has its page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from stratkit.model import linked
from stratkit.model.linked import Strategy, Workspace
from stratkit.site import address
from stratkit.site.groups import all_beneficiaries
from tests.site.html_pages import Seen, read


@pytest.fixture(scope="session")
def seen(real_pages: dict[str, str]) -> dict[str, Seen]:
    return {path: read(text) for path, text in real_pages.items()}


def _targets(path: str, links: list[str]) -> Iterator[tuple[str, str, str]]:
    """Link, file and anchor."""
    for link in links:
        parts = urlsplit(link)
        if not parts.scheme:
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
            )
            yield link, target, unquote(parts.fragment)


def test_every_link_and_anchor_leads_somewhere(real_site: Path, seen: dict[str, Seen]) -> None:
    files = {file.relative_to(real_site).as_posix() for file in real_site.rglob("*") if file.is_file()}
    anchors = {path: set(page.ids) for path, page in seen.items()}
    broken = set()
    for path, page in seen.items():
        for link, target, anchor in _targets(path, [*page.links, *page.loaded]):
            if target not in files or (anchor and anchor not in anchors.get(target, {anchor})):
                broken.add((path, link))
    assert not broken, sorted(broken)[:20]
    assert len(seen) > 1000


def test_nothing_is_loaded_from_elsewhere(seen: dict[str, Seen]) -> None:
    outside = {(path, link) for path, page in seen.items() for link in page.loaded if urlsplit(link).netloc}
    assert not outside


def test_links_are_web_pages_or_files_of_the_site(seen: dict[str, Seen]) -> None:
    schemes = {urlsplit(link).scheme for page in seen.values() for link in page.links}
    assert schemes <= {"", "http", "https", "mailto"}


def _entities(strategy: Strategy) -> Iterator[linked.Entity]:
    yield from strategy.industries
    yield from strategy.projects
    yield from strategy.indicators
    yield from strategy.challenges
    yield from strategy.tasks
    yield from strategy.bodies.values()
    yield from all_beneficiaries(strategy)
    yield from strategy.technologies
    yield from strategy.programmes
    yield from strategy.basis


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_every_entity_has_a_page_to_which_others_lead_and_which_leads_back(
    real_workspace: Workspace, seen: dict[str, Seen], prefix: str
) -> None:
    linked_to: dict[str, set[str]] = {}
    for path, page in seen.items():
        for _link, target, _anchor in _targets(path, page.links):
            linked_to.setdefault(target, set()).add(path)
    for strategy in real_workspace.strategies.values():
        home = prefix + address.region_path(strategy.id)
        kinds = set()
        for entity in _entities(strategy):
            path = prefix + address.entity_path(strategy.id, entity)
            assert path in seen, path
            others = {one for one in linked_to.get(path, ()) if one.startswith(prefix + strategy.id) and one != path}
            assert others, f"{path}: nothing leads there"
            assert home in {target for _link, target, _anchor in _targets(path, seen[path].links)}, (
                f"{path}: no way back"
            )
            kinds.add(type(entity))
        assert len(kinds) == 10


def test_projects_and_indicators_know_each_other(real_workspace: Workspace, seen: dict[str, Seen]) -> None:
    for strategy in real_workspace.strategies.values():
        for project in strategy.projects:
            here = address.entity_path(strategy.id, project)
            for other in (
                *project.indicators,
                *project.challenges,
                *project.tasks,
                *project.beneficiaries,
                *project.programmes,
            ):
                there = address.entity_path(strategy.id, other)
                assert there in {target for _l, target, _a in _targets(here, seen[here].links)}
                assert here in {target for _l, target, _a in _targets(there, seen[there].links)}


def test_every_page_is_reached_in_three_steps_from_the_home_page(seen: dict[str, Seen]) -> None:
    reached, edge = {"index.html"}, {"index.html"}
    for _step in range(3):
        edge = {
            target for path in edge if path in seen for _l, target, _a in _targets(path, seen[path].links)
        } - reached
        reached |= edge
    assert {path for path in seen if not path.startswith("en/")} - reached <= {address.NOT_FOUND}


def test_the_menu_shows_where_the_reader_is(real_pages: dict[str, str]) -> None:
    for path in (
        "index.html",
        "findings.html",
        "compare/index.html",
        "tomsk/projects/index.html",
        "en/tver/tasks/index.html",
    ):
        assert real_pages[path].count('aria-current="page"') == 1, path
