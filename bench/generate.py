"""Makes workspaces of many regions that are shaped like the real ones.

Each generated region follows one of the real strategies file by file: the same lists, links and lengths,
measured when it is made. Its words are drawn from the running words of all real strategies, one for one and
of equal length, so that letters, lengths and frequencies stay what they are. Projects and indicators are
repeated under new ids until the region has as many files as asked. Region *n* is the same whatever the
number of regions is, and the same on every machine.
"""

from __future__ import annotations

import argparse
import copy
import random
import re
import shutil
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bench.emit import emit

ROOT = Path(__file__).parent.parent
REAL = ROOT / "strategies"
FILES = 190
"""Files of one region: what the tests of scale are asked for. The real ones have fewer projects."""
SEED = 1

_WORD = re.compile("[А-ЯЁ]?[а-яё]{3,}")
_DIGITS = re.compile("[0-9]")
_LOWER = re.compile(r"(?<![\w«])[а-яё]{4,}\b")
_FIRST = (
    *("Бело belo", "Красно krasno", "Ново novo", "Старо staro", "Верхне verkhne", "Нижне nizhne", "Южно yuzhno"),
    *("Северо severo", "Восточно vostochno", "Западно zapadno", "Средне sredne", "Мало malo", "Велико veliko"),
    *("Черно cherno", "Свято svyato", "Право pravo", "Лево levo", "Горно gorno", "Лесо leso", "Камено kameno"),
    *("Злато zlato", "Сребро srebro", "Ясно yasno", "Тихо tikho", "Свето sveto", "Добро dobro", "Боро boro"),
    *("Сухо sukho", "Зелено zeleno", "Дальне dalne"),
)
_SECOND = (
    *("горск gorsk", "озерск ozersk", "реченск rechensk", "польск polsk", "борск borsk", "донск donsk", "морск morsk"),
    *("камск kamsk", "градск gradsk", "лугск lugsk", "заводск zavodsk", "мостовск mostovsk", "ярск yarsk"),
    *("станск stansk", "дольск dolsk", "бережск berezhsk", "холмск kholmsk", "ключевск klyuchevsk"),
    *("островск ostrovsk", "уральск uralsk", "волжск volzhsk", "окск oksk", "лесск lessk", "каменск kamensk"),
    *(
        "песчанск peschansk",
        "родинск rodinsk",
        "светск svetsk",
        "садовск sadovsk",
        "устьинск ustinsk",
        "дубровск dubrovsk",
    ),
)
MOST = len(_FIRST) * len(_SECOND)
"""So many regions have names of their own."""


@dataclass(frozen=True, slots=True)
class Name:
    """A made-up region: what it is called, and its id."""

    stem: str
    id: str

    @classmethod
    def of(cls, number: int) -> Name:
        """The name of region *number*, from 0; no two of the first :data:`MOST` are equal."""
        first, latin = _FIRST[number % len(_FIRST)].split()
        second, ending = _SECOND[(number + number // len(_FIRST)) % len(_SECOND)].split()
        return cls(first + second, latin + ending)


@dataclass(slots=True)
class Model:
    """A real strategy: its files, and the beginning of its region's name as an adjective."""

    files: dict[str, Any]
    stem: str
    schemas: dict[str, str]


@dataclass(slots=True)
class Real:
    """Everything that was measured on the real workspace."""

    models: list[Model]
    words: dict[int, list[str]]
    """Running words of all strategies by length: as often as they stand there."""
    federal: dict[str, dict[str, Any]] = field(default_factory=dict)
    common: dict[str, dict[str, Any]] = field(default_factory=dict)


def measure(folder: Path = REAL) -> Real:
    """Read the real workspace *folder*."""
    words: dict[int, list[str]] = defaultdict(list)
    models = []
    for home in sorted(one.parent for one in folder.glob("*/strategy.yaml")):
        files = {}
        schemas = {}
        for path in sorted(home.rglob("*.yaml")):
            text = path.read_text("utf-8")
            name = str(path.relative_to(home))
            files[name] = yaml.load(text, yaml.CSafeLoader)
            schemas[name] = text.partition("\n")[0]
            for word in _LOWER.findall(text):
                words[len(word)].append(word)
        stem = files["strategy.yaml"]["region"]["name"]["nominative"].partition("ская ")[0] + "ск"
        models.append(Model(files, stem, schemas))
    real = Real(models, dict(words))
    for kind, key, into in (
        ("federal-projects", "projects", real.federal),
        ("indicators", "indicators", real.common),
    ):
        for path in sorted((folder / "catalog" / kind).glob("*.yaml")):
            for item in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)[key]:
                into[item["id"]] = item
    return real


class Region:
    """One region in the making.

    Args:
        real: what was measured.
        number: of the region, from 0.
        files: how many files it is to have; less than its model has leaves projects out.
        seed: another seed makes other texts and values.
    """

    def __init__(self, real: Real, number: int, files: int, seed: int) -> None:
        self.real = real
        self.name = Name.of(number)
        self.model = real.models[number % len(real.models)]
        self.wanted = files
        self.random = random.Random(zlib.crc32(f"{seed}/{number}".encode())).random

    def files(self) -> Iterator[tuple[str, str]]:
        """Path within the region and text of each file."""
        for path, value in self.values().items():
            yield path, f"{self.model.schemas.get(path) or self.schema_of(path)}\n{emit(value)}"

    def schema_of(self, path: str) -> str:
        """The first line of a project that the model does not have."""
        folder = path.rpartition("/")[0]
        return next(line for name, line in self.model.schemas.items() if name.startswith(f"{folder}/"))

    def values(self) -> dict[str, Any]:
        """The content of each file, by path."""
        made: dict[str, Any] = {}
        for path, value in self.model.files.items():
            if path in {"strategy.yaml", "bodies.yaml"}:
                made[path] = self.renamed(value)
            else:
                made[path] = self.reworded(value)
        frame = made["strategy.yaml"]
        frame["id"] = self.name.id
        frame["region"].update(capital=self.name.stem, code=None)
        del frame["region"]["code"]
        self.shrink(made)
        self.grow(made)
        return made

    def shrink(self, made: dict[str, Any]) -> None:
        """Take away the last projects, and indicators of theirs alone, while there are too many files."""
        last = [path for path in made if path.startswith("projects/")][::-1]
        for path in last[: max(0, len(made) - self.wanted)]:
            del made[path]
        used = {link["id"] for path, one in made.items() if path in last for link in one.get("indicators", ())}
        for path, one in made.items():
            if path.startswith("indicators/") and last[0] not in made:
                one["indicators"] = [indicator for indicator in one["indicators"] if indicator["id"] in used]

    def grow(self, made: dict[str, Any]) -> None:
        """Repeat projects, and the indicators that they rely on, until there are files enough."""
        models = [path for path in made if path.startswith("projects/")]
        lists = {path: list(made[path]["indicators"]) for path in made if path.startswith("indicators/")}
        places = {one["id"]: (path, one) for path, listed in lists.items() for one in listed}
        done: set[str] = set()
        alike = {path: [made[path]] for path in models}
        time = 1
        while len(made) < self.wanted:
            time += 1
            for path in models[: self.wanted - len(made)]:
                project = self.repeated_project(made[path], time)
                alike[path].append(project)
                made[f"{path.removesuffix('.yaml')}-{time}.yaml"] = project
                for link in project.get("indicators", ()):
                    known, indicator = places[link["id"]]
                    link["id"] = f"{link['id']}-{time}"
                    if link["id"] not in done:
                        done.add(link["id"])
                        made[known]["indicators"].append(self.repeated_indicator(indicator, link["id"]))
        # Those alike stand one after the other: they have the same pages.
        last: dict[str, int] = defaultdict(int)
        for path in sorted(models, key=lambda path: int(made[path]["number"])):
            for project in alike[path]:
                last[project["industry"]] += 1
                project["number"] = last[project["industry"]]

    def repeated_project(self, project: dict[str, Any], time: int) -> dict[str, Any]:
        """Another project like *project*, under an id and a title of its own."""
        again: dict[str, Any] = self.reworded(copy.deepcopy(project))
        again["id"] = f"{project['id']}-{time}"
        federal = self.real.federal.get(again.pop("federal", None) or "", {})
        again.pop("recommended", None)
        again["title"] = self.words(project.get("title") or federal["title"])
        return _ordered(again, "stratkit id number industry title short_title goal description")

    def repeated_indicator(self, indicator: dict[str, Any], id_: str) -> dict[str, Any]:
        """Another indicator like *indicator*, with title, unit and direction of its own."""
        again: dict[str, Any] = self.reworded(copy.deepcopy(indicator))
        common = self.real.common.get(again.pop("common", None) or "", {})
        again["id"] = id_
        again["title"] = self.words(indicator.get("title") or common["title"])
        for key in ("unit", "direction"):
            if value := indicator.get(key) or common.get(key):
                again[key] = value
        return _ordered(again, "id title short_title unit direction plan uncertain")

    def reworded(self, value: Any, key: str = "") -> Any:
        """*value* in other words and figures: links, numbers, pages and dates stay."""
        if isinstance(value, dict):
            if key == "plan":
                return self.figures(value)
            fixed = "plan" in value and self.says_figures(value)
            return {name: one if fixed and name == "plan" else self.reworded(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [self.reworded(one, key) for one in value]
        if isinstance(value, str) and key != "act_number":
            return self.renamed(value) if key == "issuer" else self.words(value)
        return value

    def says_figures(self, indicator: dict[str, Any]) -> bool:
        """Whether figures stand in the title of *indicator*: then its values may not contradict them."""
        common = self.real.common.get(indicator.get("common", ""), {})
        return _DIGITS.search(indicator.get("title") or common.get("title", "")) is not None

    def renamed(self, value: Any) -> Any:
        """*value* with the name of the new region in the place of the model's."""
        if isinstance(value, dict):
            return {name: self.renamed(one) for name, one in value.items()}
        if isinstance(value, list):
            return [self.renamed(one) for one in value]
        return value.replace(self.model.stem, self.name.stem) if isinstance(value, str) else value

    def words(self, text: str) -> str:
        """Every Russian word of *text* replaced by one of the same length."""
        return _WORD.sub(self._word, text)

    def _word(self, match: re.Match[str]) -> str:
        old = match.group()
        known = self.real.words.get(len(old))
        if known is None:
            return old
        new = known[int(self.random() * len(known))]
        return new if old[0] >= "а" else new[0].upper() + new[1:]

    def figures(self, plan: dict[int, Any]) -> dict[int, Any]:
        """The values of *plan*, all changed in one proportion: they grow and fall as before.

        Small numbers would be rounded to one, and what stands still mostly does so at its limit: such a plan stays what
        it is.
        """
        share = 0.6 + 0.4 * self.random()
        made = {year: self._figure(value, share) for year, value in plan.items()}
        return made if len(set(made.values())) == len(set(plan.values())) > 1 else plan

    @staticmethod
    def _figure(value: Any, share: float) -> Any:
        if isinstance(value, float):
            return round(value * share, 2)
        return round(value * share) if isinstance(value, int) else value


def _ordered(value: dict[str, Any], first: str) -> dict[str, Any]:
    """*value* with the keys named in *first* before the others."""
    return {key: value[key] for key in (*(one for one in first.split() if one in value), *value)}


def generate(folder: Path, regions: int, files: int = FILES, seed: int = SEED) -> int:
    """Write a workspace of *regions* regions into the new folder *folder*; how many files it has.

    Raises:
        ValueError: more regions than there are names.
    """
    if not 0 <= regions <= MOST:
        raise ValueError(f"0 to {MOST} regions")
    real = measure()
    shutil.copytree(REAL / "catalog", folder / "catalog")
    shutil.copy(REAL / "stratkit.yaml", folder)
    for number in range(regions):
        region = Region(real, number, files, seed)
        home = folder / region.name.id
        made: set[Path] = set()
        for path, text in region.files():
            target = home / path
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            target.write_bytes(text.encode())
    return sum(1 for _ in folder.rglob("*.yaml"))


def main() -> None:
    """Write a workspace."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--regions", type=int, default=89)
    parser.add_argument("--files", type=int, default=FILES, help="files of one region")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    print(generate(asked.folder, asked.regions, asked.files, asked.seed), "files")


if __name__ == "__main__":
    main()
