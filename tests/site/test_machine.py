"""Files for machines: whole, readable by other programs, escaped for their place."""

import csv
import hashlib
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import jsonschema_rs
import pytest

from stratkit.exchange.models import EntityData
from stratkit.load import load_workspace
from stratkit.model.schema import schema_text
from stratkit.site.machine.data import inert_json
from stratkit.site.machine.web import MAX_ADDRESSES, sitemaps
from stratkit.site.options import SiteOptions
from stratkit.site.serving.showing import show
from stratkit.source import FolderTree

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
URL = "https://example.org/a folder"


def built(folder: Path, documents=("html",)):
    tree = FolderTree(folder)
    workspace = load_workspace(tree)
    return workspace, {file.path: file.make for file in show(tree, SiteOptions(documents)).files()}


@pytest.fixture
def demo(corpus):
    return built(corpus)


@pytest.fixture
def published(corpus):
    """The workspace with an address of its own."""
    settings = corpus / "stratkit.yaml"
    settings.write_text(settings.read_text() + f"site:\n  url: {URL}\n  operator: Минцифры\n")
    return built(corpus)


def test_every_page_of_an_entity_has_its_json(demo):
    workspace, files = demo
    validator = jsonschema_rs.validator_for(json.loads(schema_text("entity", EntityData, str)))
    seen = set()
    for path, make in files.items():
        if path.endswith(".json") and "/files/" not in path:
            assert path.removesuffix(".json") + ".html" in files
            data = json.loads(make())
            assert validator.is_valid(data), path
            seen.add((data["kind"], data["region"]))
    for region in workspace.strategies:
        assert ("project", region) in seen
        assert ("indicator", region) in seen
    strategy = workspace.strategies["demo"]
    for folder, entities in (("projects", strategy.projects), ("indicators", strategy.indicators)):
        for one in entities:
            assert f"demo/{folder}/{one.id}.json" in files


def test_json_beside_a_page_says_what_is_linked_to_it(demo):
    workspace, files = demo
    strategy = workspace.strategies["demo"]
    for one in strategy.indicators:
        data = json.loads(files[f"demo/indicators/{one.id}.json"]())
        assert data["data"]["values"] == {str(year): value for year, value in one.plan.items()}
        assert [each["id"] for each in data["projects"]] == [
            each.id for each in strategy.projects_of("indicator", one.id)
        ]


def test_archive_of_a_region_holds_every_download_with_its_checksum(demo):
    _workspace, files = demo
    with zipfile.ZipFile(io.BytesIO(files["demo/files/demo.zip"]())) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        sums = dict(reversed(line.split("  ")) for line in archive.read("SHA256SUMS").decode().splitlines())
        assert set(sums) == names - {"SHA256SUMS"} == {"demo.html", "demo.json", "demo.csv.zip", "demo.xlsx"}
        for name, digest in sums.items():
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest
            assert archive.read(name) == files[f"demo/files/{name}"]()


def test_same_data_same_bytes(corpus):
    _, first = built(corpus)
    _, second = built(corpus)
    assert list(first) == list(second)
    assert [path for path in first if first[path]() != second[path]()] == []


def test_feed_is_atom(demo):
    workspace, files = demo
    for region, strategy in workspace.strategies.items():
        root = ET.fromstring(files[f"{region}/feed.xml"]())
        assert root.tag == f"{ATOM}feed"
        for part in (root, *root.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert part.findtext(f"{ATOM}{name}"), name
        assert len(root.findall(f"{ATOM}entry")) == len(strategy.frame.editions)


def test_ids_of_a_feed_stay_when_the_website_moves(demo, published):
    ids = [ET.fromstring(files["demo/feed.xml"]()).findtext(f"{ATOM}id") for _, files in (demo, published)]
    assert ids[0] == ids[1]


def test_no_sitemap_without_an_address(demo):
    _, files = demo
    assert "sitemap.xml" not in files
    assert b"Sitemap" not in files["robots.txt"]()


def test_sitemap_names_every_page_in_every_language(published):
    _, files = published
    root = ET.fromstring(files["sitemap.xml"]())
    places = [entry.findtext(f"{MAP}loc") for entry in root]
    assert len(places) == len(set(places))
    assert "https://example.org/a%20folder/" in places
    pages = {
        path for path in files if path.endswith(".html") and "/files/" not in path and not path.endswith("404.html")
    }
    assert len(places) == len(pages)
    assert all(len(entry.findall("{http://www.w3.org/1999/xhtml}link")) == 2 for entry in root)
    assert b"Sitemap: https://example.org/" in files["robots.txt"]()


def test_a_sitemap_that_is_too_long_is_parted():
    paths = [f"{number}.html" for number in range(MAX_ADDRESSES + 1)]
    files = sitemaps("https://example.org/", paths, {"ru": ""})
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    index = ET.fromstring(files["sitemap.xml"])
    assert [entry.findtext(f"{MAP}loc") for entry in index] == [
        "https://example.org/sitemap-1.xml", "https://example.org/sitemap-2.xml",
    ]  # fmt: skip
    assert sum(len(ET.fromstring(files[f"sitemap-{number}.xml"])) for number in (1, 2)) == len(paths)


@pytest.mark.parametrize("url", ["ftp://example.org", "example.org", "javascript:alert(1)", "http://[", "https://"])
def test_a_wrong_address_is_no_address(corpus, url):
    settings = corpus / "stratkit.yaml"
    settings.write_text(settings.read_text() + f'site:\n  url: "{url}"\n')
    workspace, files = built(corpus)
    assert [one.code for one in workspace.findings if one.place.path == "stratkit.yaml"] == ["SCH001"]
    assert "sitemap.xml" not in files
    described = json.loads(files["demo/dataset.jsonld"]())
    assert all(f"demo/{one['contentUrl']}" in files for one in described["distribution"])


def test_dataset_is_described_for_search_engines(demo, published):
    data = json.loads(demo[1]["demo/dataset.jsonld"]())
    assert data["@type"] == "Dataset"
    assert data["name"] == demo[0].strategies["demo"].title
    for one in data["distribution"]:
        assert f"demo/{one['contentUrl']}" in demo[1]
    data = json.loads(published[1]["demo/dataset.jsonld"]())
    assert data["publisher"]["name"] == "Минцифры"
    assert all(one["contentUrl"].startswith("https://example.org/") for one in data["distribution"])


def test_json_stays_data_inside_a_page():
    hostile = "</script><script>alert(1)</script> & \u2028\u2029 <!--"
    text = inert_json({"name": hostile})
    assert json.loads(text) == {"name": hostile}
    assert not set(text) & set("<>&\u2028\u2029")


def test_hostile_text_in_a_feed_is_text(corpus):
    frame = corpus / "demo/strategy.yaml"
    lines = [
        'title: "A ]]> <b>&amp; \\u0001\\uFFFF name"' if line.startswith("title:") else line
        for line in frame.read_text().splitlines()
    ]
    frame.write_text("\n".join(lines) + "\n")
    _, files = built(corpus)
    title = ET.fromstring(files["demo/feed.xml"]()).findtext(f"{ATOM}title")
    assert title == "A ]]> <b>&amp;  name"


INN = "7000000000"


def test_open_data_by_the_recommendations(corpus):
    settings = corpus / "stratkit.yaml"
    settings.write_text(
        settings.read_text() + f'site:\n  url: {URL}\n  operator: Минцифры\n  contact: a@example.org\n  inn: "{INN}"\n'
    )
    _, files = built(corpus)
    rows = table(files["opendata/list.csv"]())
    assert rows[0] == ["property", "title", "value", "format"]
    assert rows[1][0] == "standardversion"
    places = {f"https://example.org/a%20folder/{path}": path for path in files}
    for identifier, _title, passport, form in rows[2:]:
        assert re.fullmatch(rf"{INN}-[a-z]+", identifier)
        assert form == "csv"
        meta = dict(table(files[places[passport]]()))
        assert meta["identifier"] == identifier
        day = meta["modified"]
        assert day in {"20210820", "20210710"}
        assert meta["publishermbox"] == "a@example.org"
        data = table(files[places[meta[f"data-{day}-structure-{day}"]]]())
        structure = table(files[places[meta[f"structure-{day}"]]]())
        assert structure[0] == ["field name", "english description", "russian description", "format"]
        assert data[0] == [row[0] for row in structure[1:]]
    assert len(rows[2:]) == sum(path.startswith("opendata/") and path.endswith("meta.csv") for path in files)


def table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def test_no_register_of_open_data_without_a_publisher(demo, published):
    assert not any(path.startswith("opendata/") for _, files in (demo, published) for path in files)
