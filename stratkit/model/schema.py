"""JSON Schemas from the models: what editors' tools use for completion and hover."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from stratkit.diagnostics.message import Translate
from stratkit.model.base import Node
from stratkit.model.kinds import KINDS

BASE = "https://stratkit.github.io/schema/"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_files(translate: Translate) -> dict[str, str]:
    """All schema files by name, as text, with titles and descriptions in the language of *translate*."""
    models: dict[str, type[Node]] = {kind.schema: kind.model for kind in KINDS.values()}
    return {f"{name}.json": schema_text(name, model, translate) for name, model in models.items()}


def schema_text(name: str, model: type[BaseModel], translate: Translate) -> str:
    """The schema of one model as it stands in ``schema/``."""
    raw = model.model_json_schema(by_alias=True, mode="validation")
    body = _translated(raw, translate)
    return json.dumps({"$schema": DIALECT, "$id": f"{BASE}{name}.json", **body}, ensure_ascii=False, indent=2) + "\n"


def _translated(part: Any, translate: Translate) -> Any:
    if isinstance(part, list):
        return [_translated(item, translate) for item in part]
    if not isinstance(part, dict):
        return part
    result: dict[str, Any] = {}
    for key, value in part.items():
        if key == "title" and isinstance(value, str):
            continue  # pydantic's titles repeat the English key
        if key == "description" and isinstance(value, str):
            text = translate(" ".join(value.split("\n\n")[0].split()))
            result["title"] = text.split(". ")[0].removesuffix(".")
            result[key] = text
        elif key == "properties":
            result[key] = {name: _translated(inner, translate) for name, inner in value.items()}
        else:
            result[key] = _translated(value, translate)
    if "patternProperties" in result:
        result.setdefault("additionalProperties", False)  # a key that fits no pattern is a mistake, for editors too
    return result
