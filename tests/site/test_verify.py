"""``stratkit verify``: whether a website is what it says, and what the data give."""

import json
import re
import shutil

import pytest

from stratkit.site.file import MANIFEST


@pytest.fixture
def site(corpus, tmp_path, stratkit):
    assert stratkit("-C", corpus, "build", "-o", tmp_path / "site", "--jobs", "1").code == 0
    return tmp_path / "site"


def verify(stratkit, corpus, site, *options):
    ran = stratkit("-C", corpus, "verify", site, *options)
    return ran.code, ran.out.splitlines(), ran.err


def test_a_whole_website(stratkit, corpus, site):
    code, found, said = verify(stratkit, corpus, site)
    assert (code, found) == (0, [])
    assert "the website is whole" in said


def test_it_says_what_was_meddled_with(stratkit, corpus, site):
    (site / "demo/index.html").write_text("meddled with")
    (site / "sample/index.html").unlink()
    (site / "demo/new.html").write_text("not ours")
    code, found, _said = verify(stratkit, corpus, site, "--files-only")
    assert code == 1
    assert found == [
        "demo/index.html: is not what was written",
        "sample/index.html: is missing",
        "demo/new.html: was not made by stratkit",
    ]


def test_it_says_which_pages_the_data_give_otherwise(stratkit, corpus, site):
    path = corpus / "demo/indicators/health.yaml"
    path.write_text(re.sub(r"2024: \d+", "2024: 73", path.read_text(), count=1))
    code, found, said = verify(stratkit, corpus, site)
    assert code == 1
    assert "made of other data" in said
    assert "demo/indicators/index.html: the data give another page" in found
    assert not any(line.startswith("sample/tasks/") for line in found)
    assert verify(stratkit, corpus, site, "--files-only")[0] == 0


def test_a_page_that_the_data_do_not_give(stratkit, corpus, site):
    (corpus / "demo/projects/health/booking.yaml").unlink()
    _code, found, _said = verify(stratkit, corpus, site)
    assert "demo/projects/booking.html: the data give no such page" in found


def test_a_manifest_that_was_changed_with_the_page(stratkit, corpus, site):
    """Whoever forges a page may forge its hash too: building it again tells."""
    page = site / "demo/index.html"
    page.write_text("forged")
    manifest = json.loads((site / MANIFEST).read_text())
    import hashlib

    manifest["files"]["demo/index.html"] = hashlib.sha256(b"forged").hexdigest()
    (site / MANIFEST).write_text(json.dumps(manifest))
    code, found, _said = verify(stratkit, corpus, site)
    assert (code, found) == (1, ["demo/index.html: the data give another page"])


@pytest.mark.parametrize("damage", [None, b"", b"{}", b'{"files": {}}'])
def test_no_website(stratkit, corpus, site, damage):
    (site / MANIFEST).unlink() if damage is None else (site / MANIFEST).write_bytes(damage)
    ran = stratkit("-C", corpus, "verify", site)
    assert ran.code == 2
    assert "made by stratkit" in ran.err or "no website of stratkit" in ran.err


def test_the_manifest_says_where_the_website_comes_from(stratkit, corpus, site):
    manifest = json.loads((site / MANIFEST).read_text())
    assert manifest["made_by"].startswith("stratkit ")
    assert manifest["documents"] == "html"
    assert set(manifest) == {"made_by", "commit", "documents", "inputs", "files"}
    shutil.rmtree(corpus)
