"""Every text field of every kind of file holds what attacks browsers, spreadsheets and word processors: nothing of it runs."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.conftest import CORPUS, PATIENCE
from tests.fuzz.hostile import MARK, TEXTS
from tests.hostile.conftest import stratkit
from tests.hostile.texts import fields, poison

pytestmark = pytest.mark.xdist_group("browser")

SCRIPTS = tuple(text for text in TEXTS if "attacker" in text or MARK in text or "{{" in text)
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
OPEN = {"workspace.site.edit_url": "https://example.org/edit/{path}"}
"""Fields that must be web addresses; others are left out, which another test holds."""
ADDRESS = f"https://example.org/'\"><script>{MARK}</script>/"
"""Of the website: as much of an attack as an address may hold."""

NOT_SHOWN = re.compile(r"(profile|amendments|workspace\.lint|facts\.values\.indicator)\b")
"""How documents are laid out and acts are worded: templates of the methodology, which name fields in braces."""

VARIANT = {"field": "title", "section": "card", "value": "x", "note": "x"}


def _completed(folder: Path) -> None:
    """The corpus with everything that a field can stand in."""

    def put(path: str, change) -> None:
        file = folder / path
        value = yaml.safe_load(file.read_text())
        change(value)
        file.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False))

    act = {"kind": "order", "issuer": "x", "date": "2022-08-30", "act_number": "1", "title": "x"}
    kind = yaml.safe_load((folder / "catalog/act-kinds.yaml").read_text())["items"][0]["id"]
    put("demo/strategy.yaml", lambda one: one.update(
        editions=[{"id": "first", "act": {**act, "kind": kind}, "revision": "x"}, {"id": "second", "act": {**act, "kind": kind, "date": "2023-08-30"}, "revision": "x"}],
        source={"title": "x", "file": "x", "notice": "x", "pages": 9}))  # fmt: skip
    put(
        "stratkit.yaml",
        lambda one: one.update(site={"title": "x", "operator": "x", "contact": "x", "url": ADDRESS, "edit_url": "x"}),
    )
    for name in ("beneficiaries", "national-goals", "roles", "technologies"):
        put(f"catalog/{name}.yaml", lambda one: one["items"][0].update(words=["x"]))
    put("catalog/glossary.yaml", lambda one: one["items"][0].update(instead_of=["x"]))
    put("demo/bodies.yaml", lambda one: one["bodies"][0].update(variants=[VARIANT]))
    put("demo/projects/health/booking.yaml", lambda one: one.update(variants=[VARIANT]))
    put("demo/indicators/health.yaml", lambda one: one["indicators"][0].update(variants=[VARIANT]))
    put("demo/industries/health.yaml", lambda one: one["challenges"][0].update(variants=[VARIANT]))
    put("demo/programmes.yaml", lambda one: one["programmes"][0].update(variants=[VARIANT]))
    put("demo/basis.yaml", lambda one: one["acts"][0].update(variants=[VARIANT]))
    indicator = yaml.safe_load((folder / "demo/indicators/health.yaml").read_text())["indicators"][0]["id"]
    (folder / "demo/facts").mkdir(exist_ok=True)
    (folder / "demo/facts/2022.yaml").write_text(
        f"stratkit: facts/1\nyear: '2022'\nvalues: [{{indicator: {indicator}, value: 1, source: x}}]\n"
    )
    (folder / "demo/reasons.yaml").write_text(
        f"stratkit: reasons/1\nreasons: [{{id: {indicator}, field: x, reason: x}}]\n"
    )


def _site(folder: Path, texts: Iterator[str]) -> tuple[Path, set[str]]:
    strategies = folder / "strategies"
    shutil.copytree(CORPUS, strategies)
    _completed(strategies)
    seen = poison(strategies, lambda where: OPEN.get(where) or next(texts), keep=frozenset({"profile.words", "profile.layout", "profile.stamps", "profile.title_page", "profile.sections", "profile.passport", "profile.sheet", "profile.stamp_words", "workspace.lint"}))  # fmt: skip
    ran = stratkit(
        folder, "-C", strategies, "build", "-o", folder / "site", "--keep-going", "--documents", "html,md,docx,odt"
    )
    assert ran.returncode == 0, ran.stderr
    for form in ("csv", "xlsx", "json"):
        ran = stratkit(
            folder, "-C", strategies, "export", "demo", "--format", form, "-o", folder / f"demo.{form}", "--keep-going"
        )
        assert ran.returncode == 0, ran.stderr
    return folder, seen


@pytest.fixture(scope="session", params=["all in one", "one by one"])
def poisoned(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """A folder with a website and exports in whose every text the attacks stand: together, or in turn."""
    folder = tmp_path_factory.mktemp("poisoned")
    single = itertools.cycle(text for text in TEXTS if text.strip() and "\x00" not in text and not text[0].isdigit())
    return _site(folder, itertools.repeat(" ".join(SCRIPTS)) if request.param == "all in one" else single)


def test_every_text_field_of_the_models_is_attacked(poisoned: tuple[Path, set[str]]) -> None:
    missing = {name for name in fields() - poisoned[1] if not NOT_SHOWN.match(name)}
    assert not missing, "put the field into _completed()"


def _pages(site: Path) -> list[str]:
    """One page of each kind and language, two of the region's: the largest, which hold most."""
    kinds: dict[str, list[Path]] = {}
    for page in sorted(site.rglob("*.html")):
        place = page.relative_to(site)
        own = page.name in ("index.html", "findings.html", "document.html", "search.html") or len(place.parts) == 1
        kinds.setdefault(place.as_posix() if own else place.parent.as_posix(), []).append(page)
    return [
        max(found, key=lambda one: (one.stat().st_size, one)).relative_to(site).as_posix() for found in kinds.values()
    ]


LOOK = """() => ({
  ran: window.__stratkit_hostile === undefined ? 0 : 1,
  handlers: [...document.querySelectorAll('*')].filter((one) => [...one.attributes].some((a) => /^on/i.test(a.name))).length,
  links: [...document.querySelectorAll('[href],[src],[action],[formaction]')].map((one) => one.getAttribute('href') || one.getAttribute('src') || '')
    .filter((link) => /^\\s*(javascript|data|vbscript):/i.test(link) && !/^data:image\\/(svg|png)/.test(link)),
  frames: document.querySelectorAll('iframe,object,embed,base').length,
})"""


def test_nothing_runs_in_a_browser(poisoned: tuple[Path, set[str]], browser: Any) -> None:
    site = poisoned[0] / "site"
    trouble: list[str] = []
    context = browser.new_context()
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    page.on(
        "console",
        lambda said: trouble.append(f"{page.url}: {said.text}") if said.type in {"error", "warning"} else None,
    )
    page.on("pageerror", lambda error: trouble.append(f"{page.url}: {error}"))
    page.on("dialog", lambda dialog: (trouble.append(f"{page.url}: dialog"), dialog.dismiss()))
    page.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith(("file:", "blob:", "data:"))
            else trouble.append(f"{page.url} asks for {asked.url}")
        ),
    )
    pages = [
        *_pages(site),
        "search.html?q=script",
        "search.html?q=<img src=x onerror=window.__stratkit_hostile=1>",
        "demo/projects/index.html?filter=<svg onload=window.__stratkit_hostile=1>",
    ]
    assert len(pages) > 40
    for path in pages:
        if path.endswith("404.html"):
            continue  # a server shows it at any address, so it asks for its files by their full one: not from a disk
        name, _, query = path.partition("?")
        page.goto((site / name).as_uri() + (f"?{query}" if query else ""))
        page.mouse.move(300, 300)
        if name == "search.html" and query:
            page.locator("#search-count:not(:empty)").wait_for()
        assert page.evaluate(LOOK) == {"ran": 0, "handlers": 0, "links": [], "frames": 0}, path
    context.close()
    assert not trouble


def test_the_policy_of_the_page_blocks_what_is_injected(poisoned: tuple[Path, set[str]], browser: Any) -> None:
    site = poisoned[0] / "site"
    page = browser.new_page()
    for path in ("index.html", "demo/index.html", "demo/projects/index.html", "search.html", "compare/index.html"):
        text = (site / path).read_text()
        broken = site / path.replace(".html", "-injected.html")
        broken.write_text(text.replace("</main>", f"<script>{MARK}</script><img src=x onerror={MARK}></main>"))
        said: list[str] = []
        page.on("console", lambda one, said=said: said.append(one.text))
        page.goto(broken.as_uri())
        assert page.evaluate("window.__stratkit_hostile") is None, path
        assert any("Content Security Policy" in one for one in said), path
        broken.unlink()


def test_templates_in_texts_are_texts(poisoned: tuple[Path, set[str]]) -> None:
    for file in (poisoned[0] / "site").rglob("*.html"):
        assert "1337" not in file.read_text(), file


def test_inline_data_cannot_end_its_script(poisoned: tuple[Path, set[str]]) -> None:
    found = 0
    for file in (poisoned[0] / "site").rglob("*.html"):
        for kind, data in re.findall(
            r'<script type="(application/[\w+]*json)"[^>]*>(.*?)</script>', file.read_text(), re.DOTALL
        ):
            found += 1
            assert kind
            json.loads(data)
            assert not re.search("[<>\u2028\u2029]", data), file
    assert found > 10


def test_files_for_programs_are_well_formed(poisoned: tuple[Path, set[str]]) -> None:
    site = poisoned[0] / "site"
    counts = {"xml": 0, "json": 0, "csv": 0}
    for file in site.rglob("*"):
        if file.suffix in (".xml", ".svg", ".atom", ".rss"):
            assert b"<!ENTITY" not in file.read_bytes()
            ElementTree.fromstring(file.read_bytes())
            counts["xml"] += 1
        elif file.suffix in (".json", ".jsonld"):
            json.loads(file.read_bytes())
            counts["json"] += 1
        elif file.suffix == ".csv":
            _inert(file.read_bytes())
            counts["csv"] += 1
    assert counts["xml"] >= 1
    assert counts["json"] >= 2


def _inert(data: bytes) -> None:
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        for cell in row:
            assert not cell.startswith(FORMULAS) or re.fullmatch(r"-?\d+(\.\d+)?", cell), cell[:60]


def test_cells_of_exports_are_texts(poisoned: tuple[Path, set[str]]) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    with zipfile.ZipFile(poisoned[0] / "demo.csv") as archive:
        for name in archive.namelist():
            if name.endswith(".csv"):
                _inert(archive.read(name))
    book = openpyxl.load_workbook(poisoned[0] / "demo.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert len(cells) > 100
    for cell in cells:
        assert cell.data_type != "f", cell.coordinate
        assert cell.hyperlink is None, cell.coordinate
    json.loads((poisoned[0] / "demo.json").read_bytes())


def test_documents_hold_no_field_and_no_object_of_the_text(poisoned: tuple[Path, set[str]]) -> None:
    found = 0
    for file in (*poisoned[0].rglob("*.docx"), *poisoned[0].rglob("*.odt")):
        found += 1
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                assert not name.startswith(("/", "..")), name
                assert not re.search(r"(vbaProject|oleObject|embeddings|Basic/|Scripts/)", name), name
                if name.endswith((".xml", ".rels")):
                    data = archive.read(name)
                    assert b"<!ENTITY" not in data
                    tree = ElementTree.fromstring(data)
                    codes = [one.text or "" for one in tree.iter() if one.tag.endswith("}instrText")]
                    assert not [one for one in codes if re.search("INCLUDE|DDE|MACRO|QUOTE|attacker", one)], name
                    targets = [one.get("Target", "") for one in tree.iter() if one.get("TargetMode") == "External"]
                    assert not [one for one in targets if not re.match("(https?|mailto):", one)], name
    assert found >= 2


def test_typst_reads_texts_as_data(poisoned: tuple[Path, set[str]], tmp_path: Path) -> None:
    pytest.importorskip("typst")
    ran = stratkit(
        tmp_path,
        "-C",
        poisoned[0] / "strategies",
        "document",
        "demo",
        "--format",
        "pdf",
        "--keep-going",
        "-o",
        tmp_path / "demo.pdf",
    )
    assert ran.returncode == 0, ran.stderr
    data = (tmp_path / "demo.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert not re.search(rb"/(JavaScript|Launch|EmbeddedFile|JS)\b", data)
    if shutil.which("pdftotext"):
        text = subprocess.run(
            ["pdftotext", tmp_path / "demo.pdf", "-"], capture_output=True, text=True, check=True
        ).stdout
        assert "root:" not in text
