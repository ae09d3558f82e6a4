"""Documents kept from one run to the next: the same bytes, and never those of other data."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_up_documents import HOSTILE

from stratkit.document.stored import decoded, encoded

PROJECT = "demo/projects/health/booking.yaml"


@pytest.fixture
def cache(monkeypatch, tmp_path):
    """A folder that keeps what is worked out."""
    folder = tmp_path / "kept"
    monkeypatch.setenv("STRATKIT_CACHE", str(folder))
    return folder


@pytest.fixture
def made(stratkit, corpus, tmp_path):
    """Make the document of a region of the corpus; give back its bytes."""

    def make(*more: str) -> bytes:
        target = tmp_path / "one.html"
        target.unlink(missing_ok=True)
        ran = stratkit("-C", corpus, "document", "demo", *more, "-o", target)
        assert ran.code == 0, ran.err
        return target.read_bytes()

    return make


def entries(cache) -> dict[Path, bytes]:
    """What is kept of documents."""
    found = {path: path.read_bytes() for path in cache.rglob("*") if path.is_file()}
    return {path: data for path, data in found.items() if b'"DocumentView"' in data}


@pytest.mark.parametrize("case", HOSTILE)
def test_any_document_comes_back_as_it_was(case):
    assert decoded(encoded(HOSTILE[case])) == HOSTILE[case]


def test_documents_of_the_regions_come_back_as_they_were(regions):
    for view in regions.values():
        assert decoded(encoded(view)) == replace(view)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"Text": [1, 2, 3, 4, 5, 6, 7, 8]}', b'{"os": []}', b"\xff"])
def test_what_somebody_else_wrote_is_nothing(data):
    assert decoded(data) is None


def test_the_second_run_gives_the_same_bytes_from_what_is_kept(cache, made, monkeypatch):
    first = made()
    assert len(entries(cache)) == 1
    monkeypatch.setattr("stratkit.document.build.build_document", None)  # whoever builds anew fails
    assert made() == first


def test_a_change_of_a_file_gives_the_new_words(cache, made, corpus):
    made()
    path = corpus / PROJECT
    path.write_text(path.read_text().replace("Запись к врачу", "Новая запись к врачу"))
    assert "Новая запись к врачу".encode() in made()
    words = corpus / "catalog/profiles/federal.yaml"
    words.write_text(words.read_text().replace("Основания", "Новые основания"))
    assert "Новые основания".encode() in made()


def test_the_moment_is_part_of_the_key(cache, stratkit, corpus, tmp_path, monkeypatch):
    files = []
    for moment in ("", "981173106", ""):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        target = tmp_path / "one.docx"
        assert stratkit("-C", corpus, "document", "demo", "--format", "docx", "-o", target).code == 0
        files.append(target.read_bytes())
    assert files[0] == files[2] != files[1]


def test_data_that_got_an_error_is_refused_again(cache, made, stratkit, corpus, tmp_path):
    made()
    path = corpus / PROJECT
    path.write_text(path.read_text().replace("tasks: [services]", "tasks: [no-such-task]"))
    ran = stratkit("-C", corpus, "document", "demo", "-o", tmp_path / "two.html")
    assert (ran.code, (tmp_path / "two.html").exists()) == (2, False)
    assert f"{PROJECT}:" in ran.err


def test_what_is_written_in_spite_of_errors_is_not_kept(cache, made, corpus):
    path = corpus / PROJECT
    path.write_text(path.read_text().replace("tasks: [services]", "tasks: [no-such-task]"))
    made("--keep-going")
    assert not entries(cache)


def test_a_damaged_entry_costs_time_and_nothing_else(cache, made):
    first = made()
    for path, data in entries(cache).items():
        path.write_bytes(data[:-9] + b"xxxxxxxxx")
    assert made() == first


def test_a_part_of_a_document_is_never_taken_for_the_whole(cache, made):
    whole = made()
    assert made("--section", "projects") != whole
    assert made() == whole
