"""The merge driver: two editors, one file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratkit.diff.merge_text import UnmergeableError, merge_texts
from stratkit.source.reader import parse

BASE = """\
stratkit: bodies/1
# responsible bodies
bodies:
  - {id: first, title: Первый}
  # the second one
  - id: second
    title: Второй   # as in the order
    short_title: Два
"""


def merged(base: str, ours: str, theirs: str):
    return merge_texts(base.encode(), ours.encode(), theirs.encode())


def test_two_editors_add_to_one_list():
    ours = BASE + "  - {id: mine, title: Мой}\n"
    theirs = BASE + "  # new\n  - {id: yours, title: Ваш}\n"
    found = merged(BASE, ours, theirs)
    assert found.conflicts == 0
    assert found.text() == BASE + "  # new\n  - {id: yours, title: Ваш}\n  - {id: mine, title: Мой}\n"


def test_different_fields_of_one_entity():
    ours = BASE.replace("Второй ", "Вторая ")
    theirs = BASE.replace("Два", "2-й")
    assert merged(BASE, ours, theirs).text() == ours.replace("Два", "2-й")


def test_different_values_within_one_line():
    base = "a:\n  - {id: x, plan: {2022: 1, 2023: 2}}\n"
    found = merged(base, base.replace("2022: 1", "2022: 5"), base.replace("2023: 2", "2023: null"))
    assert found.text() == "a:\n  - {id: x, plan: {2022: 5, 2023: null}}\n"


def test_only_the_field_that_both_changed_is_marked():
    ours = BASE.replace("Второй ", "Вторая ").replace("Первый", "Начальный")
    theirs = BASE.replace("Второй ", "Другой ").replace("Два", "2-й")
    found = merged(BASE, ours, theirs)
    assert found.conflicts == 1
    assert found.text("HEAD", "branch") == BASE.replace("Первый", "Начальный").replace("Два", "2-й").replace(
        "    title: Второй   # as in the order\n",
        "<<<<<<< HEAD\n    title: Вторая   # as in the order\n=======\n    title: Другой   # as in the order\n>>>>>>> branch\n",
    )


def test_one_removes_what_the_other_changes():
    ours = BASE.replace("  - {id: first, title: Первый}\n", "")
    found = merged(BASE, ours, BASE.replace("Первый", "Начальный"))
    assert found.conflicts == 1
    assert "=======\n  - {id: first, title: Начальный}\n>>>>>>>" in found.text()


def test_one_removes_and_the_other_adds_behind():
    ours = BASE.replace("  - {id: first, title: Первый}\n", "")
    theirs = BASE.replace("  # the second", "  - {id: new, title: Новый}\n  # the second")
    assert [one["id"] for one in parse(merged(BASE, ours, theirs).text().encode(), "").value["bodies"]] == [
        "new",
        "second",
    ]


def test_lists_of_references():
    base = "tasks: [a, b, c]\n"
    assert merged(base, "tasks: [a, c]\n", "tasks: [a, b, x, c]\n").text() == "tasks: [a, x, c]\n"


def test_items_without_ids_are_matched_by_their_places():
    base = "milestones:\n  - {by: 2023, text: а}\n  - {by: 2024, text: б}\n"
    found = merged(base, base.replace("2023", "2022"), base.replace("б", "в"))
    assert found.text() == "milestones:\n  - {by: 2022, text: а}\n  - {by: 2024, text: в}\n"
    assert merged(base, base.replace("2023", "2022"), base + "  - {by: 2025, text: г}\n").conflicts == 1


def test_a_new_order_and_a_new_item():
    base = "a:\n  - {id: x}\n  - {id: w}\n"
    assert (
        merged(base, base + "  - {id: z}\n", "a:\n  - {id: w}\n  - {id: x}\n").text()
        == "a:\n  - {id: w}\n  - {id: z}\n  - {id: x}\n"
    )


def test_windows_line_ends_and_a_missing_last_one_do_not_matter():
    ours = BASE.replace("Первый", "Начальный").replace("\n", "\r\n")
    theirs = BASE.rstrip("\n") + "\n  - {id: last, title: Последний}"
    text = merged(BASE, ours, theirs).text()
    assert text == BASE.replace("Первый", "Начальный") + "  - {id: last, title: Последний}\n"


@pytest.mark.parametrize("broken", ["a: [", "- a\n", "", "a: 1\na: 2\n"])
def test_what_is_no_data_is_refused(broken: str):
    with pytest.raises(UnmergeableError):
        merged(BASE, BASE, broken)


VALUES = st.dictionaries(
    st.sampled_from(["id", "title", "plan", "tasks"]),
    st.integers(0, 3) | st.sampled_from(["а", "б"]) | st.lists(st.sampled_from("xzw"), unique=True).map(list),
    min_size=1,
)
FILES = st.lists(VALUES, max_size=4, unique_by=lambda one: str(one.get("id"))).map(
    lambda items: (
        "top: 1\nitems:" + (" []\n" if not items else "\n" + "".join(f"  - {one}\n" for one in items)).replace("'", "")
    )
)


@settings(deadline=None)
@given(FILES, FILES, FILES)
def test_any_three_versions(base: str, ours: str, theirs: str):
    assert merged(base, ours, base).text() == ours
    assert parse(merged(base, base, theirs).text().encode(), "").value == parse(theirs.encode(), "").value
    found = merged(base, ours, theirs)
    assert found.conflicts or parse(found.text().encode(), "").value is not None


def test_every_file_of_the_corpus_survives(corpus: Path):
    for path in sorted(corpus.rglob("*.yaml")):
        data = path.read_bytes()
        added = data + b"# a remark at the end\n"
        assert merge_texts(data, added, data).text().encode() == added
        assert merge_texts(data, data, data).text().encode() == data
