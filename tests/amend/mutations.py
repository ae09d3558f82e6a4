"""Editions made up at random: edits of the data of a real strategy, as an editor might make them.

Every edit changes the values of the YAML files; the strategy is linked anew from them, so that what is
tested is what a person's edit would give. The same seed gives the same edits.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import stratkit
from stratkit.load import load_workspace
from stratkit.load.documents import Document
from stratkit.load.link import StrategyLinker
from stratkit.model.frozen import replaced
from stratkit.model.kinds import kind_of
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.node import plain
from stratkit.source.reader import parse
from stratkit.source.tree import FolderTree

STRATEGIES = Path(stratkit.__file__).parents[1] / "strategies"

_WORDS = (
    "данных региона", "цифровой", "в том числе", "граждан", "с применением отечественного программного обеспечения",
    "ежегодно", "100 %", "в 2023 году", "(муниципальных)", "«Цифровой регион»", "№ 5", "ИТ-инфраструктуры", "и", "5",
    "который, как ожидается, вырастет,", "; далее", "12,5", "платформа «Наука и «Школа»»", "н/д", "–",
)  # fmt: skip


class Edition:
    """The data of one region, to be edited."""

    def __init__(self, workspace: Workspace, region: str, files: dict[str, Any]) -> None:
        self.workspace = workspace
        self.region = region
        self.files = files
        self.profile_edits: list[Callable[[dict[str, Any]], None]] = []

    @classmethod
    def read(cls, workspace: Workspace, region: str, folder: Path = STRATEGIES) -> Edition:
        tree = FolderTree(folder)
        paths = [path for path in tree.paths if path.startswith(f"{region}/")]
        return cls(workspace, region, {path: parse(tree.read(path), path).value for path in paths})

    def copy(self) -> Edition:
        return Edition(self.workspace, self.region, copy.deepcopy(self.files))

    def file(self, name: str) -> Any:
        return self.files[f"{self.region}/{name}.yaml"]

    def folder(self, name: str) -> list[Any]:
        return [value for path, value in self.files.items() if path.startswith(f"{self.region}/{name}/")]

    def linked(self) -> Strategy:
        documents = []
        for path, value in self.files.items():
            kind, _ = kind_of(value["stratkit"])
            assert kind is not None
            documents.append(Document(path, kind, kind.model.read(value)))
        strategy = StrategyLinker(self.region, documents, self.workspace.catalog).link()
        assert strategy is not None
        assert strategy.profile is not None
        if self.profile_edits:
            data = plain(strategy.profile)
            for edit in self.profile_edits:
                edit(data)
            strategy = replaced(strategy, profile=type(strategy.profile).read(data))
        return strategy


class Editor:
    """Edits an edition at random."""

    def __init__(self, edition: Edition, seed: int) -> None:
        self.edition = edition
        self.random = random.Random(seed)
        self.done: list[str] = []

    def edit(self, count: int) -> list[str]:
        """Make *count* edits; their names, for the report of a failure."""
        while len(self.done) < count:
            name, act = self.random.choice(self.kinds)
            if act() is not False:
                self.done.append(name)
        return self.done

    @cached_property
    def kinds(self) -> list[tuple[str, Callable[[], Any]]]:
        names = [name for name in dir(self) if name.startswith("edit_")]
        return [(name.removeprefix("edit_"), getattr(self, name)) for name in names]

    # ---- words ----

    def words(self, text: str) -> str:
        """Another wording of *text*."""
        parts = text.split(" ")
        at = self.random.randrange(len(parts))
        match self.random.randrange(9):
            case 0:
                parts[at] = self.random.choice(_WORDS)
            case 1 if len(parts) > 3:
                del parts[at]
            case 2:
                parts.insert(at, self.random.choice(_WORDS))
            case 3:
                parts.append(self.random.choice(_WORDS))
            case 4:
                return self.text()
            case 5:
                parts[at] = f"«{parts[at].strip('«».,')}»"
            case 6:
                parts.insert(at, parts[self.random.randrange(len(parts))])
            case 7:
                parts[at] = parts[at].rstrip(",.;") + self.random.choice((",", ";", ""))
            case _:
                return self.words(self.words(text)) if self.random.random() < 0.5 else f"{text} {self.text()}"
        return " ".join(parts).strip() or "слово"

    def text(self) -> str:
        count = self.random.randint(1, 12)
        return " ".join(self.random.choice(_WORDS) for _ in range(count)).strip()

    def value(self) -> int | float:
        return self.random.choice(
            (self.random.randint(0, 100), round(self.random.uniform(0, 100), 1), self.random.randint(1000, 90000))
        )

    def pick(self, items: Any) -> Any:
        return self.random.choice(list(items)) if items else None

    # ---- values ----

    def indicator(self) -> Any:
        return self.pick([one for file in self.edition.folder("indicators") for one in file["indicators"]])

    def edit_value(self) -> Any:
        one = self.indicator()
        years = [year for year in one["plan"] if one["plan"][year] is not None]
        if not years:
            return False
        one["plan"][self.pick(years)] = self.value()
        return True

    def edit_lost_value(self) -> Any:
        one = self.indicator()
        year = self.pick(one["plan"])
        lost = one["plan"][year] is None
        one["plan"][year] = self.value() if lost else None
        doubts = one.setdefault("uncertain", {})
        if lost:
            doubts.pop(year, None)
        else:
            doubts[year] = "lost"
        return True

    def edit_doubt(self) -> Any:
        one = self.indicator()
        doubts = one.setdefault("uncertain", {})
        year = self.pick([year for year, value in one["plan"].items() if value is not None])
        if year is None:
            return False
        if year in doubts:
            del doubts[year]
        else:
            doubts[year] = self.pick(("decimal-restored", "doubtful"))
        return True

    def edit_missing_year(self) -> Any:
        one = self.indicator()
        one["plan"].pop(self.pick(one["plan"]), None)
        return bool(one["plan"])

    def edit_indicator_title(self) -> Any:
        one = self.indicator()
        one["title"] = self.words(one.get("title", "Доля данных региона"))
        return True

    def edit_indicator_unit(self) -> Any:
        self.indicator()["unit"] = self.pick(self.edition.workspace.catalog.units)
        return True

    def edit_indicator_responsible(self) -> Any:
        self.indicator()["responsible"] = [self.body()]
        return True

    # ---- projects ----

    def project(self) -> Any:
        return self.pick(self.edition.folder("projects"))

    def body(self) -> str:
        return str(self.pick(self.edition.file("bodies")["bodies"])["id"])

    def edit_project_text(self) -> Any:
        project = self.project()
        part = self.pick(("goal", "term", "financing", "role", "title"))
        if part in ("goal", "title"):
            project[part] = self.words(project.get(part) or "Цель проекта")
        else:
            project[part]["text"] = self.words(project[part]["text"])
        return True

    def edit_description(self) -> Any:
        project = self.project()
        lines = (project.get("description") or "Первый абзац").split("\n")
        at = self.random.randrange(len(lines))
        match self.random.randrange(4):
            case 0:
                lines[at] = self.words(lines[at])
            case 1:
                lines.insert(at, f"- {self.text()}")
            case 2:
                del lines[at]
            case _:
                lines.append(f"\n{self.text()}\n\n1. {self.text()}\n2. {self.text()}")
        project["description"] = "\n".join(lines).strip() or None
        return True

    def edit_milestone(self) -> Any:
        milestones = self.project().setdefault("milestones", [])
        match self.random.randrange(4):
            case 0 if milestones:
                one = self.pick(milestones)
                one["text"] = self.words(one["text"])
            case 1 if milestones:
                milestones.remove(self.pick(milestones))
            case 2 if milestones:
                self.pick(milestones)["by"] = self.pick((2022, 2024, "2023-07", "2024-12-31"))
            case _:
                new = {"by": self.pick((2022, 2024, 2030)), "text": self.text()}
                milestones.insert(self.random.randint(0, len(milestones)), new)
        return True

    def edit_benefit(self) -> Any:
        benefits = self.project().setdefault("beneficiaries", [])
        match self.random.randrange(4):
            case 0 if benefits:
                one = self.pick(benefits)
                one["benefit"] = self.words(one["benefit"] or "Выгода")
            case 1 if benefits:
                benefits.remove(self.pick(benefits))
            case 2 if benefits:
                one = self.pick(benefits)
                one["who"] = self.random.sample(one["who"], self.random.randint(1, len(one["who"])))
            case _:
                who = self.pick(self.edition.workspace.catalog.beneficiaries)
                benefits.insert(self.random.randint(0, len(benefits)), {"who": [who], "benefit": self.text()})
        return True

    def edit_project_indicators(self) -> Any:
        rows = self.project().setdefault("indicators", [])
        match self.random.randrange(3):
            case 0 if rows:
                rows.remove(self.pick(rows))
            case 1 if len(rows) > 1:
                self.random.shuffle(rows)
            case _:
                new = self.indicator()["id"]
                if any(row["id"] == new for row in rows):
                    return False
                rows.insert(self.random.randint(0, len(rows)), {"id": new})
        return True

    def edit_project_links(self) -> Any:
        project = self.project()
        project["responsible"] = [self.body() for _ in range(self.random.randint(0, 2))]
        if project.get("challenges"):
            self.random.shuffle(project["challenges"])
        return True

    def edit_new_project(self) -> Any:
        model = copy.deepcopy(self.project())
        own = [one for one in self.edition.folder("projects") if one["industry"] == model["industry"]]
        numbers = {str(one["number"]) for one in own}
        between = f"{self.pick([one for one in numbers if '.' not in one])}.1"
        number: int | str = self.pick((len(own) + 1, between))
        if str(number) in numbers:
            return False
        name = f"made-up-{len(self.edition.files)}-{self.random.randrange(10**6)}"
        model |= {"id": name, "number": number, "title": self.text(), "goal": self.text()}
        model.pop("federal", None)
        self.edition.files[f"{self.edition.region}/projects/{model['industry']}/{name}.yaml"] = model
        return True

    def edit_remove_project(self) -> Any:
        paths = [path for path in self.edition.files if "/projects/" in path]
        del self.edition.files[self.pick(paths)]
        return True

    def edit_move_projects(self) -> Any:
        first = self.project()
        second = self.pick([one for one in self.edition.folder("projects") if one["industry"] == first["industry"]])
        first["number"], second["number"] = second["number"], first["number"]
        return True

    # ---- texts and lists ----

    def _passages(self, items: list[Any], key: str = "text") -> Any:
        match self.random.randrange(5):
            case 0 | 1 if items:
                one = self.pick(items)
                one[key] = self.words(one[key])
            case 2 if items:
                items.remove(self.pick(items))
            case 3 if len(items) > 1:
                at = self.random.randrange(len(items) - 1)
                items[at], items[at + 1] = items[at + 1], items[at]
            case _:
                items.insert(self.random.randint(0, len(items)), {key: self.text()})
        return True

    def _points(self, items: list[Any], key: str = "text") -> Any:
        numbers = [str(one["number"]) for one in items]
        match self.random.randrange(5):
            case 0 | 1 if items:
                one = self.pick(items)
                one[key] = self.words(one.get(key) or "Текст пункта")
            case 2 if items:
                items.remove(self.pick(items))
            case 3 if items:
                at = self.random.randrange(len(items))
                number = f"{numbers[at].split('.')[0]}.{self.random.randint(1, 3)}"
                if number in numbers:
                    return False
                items.insert(at + 1, self._point(number, key))
            case _:
                number = max((int(one.split(".")[0]) for one in numbers), default=0) + 1
                items.append(self._point(number, key))
        return True

    def _point(self, number: int | str, key: str) -> dict[str, Any]:
        new = {"number": number, key: self.text()}
        return new | {"id": f"made-up-{self.random.randrange(10**6)}"} if key == "title" else new

    def industry(self) -> Any:
        return self.pick(self.edition.folder("industries"))

    def edit_problems(self) -> Any:
        return self._points(self.industry().setdefault("problems", []))

    def edit_risks(self) -> Any:
        return self._points(self.industry().setdefault("risks", []))

    def edit_challenges(self) -> Any:
        return self._points(self.industry().setdefault("challenges", []), "title")

    def edit_tasks(self) -> Any:
        return self._points(self.edition.file("priorities")["tasks"], "title")

    def edit_programme(self) -> Any:
        items = self.edition.file("programmes")["programmes"]
        one = self.pick(items)
        if one is None:
            return False
        match self.random.randrange(3):
            case 0:
                one["title"] = self.words(one["title"])
            case 1:
                items.remove(one)
            case _:
                one["act"]["act_number"] = str(self.random.randint(1, 999))
        return True

    def edit_basis(self) -> Any:
        items = self.edition.file("basis")["acts"]
        if not items:
            return False
        items.remove(self.pick(items))
        return True

    def edit_goal(self) -> Any:
        goal = self.edition.file("priorities")["goal"]
        goal["text"] = self.words(goal["text"])
        return True

    def edit_card(self) -> Any:
        card = self.edition.file("card")
        part = self.pick(("directions", "actions", "results", "effects"))
        items = card.setdefault(part, [])
        return self._points(items) if part == "directions" else self._passages(items)

    def edit_card_list(self) -> Any:
        items = self.edition.file("card").get(self.pick(("beneficiaries", "resources", "national_goals")))
        if not items:
            return False
        one = self.pick(items)
        if self.random.random() < 0.5:
            items.remove(one)
        else:
            one["title"] = self.words(one.get("title") or "Название")
        return True

    def edit_implementation(self) -> Any:
        return self._passages(self.edition.file("strategy")["implementation"])

    def edit_applications(self) -> Any:
        return self._passages(self.edition.file("technologies")["applications"])

    def edit_technologies(self) -> Any:
        items = self.edition.file("technologies")["technologies"]
        if not items:
            return False
        one = self.pick(items)
        if self.random.random() < 0.5:
            items.remove(one)
        else:
            one["title"] = self.words(one.get("title") or "Интернет вещей")
        return True

    def edit_participants(self) -> Any:
        one = self.pick(self.edition.file("programmes")["participants"])
        one["text"] = self.words(one["text"])
        return True

    def edit_title(self) -> Any:
        if self.random.random() < 0.7:
            return False
        frame = self.edition.file("strategy")
        frame["title"] = self.words(frame["title"])
        return True

    # ---- industries and sections ----

    def edit_remove_industry(self) -> Any:
        if self.random.random() < 0.7:
            return False
        name = self.industry()["industry"]
        for path in [path for path in self.edition.files if path.endswith(f"/{name}.yaml") or f"/{name}/" in path]:
            del self.edition.files[path]
        return bool(self.edition.folder("industries")) or self.edition_lost()

    def edition_lost(self) -> Any:
        raise AssertionError("no industry is left")

    def edit_new_industry(self) -> Any:
        if self.random.random() < 0.7:
            return False
        have = [one["industry"] for one in self.edition.folder("industries")]
        new = self.pick([one for one in self.edition.workspace.catalog.industries if one not in have])
        if new is None:
            return False
        model = copy.deepcopy(self.industry())
        number = self.pick((len(have) + 1, f"{self.random.randint(1, len(have))}.1"))
        if any(str(one["number"]) == str(number) for one in self.edition.folder("industries")):
            return False
        region = self.edition.region
        self.edition.files[f"{region}/industries/{new}.yaml"] = model | {"industry": new, "number": number}
        if self.random.random() < 0.7 and (project := self.project()):
            name = f"made-up-{self.random.randrange(10**6)}"
            project = copy.deepcopy(project) | {"id": name, "industry": new, "number": 1, "title": self.text()}
            project.pop("federal", None)
            self.edition.files[f"{region}/projects/{new}/{name}.yaml"] = project
        return True

    def edit_industry_title(self) -> Any:
        if self.random.random() < 0.7:
            return False
        one = self.industry()
        one["title"] = self.words(one.get("title") or "Новая отрасль")
        return True

    def edit_section_title(self) -> Any:
        at, title = self.random.randrange(100), self.text()

        def edit(profile: dict[str, Any]) -> None:
            names = sorted(profile["sections"])
            profile["sections"][names[at % len(names)]]["title"] = title

        self.edition.profile_edits.append(edit)
        return True

    def edit_column_title(self) -> Any:
        if self.random.random() < 0.7:
            return False
        at, title = self.random.randrange(100), self.text()

        def edit(profile: dict[str, Any]) -> None:
            tables = [
                block for one in profile["sections"].values() for block in one["blocks"] if block["block"] == "table"
            ]
            columns = [column for table in tables for column in table["columns"]]
            columns[at % len(columns)]["title"] = title

        self.edition.profile_edits.append(edit)
        return True

    def edit_outline(self) -> Any:
        if self.random.random() < 0.7:
            return False
        at = self.random.randrange(100)

        def edit(profile: dict[str, Any]) -> None:
            outline = list(profile["outline"])
            if len(outline) > 1:
                outline.pop(at % len(outline))
            profile["outline"] = outline

        self.edition.profile_edits.append(edit)
        return True


def both(workspace: Workspace, region: str, seed: int) -> tuple[Edition, Edition, list[str]]:
    """An edition and another one that 1 to 30 edits made of it, and the names of the edits."""
    old = Edition.read(workspace, region)
    return edited(old, seed)


def edited(old: Edition, seed: int) -> tuple[Edition, Edition, list[str]]:
    """*old*, a copy of it after 1 to 30 edits, and the names of the edits."""
    new = old.copy()
    editor = Editor(new, seed)
    return old, new, editor.edit(editor.random.choice((1, 1, 2, 2, 3, 4, 5, 8, 12, 20, 30)))


def read_editions() -> dict[str, Edition]:
    """The real strategies, ready to be edited."""
    workspace = load_workspace(FolderTree(STRATEGIES))
    return {region: Edition.read(workspace, region) for region in workspace.strategies}
