"""The JSON export: the lists of both regions whole, and the published format kept."""

import json
from functools import cache
from pathlib import Path

import jsonschema
import jsonschema_rs
import pytest

from stratkit.exchange.models import StrategyData
from stratkit.exchange.registry import EXPORTS
from stratkit.load import load_workspace
from stratkit.model.schema import schema_text
from stratkit.source import FolderTree

ROOT = Path(__file__).parents[2]


@cache
def workspace():
    return load_workspace(FolderTree(ROOT / "strategies"))


@cache
def exported(region: str) -> dict:
    return json.loads(EXPORTS["json"].render(workspace().strategies[region], workspace().catalog))


# Counted in the source documents by hand.
COUNTS = {
    "tomsk": {
        "projects": [8, 9, 2, 3, 10, 7, 10, 2, 2], "rows": 96, "legal_basis": 26, "tasks": 28, "beneficiaries": 33,
        "programmes": 7,
    },
    "tver": {
        "projects": [4, 9, 3, 2, 19, 8, 3], "rows": 139, "legal_basis": 18, "tasks": 10, "beneficiaries": 27,
        "programmes": 9,
    },
}  # fmt: skip


@pytest.mark.parametrize("region", COUNTS)
def test_lists_are_whole(region):
    data, counts = exported(region), COUNTS[region]
    assert [len(industry["projects"]) for industry in data["industries"]] == counts["projects"]
    rows = [row for industry in data["industries"] for project in industry["projects"] for row in project["indicators"]]
    assert len(rows) == counts["rows"]
    for part in ("legal_basis", "tasks", "beneficiaries", "programmes"):
        assert len(data[part]) == counts[part], part


def test_card_of_tver():
    card = exported("tver")["card"]
    assert len(card["resources"]) == 2
    assert len(card["national_goals"]) == 5


@pytest.mark.parametrize("region", COUNTS)
def test_export_keeps_the_published_schema(region):
    schema = json.loads((ROOT / "schema/export.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    assert not list(jsonschema.Draft202012Validator(schema).iter_errors(exported(region)))
    assert jsonschema_rs.validator_for(schema).is_valid(exported(region))


def test_schema_refuses_what_is_not_in_it():
    validator = jsonschema_rs.validator_for(json.loads(schema_text("export", StrategyData, str)))
    data = dict(exported("tomsk"))
    assert not validator.is_valid({**data, "unheard-of": 1})
    del data["tasks"]
    assert not validator.is_valid(data)


def test_every_key_of_the_schema_is_explained():
    schema = json.loads(schema_text("export", StrategyData, str))
    unexplained = [
        f"{name}.{key}"
        for name, part in {"": schema, **schema["$defs"]}.items()
        for key, value in part["properties"].items()
        if "description" not in value and "$ref" not in value  # a part explains itself
    ]
    assert unexplained == []


@pytest.mark.parametrize("region", COUNTS)
def test_references_lead_somewhere(region):
    data = exported(region)
    known = {part: {one["id"] for one in data[part]} for part in ("tasks", "technologies", "programmes", "bodies")}
    for industry in data["industries"]:
        challenges = {one["id"] for one in industry["challenges"]}
        for project in industry["projects"]:
            assert set(project["challenges"]) <= challenges
            assert {one["id"] for one in project["responsible"]} <= known["bodies"]
            for part in ("tasks", "technologies", "programmes"):
                assert set(project[part]) <= known[part], project["id"]


def test_lost_values_are_null_and_marked():
    """Whoever reads only the numbers sees nothing where the source lost them."""
    for region in COUNTS:
        for industry in exported(region)["industries"]:
            for project in industry["projects"]:
                for row in project["indicators"]:
                    assert set(row["uncertain"]) == set(row["uncertain_reasons"])
                    lost = {year for year, doubt in row["uncertain_reasons"].items() if doubt == "lost"}
                    assert all(row["values"].get(year) is None for year in lost), row["id"]


def test_same_strategy_same_bytes():
    for export in EXPORTS.values():
        again = load_workspace(FolderTree(ROOT / "strategies"))
        first = export.render(workspace().strategies["tver"], workspace().catalog)
        assert first == export.render(again.strategies["tver"], again.catalog), export.name
