"""Many regions: the map of tiles, and how far they are apart."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import yaml

from tests.site.html_pages import read


def many(corpus: Path, count: int, tiles: dict[int, list[int]]) -> None:
    """Copies of the region of the corpus, some with a place on the map."""
    for number in range(count):
        folder = corpus / f"region{number}"
        shutil.copytree(corpus / "demo", folder)
        path = folder / "strategy.yaml"
        data = yaml.safe_load(path.read_text())
        data["id"] = folder.name
        data["region"]["code"] = f"RU-R{number:02}"
        if number in tiles:
            data["region"]["tile"] = tiles[number]
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def test_many_regions_stand_on_a_map_and_in_a_list(corpus: Path, built: Callable[[], Path]) -> None:
    many(corpus, 8, {0: [5, 1], 1: [6, 1], 2: [5, 2], 3: [5, 2]})
    text = (built() / "index.html").read_text()
    drawing = text[text.index('class="tile-map"') : text.index("</svg>", text.index('class="tile-map"'))]
    # The fourth claims the place of the third: it stands in the list only, as those without a place.
    assert read(drawing).links == ["region0/index.html", "region1/index.html", "region2/index.html"]
    assert ">R01<" in drawing
    assert 'x="60"' in drawing
    for number in range(8):
        assert f"region{number}/index.html" in text[text.index('id="regions"') :]


def test_regions_without_places_have_no_map(corpus: Path, built: Callable[[], Path]) -> None:
    many(corpus, 7, {})
    assert "tile-map" not in (built() / "index.html").read_text()


def test_few_regions_stand_as_cards(corpus: Path, built: Callable[[], Path]) -> None:
    many(corpus, 1, {0: [1, 1]})
    text = (built() / "index.html").read_text()
    assert "tile-map" not in text
    assert "region-card" in text


def test_of_many_regions_the_table_tells_the_ends(corpus: Path, built: Callable[[], Path]) -> None:
    many(corpus, 7, {})
    plan = corpus / "region3/indicators/health.yaml"
    plan.write_text(plan.read_text().replace("2024: 100", "2024: 5"))
    text = (built() / "compare/index.html").read_text()
    row = text[text.index("indicators/e-records.html") :]
    cells = re.findall(r'<td class="num"[^>]*>(.*?)</td>', row[: row.index("</tr>")])
    told = [re.sub("<[^>]+>", " ", one).split() for one in cells]
    assert told[0] == ["9"]
    assert told[1][:3] == ["5", "%", "2024"]
    assert told[2][:3] == ["100", "%", "2024"]
    assert told[3] == ["95", "п.", "п."]
