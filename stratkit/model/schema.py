"""JSON Schemas from the models: what editors' tools use for completion and hover.

Pydantic makes them, of models that say what the classes of this room say. Nothing else needs pydantic, and whoever only
reads files does not wait for it.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from typing import Annotated, Any, ForwardRef, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, create_model
from pydantic_core import PydanticCustomError

from stratkit.diagnostics.message import Translate
from stratkit.model.frozen import REQUIRED, Key
from stratkit.model.kinds import KINDS
from stratkit.model.node import Node, hints
from stratkit.model.profile import FULL_PROFILE, FullProfile

BASE = "https://stratkit.github.io/schema/"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_files(translate: Translate) -> dict[str, str]:
    """All schema files by name, as text, with titles and descriptions in the language of *translate*."""
    models: dict[str, type[Node]] = {kind.schema: kind.model for kind in KINDS.values()}
    return schema_texts({**models, FULL_PROFILE: FullProfile}, translate)


def schema_texts(models: Mapping[str, type[Node]], translate: Translate) -> dict[str, str]:
    """The schema files of *models* by name."""
    return {f"{name}.json": schema_text(name, model, translate) for name, model in models.items()}


def schema_text(name: str, model: type[Node], translate: Translate) -> str:
    """The schema of one model as it stands in ``schema/``."""
    raw = pydantic_model(model).model_json_schema(by_alias=True, mode="validation")
    body = _translated(raw, translate)
    return json.dumps({"$schema": DIALECT, "$id": f"{BASE}{name}.json", **body}, ensure_ascii=False, indent=2) + "\n"


_MODELS: dict[type[Node], type[BaseModel]] = {}


def pydantic_model(node: type[Node]) -> type[BaseModel]:
    """The model of pydantic that takes what the schema of *node* allows, and nothing else."""
    return _MODELS.get(node) or _MODELS.setdefault(node, _model(node))


def _model(node: type[Node]) -> type[BaseModel]:
    fields: dict[str, Any] = {}
    for name, kind in hints(node).items():
        key = node.keys.get(name)
        if key is not None:
            default = ... if key.default is REQUIRED else _default(key.default)
            fields[name] = (_type(kind, node), Field(default, alias=key.written or None, **_for_schema(key)))
    return create_model(
        node.__name__,
        __config__=ConfigDict(extra="forbid", defer_build=True),
        __doc__=node.__doc__,
        **{name: fields[name] for name in node.keys},
    )


def _default(value: Any) -> Any:
    """*value* as a model of pydantic holds it."""
    return pydantic_model(type(value))() if isinstance(value, Node) else value


def _type(kind: Any, within: type[Node]) -> Any:
    """The type *kind* with models of pydantic in the place of ours; *within* is the class that speaks of it."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        inner, *said = arguments
        return Annotated[_type(inner, within), *(one for key in said for one in _said(key))]
    if origin in (Union, types.UnionType):
        return Union[tuple(_type(one, within) for one in arguments)]  # noqa: UP007 - of any number of types
    if origin in (tuple, list, dict):
        return origin[tuple(one if one is ... else _type(one, within) for one in arguments)]
    if kind is within:
        return ForwardRef(kind.__name__)
    return pydantic_model(kind) if isinstance(kind, type) and issubclass(kind, Node) else kind


def _for_schema(key: Key) -> dict[str, Any]:
    """What stands in the schema of what *key* says; only that: silence of a key leaves standing what its type says."""
    return {**({"description": key.description} if key.description else {}), **key.bounds}


def _said(key: Key) -> list[Any]:
    """What *key* says of a type, in pydantic's words."""
    said: list[Any] = []
    if key.strip:
        said.append(StringConstraints(strip_whitespace=True))
    if _for_schema(key):
        said.append(Field(**_for_schema(key)))
    if key.check is not None:
        said.append(AfterValidator(_checking(key.check)))
    return said


def _checking(check: Callable[[Any], str | None]) -> Callable[[Any], Any]:
    """A check of ours as pydantic asks for it."""

    def checked(value: Any) -> Any:
        fault = check(value)
        if fault is not None:
            raise PydanticCustomError(fault, "does not fit")
        return value

    return checked


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
