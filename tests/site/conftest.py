"""The website of the regions as they are, built once, and small websites of invented regions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stratkit.load import load_workspace
from stratkit.model.linked import Workspace
from stratkit.site.options import SiteOptions
from stratkit.site.serving.showing import show
from stratkit.source import FolderTree
from tests.site.revisions import exercise_repository

REPOSITORY = Path(__file__).parents[2]


def build(strategies: Path, target: Path) -> Workspace:
    """Build the website of *strategies* in *target*."""
    tree = FolderTree(strategies)
    workspace = load_workspace(tree)
    for file in show(tree, SiteOptions()).files():
        place = target / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.make())
    return workspace


@pytest.fixture(scope="session")
def real_workspace() -> Workspace:
    """The strategies of the repository."""
    return load_workspace(FolderTree(REPOSITORY / "strategies"))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website of the repository's strategies, in a folder whose name holds a space."""
    target = tmp_path_factory.mktemp("site") / "a website"
    build(REPOSITORY / "strategies", target)
    return target


@pytest.fixture(scope="session")
def real_pages(real_site: Path) -> dict[str, str]:
    """The text of every page by its path."""
    return {page.relative_to(real_site).as_posix(): page.read_text() for page in sorted(real_site.rglob("*.html"))
            if "files" not in page.relative_to(real_site).parts}  # fmt: skip


@pytest.fixture(scope="session")
def exercise_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website of the exercise: the real Tomsk as a former edition, its invented update in force."""
    top = tmp_path_factory.mktemp("exercise")
    build(exercise_repository(REPOSITORY / "strategies", top), top / "site")
    return top / "site"


@pytest.fixture
def built(corpus: Path, tmp_path: Path) -> Iterator[Callable[[], Path]]:
    """Builds the website of the (changed) corpus and gives its folder."""

    def run() -> Path:
        build(corpus, tmp_path / "site")
        return tmp_path / "site"

    return run
