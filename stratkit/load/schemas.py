"""The schema check: JSON Schema errors as findings in plain words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import jsonschema_rs

from stratkit.diagnostics import Finding, Message, Origin, mark, say
from stratkit.diagnostics.suggest import closest
from stratkit.source.shipped import shipped

Pointer = tuple[str | int, ...]

_TYPES = {
    "string": mark("a text"),
    "integer": mark("a whole number"),
    "number": mark("a number"),
    "boolean": mark("true or false"),
    "array": mark("a list"),
    "object": mark("keys and values"),
    "null": mark("nothing (null)"),
}


@lru_cache(maxsize=64)
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema *name* as it ships."""
    loaded: dict[str, Any] = json.loads((shipped("schema") / f"{name}.json").read_bytes())
    return loaded


@lru_cache(maxsize=64)
def _validator(name: str) -> Any:
    return jsonschema_rs.validator_for(schema(name))


def schema_findings(name: str, value: object, path: str, trapped: set[Pointer]) -> list[Finding]:
    """Everything in *value* that the schema *name* does not allow.

    Pointers in *trapped* were reported by the reader and are left out, so that one mistake
    gives one finding.
    """
    validator = _validator(name)
    if validator.is_valid(value):
        return []
    found: list[Finding] = []
    for error in validator.iter_errors(value):
        found += (one for one in _explain(error, name, path) if _pointer(one) not in trapped)
    return found


def _pointer(finding: Finding) -> Pointer:
    return finding.place.pointer if isinstance(finding.place, Origin) else ()


def _explain(error: Any, name: str, path: str) -> Iterator[Finding]:
    pointer: Pointer = tuple(error.instance_path)
    here = Origin(path, pointer)
    keyword = error.kind.name
    if keyword == "anyOf" or keyword == "oneOf":
        yield _any_of(error, here)
    elif keyword == "additionalProperties":
        allowed = _allowed_keys(schema(name), error)
        for key in error.kind.unexpected:
            near = closest(key, allowed)
            hint = say("did you mean '{name}'?", name=near) if near else say("allowed here: {keys}", keys=", ".join(allowed))
            yield Finding(here.at_key(key), say("unknown key '{key}'", key=key), hint, code="SCH005")
    elif keyword == "required":
        hint = say("add it; an unknown value is written as null")
        yield Finding(here, say("the key '{key}' is missing", key=error.kind.property), hint, code="SCH006")
    else:
        message, hint = _word(error, keyword)
        yield Finding(here, message, hint, code="SCH001")


def _allowed_keys(root: dict[str, Any], error: Any) -> list[str]:
    """The keys that the failing object may have."""
    part: Any = root
    for step in list(error.schema_path)[:-1]:
        if step == "$ref":
            continue
        while isinstance(part, dict) and "$ref" in part:
            part = _resolve(root, part["$ref"])
        part = part[int(step)] if isinstance(part, list) else part.get(step, {})
    while isinstance(part, dict) and "$ref" in part:
        part = _resolve(root, part["$ref"])
    return list(part.get("properties", {})) if isinstance(part, dict) else []


def _resolve(root: dict[str, Any], reference: str) -> Any:
    part: Any = root
    for step in reference.removeprefix("#/").split("/"):
        part = part[step]
    return part


def _type_names(names: list[str]) -> Message:
    if len(names) == 1:
        return say(_TYPES[names[0]])
    return say("{first} or {rest}", first=say(_TYPES[names[0]]), rest=_type_names(names[1:]))


def _any_of(error: Any, here: Origin) -> Finding:
    """Several forms are allowed and none fits: name the nearest."""
    branches = [branch for branch in error.kind.context if branch]
    deeper = [branch for branch in branches if any(len(one.instance_path) > len(here.pointer) for one in branch)]
    if deeper:
        inner = deeper[0][0]
        return next(iter(_explain_inner(inner, here)))
    types: list[str] = []
    for branch in branches:
        for one in branch:
            if one.kind.name == "type":
                types += [name for name in _names(one.kind.types) if name not in types]
    others = [one for branch in branches for one in branch if one.kind.name != "type"]
    if others:
        message, hint = _word(others[0], others[0].kind.name)
        return Finding(here, message, hint, code="SCH001")
    return Finding(here, _wrong_type(error.instance, types), _type_hint(error.instance, types), code="SCH001")


def _explain_inner(error: Any, here: Origin) -> Iterator[Finding]:
    message, hint = _word(error, error.kind.name)
    yield Finding(Origin(here.path, tuple(error.instance_path)), message, hint, code="SCH001")


def _names(types: Any) -> list[str]:
    return [types] if isinstance(types, str) else [str(name) for name in types]


def _wrong_type(value: object, types: list[str]) -> Message:
    return say("{expected} is expected here, not {value}", expected=_type_names(types), value=_shown(value))


def _shown(value: object) -> Message:
    if isinstance(value, dict):
        return say(_TYPES["object"])
    if isinstance(value, list):
        return say(_TYPES["array"])
    if value is None:
        return say("nothing")
    if isinstance(value, bool):
        return say("{value}", value=str(value).lower())
    text = str(value)
    return say("'{value}'", value=text if len(text) <= 60 else text[:57] + "…")


def _type_hint(value: object, types: list[str]) -> Message | None:
    if isinstance(value, str) and {"number", "integer"} & set(types):
        return say("write a number with a decimal point and without quotes; an unknown value is null")
    if "string" in types and isinstance(value, int | float | bool):
        return say("put the text in quotes")
    if "array" in types and isinstance(value, str):
        return say("write a list: [{value}]", value=value)
    if "boolean" in types:
        return say("write true or false")
    return None


def _word(error: Any, keyword: str) -> tuple[Message, Message | None]:
    kind, value = error.kind, error.instance
    match keyword:
        case "type":
            types = _names(kind.types)
            return _wrong_type(value, types), _type_hint(value, types)
        case "enum":
            options = [str(option) for option in kind.options]
            near = closest(str(value), options)
            hint = say("did you mean '{name}'?", name=near) if near else None
            return say("{value} is not one of: {options}", value=_shown(value), options=", ".join(options)), hint
        case "const":
            return say("'{expected}' is expected here, not {value}", expected=kind.expected_value, value=_shown(value)), None
        case "pattern":
            return say("{value} is not written as it must be", value=_shown(value)), _pattern_hint(kind.pattern)
        case "minLength" | "minItems":
            return say("this is empty"), say("fill it in, or remove the key")
        case "maxLength":
            return say("this is too long: at most {limit} characters", limit=kind.limit), None
        case "minimum":
            return say("{value} is too small: at least {limit}", value=_shown(value), limit=kind.limit), None
        case "maximum":
            return say("{value} is too large: at most {limit}", value=_shown(value), limit=kind.limit), None
        case "propertyNames":
            return say("a key here is not written as it must be"), say("keys here are years of four digits, or ids")
        case _:
            return say("the value does not fit ({problem})", problem=error.message), None


def _pattern_hint(pattern: str) -> Message:
    if pattern.startswith("^[a-z0-9]"):
        return say("an id has Latin letters in lower case, digits and single hyphens, e.g. digital-portfolio")
    if "19|20" in pattern:
        return say("a year has four digits, e.g. 2024")
    if "1[7-9]" in pattern:
        return say("a date is written 2024, '2024-07' or 2024-07-31")
    return say("a number inserted later is written '3.1', in quotes")
