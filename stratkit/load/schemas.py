"""The schema check: JSON Schema errors as findings in plain words."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from typing import Any

import jsonschema_rs

from stratkit.diagnostics import Finding, Message, Origin, mark, say
from stratkit.diagnostics.rewrite import renaming
from stratkit.diagnostics.suggest import closest, only_close
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
    loaded: dict[str, Any] = json.loads(_text(name))
    return loaded


def _text(name: str) -> str:
    return (shipped("schema") / f"{name}.json").read_text(encoding="utf-8")


@lru_cache(maxsize=64)
def _validator(name: str) -> Any:
    return jsonschema_rs.validator_for(_text(name))  # which takes it apart sooner than we could


def schema_findings(name: str, value: object, path: str, trapped: Container[Pointer]) -> list[Finding]:
    """Everything in *value* that the schema *name* does not allow.

    Pointers in *trapped* were reported by the reader and are left out, so that one mistake
    gives one finding.
    """
    validator = _validator(name)
    if validator.is_valid(value):
        return []
    explained = _Explainer(name, value, path).all(validator.iter_errors(value))
    return [one for one in explained if _pointer(one) not in trapped]


def _pointer(finding: Finding) -> Pointer:
    return finding.place.pointer if isinstance(finding.place, Origin) else ()


class _Explainer:
    """Words the errors of one file.

    Args:
        name: of the schema.
        value: what the file holds.
        path: of the file.
    """

    def __init__(self, name: str, value: object, path: str) -> None:
        self.root = schema(name)
        self.value = value
        self.path = path

    def all(self, errors: Iterable[Any]) -> Iterator[Finding]:
        """The findings of *errors*; a key that is missing because it is misspelt is one finding, not two."""
        listed = list(errors)
        meant = {
            (self.origin(error), closest(key, _allowed(self.root, error)[0]))
            for error in listed
            if error.kind.name == "additionalProperties"
            for key in error.kind.unexpected
        }
        for error in listed:
            if error.kind.name != "required" or (self.origin(error), error.kind.property) not in meant:
                yield from self._one(error)

    def origin(self, error: Any) -> Origin:
        """Where the value stands. The validator gives keys that look like numbers as numbers."""
        pointer: list[str | int] = []
        part: Any = self.value
        for step in error.instance_path:
            pointer.append(str(step) if isinstance(part, dict) else int(step))
            part = part[pointer[-1]]
        return Origin(self.path, tuple(pointer))

    def _one(self, error: Any) -> Iterator[Finding]:
        here = self.origin(error)
        keyword = error.kind.name
        if keyword in ("anyOf", "oneOf"):
            yield from self._any_of(error, here)
        elif keyword == "additionalProperties":
            for key in error.kind.unexpected:
                allowed, patterns = _allowed(self.root, error)
                free = [one for one in allowed if one not in error.instance]
                meant = only_close(key, free)
                yield Finding(
                    here.at_key(key),
                    say("unknown key '{key}'", key=key),
                    _part_of_text(key, error.instance) or _key_hint(key, allowed, patterns),
                    code="SCH005",
                    rewrite=renaming(key, meant) if meant else None,
                )
        elif keyword == "required":
            hint = say("add it; an unknown value is written as null")
            yield Finding(here, say("the key '{key}' is missing", key=error.kind.property), hint, code="SCH006")
        else:
            message, advice = _word(error, keyword)
            yield Finding(here, message, advice, code="SCH001")

    def _any_of(self, error: Any, here: Origin) -> Iterator[Finding]:
        """Several forms are allowed and none fits: explain the nearest one of the right type."""
        branches: list[list[Any]] = [list(branch) for branch in error.kind.context if branch]
        wrong = [[one for one in branch if one.kind.name == "type" and self.origin(one) == here] for branch in branches]
        fitting = [branch for branch, others in zip(branches, wrong, strict=True) if not others]
        if fitting:
            nearest: list[Any] = min(fitting, key=len)
            yield from self.all(nearest)
            return
        types = list(dict.fromkeys(kind for others in wrong for one in others for kind in _names(one.kind.types)))
        yield Finding(here, _wrong_type(error.instance, types), _type_hint(error.instance, types), code="SCH001")


def _part_of_text(key: str, entry: Any) -> Message | None:
    """The advice where *key* is the rest of a text: ``{text: one, two}`` has a key «two» of which nothing is said."""
    if entry[key] is not None or key.isascii():
        return None
    return say("a comma inside braces ends the text: put the whole text in quotes")


def _key_hint(key: str, allowed: list[str], patterns: list[str]) -> Message:
    near = closest(key, allowed)
    if near is not None:
        return say("did you mean '{name}'?", name=near)
    return _pattern_hint(patterns[0]) if patterns else say("allowed here: {keys}", keys=", ".join(allowed))


def _allowed(root: dict[str, Any], error: Any) -> tuple[list[str], list[str]]:
    """The keys that the failing object may have, and the patterns of keys that it may have."""
    part: Any = root
    for step in list(error.schema_path)[:-1]:
        if step == "$ref":
            continue
        while isinstance(part, dict) and "$ref" in part:
            part = _resolve(root, part["$ref"])
        part = part[int(step)] if isinstance(part, list) else part.get(step, {})
    while isinstance(part, dict) and "$ref" in part:
        part = _resolve(root, part["$ref"])
    return list(part.get("properties", {})), list(part.get("patternProperties", {}))


def _resolve(root: dict[str, Any], reference: str) -> Any:
    part: Any = root
    for step in reference.removeprefix("#/").split("/"):
        part = part[step]
    return part


def _type_names(names: list[str]) -> Message:
    if len(names) == 1:
        return say(_TYPES[names[0]])
    return say("{first} or {rest}", first=say(_TYPES[names[0]]), rest=_type_names(names[1:]))


def _names(types: Any) -> list[str]:
    return [types] if isinstance(types, str) else [str(name) for name in types]


def _wrong_type(value: object, types: list[str]) -> Message:
    shown = [name for name in types if name != "integer" or "number" not in types]
    return say("{expected} is expected here, not {value}", expected=_type_names(shown), value=_shown(value))


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
            return say(
                "'{expected}' is expected here, not {value}", expected=kind.expected_value, value=_shown(value)
            ), None
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
        return say("a year has four digits, e.g. 2024; a fraction has a point and no comma, e.g. 99.5")
    if "1[7-9]" in pattern:
        return say("a date is written 2024, '2024-07' or 2024-07-31")
    if pattern.startswith("^https?"):
        return say("an address begins with https:// and the name of a server, e.g. https://example.org/strategy/")
    return say("a number inserted later is written '3.1', in quotes")
