"""Which files belong to which region."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import example, given
from hypothesis import strategies as st

from stratkit.source.home import CATALOG, by_region, paths_of, regions

NAMES = st.sampled_from(["a", "a-b", "a0", "a.yaml", "b", "я", CATALOG, "c d"])


@dataclass
class Listed:
    paths: tuple[str, ...]

    findings = ()

    def read(self, _path: str) -> bytes:
        return b""


@given(st.sets(st.lists(NAMES, min_size=1, max_size=3).map("/".join)))
@example({"a/x", "a-b/x", "a.yaml", "a0/x"})
@example(set())
def test_each_file_is_of_its_top_folder_and_those_of_none_and_of_the_catalogue_are_of_all(paths: set[str]):
    tree = Listed(tuple(sorted(paths)))
    expected: dict[str, list[str]] = {"": []}
    for path in tree.paths:
        folder, inside, _ = path.partition("/")
        expected.setdefault(folder if inside and folder != CATALOG else "", []).append(path)
    found = by_region(tree)
    assert found == {folder: tuple(own) for folder, own in expected.items()}
    assert list(found) == ["", *regions(tree)] == ["", *sorted(expected.keys() - {""})]
    assert all(paths_of(tree, folder) == own for folder, own in found.items() if folder)
