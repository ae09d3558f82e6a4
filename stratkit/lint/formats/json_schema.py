"""The JSON Schema of the findings as data: ``schema/findings.json`` is written from it."""

from __future__ import annotations

import json
from typing import Any

from stratkit.diagnostics import Severity
from stratkit.diagnostics.message import Translate
from stratkit.diagnostics.message import mark as _
from stratkit.lint.formats.json import SCHEMA
from stratkit.lint.packs import PACKS

NAME = "findings"
_ID = "https://stratkit.github.io/schema/findings.json"
_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_SPAN = {"$ref": "#/$defs/span"}
_PLACE = {
    "type": "array",
    "description": _("Line and column, both from 1; columns count code points."),
    "prefixItems": [{"type": "integer", "minimum": 1}, {"type": "integer", "minimum": 1}],
    "items": False,
    "minItems": 2,
}


def findings_schema() -> dict[str, Any]:
    """The schema of what ``stratkit lint --format json`` writes, with English descriptions."""
    counts = [*_levels(), "suppressed", "baseline"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _ID,
        "title": _("Findings of stratkit"),
        **_closed(
            {
                "schema": {"const": SCHEMA, "description": _("Name and version of this format.")},
                "tool": _closed({"name": {"const": "stratkit"}, "version": _TEXT}),
                "findings": {
                    "type": "array",
                    "description": _("Sorted by file, line, column and code."),
                    "items": {"$ref": "#/$defs/finding"},
                },
                "suppressed": {
                    "type": "array",
                    "description": _("Findings that editors let pass by a comment, sorted in the same way."),
                    "items": {"$ref": "#/$defs/suppressed"},
                },
                "summary": {**_closed(dict.fromkeys(counts, _COUNT)), "description": _("How many of each severity.")},
            }
        ),
        "$defs": {
            "finding": _closed(_finding()),
            "suppressed": _closed({**_finding(), "waiver": _waiver()}),
            "fix": _fix(),
            "span": _span(),
            "clause": _clause(),
        },
    }


def _levels() -> list[str]:
    return [one.label for one in sorted(Severity, reverse=True)]


def _finding() -> dict[str, Any]:
    return {
        "code": {"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$", "description": _("The rule; never reused.")},
        "rule": {**_TEXT, "description": _("The name of the rule.")},
        "packs": {"type": "array", "items": {"enum": list(PACKS)}, "description": _("The packs of the rule.")},
        "clause": {"anyOf": [{"$ref": "#/$defs/clause"}, {"type": "null"}]},
        "severity": {"enum": _levels()},
        "fingerprint": {
            "type": "string",
            "pattern": "^[0-9a-f]{12}$",
            "description": _("Of no other finding; stays the same when lines move and rules are worded anew."),
        },
        "message": {**_TEXT, "description": _("What is wrong, in the language of the run.")},
        "hint": {"type": ["string", "null"], "description": _("The next step.")},
        "subject": {"type": ["string", "null"], "description": _("The id of the entity concerned.")},
        "pointer": {**_TEXT, "description": _("Keys and indexes that lead to the place, joined by slashes.")},
        "span": _SPAN,
        "related": {
            "type": "array",
            "description": _("Other places that explain the finding."),
            "items": _closed({"message": _TEXT, "span": _SPAN}),
        },
        "fix": {"anyOf": [{"$ref": "#/$defs/fix"}, {"type": "null"}]},
    }


def _fix() -> dict[str, Any]:
    return {
        "description": _("The edits that mend the finding: all of them, or none."),
        **_closed(
            {
                "safe": {"type": "boolean", "description": _("Nobody needs to look at the result.")},
                "edits": {"type": "array", "items": _closed({"span": _SPAN, "text": _TEXT})},
            }
        ),
    }


def _clause() -> dict[str, Any]:
    optional = {"type": ["string", "null"]}
    return {
        "description": _("The provision on which the rule rests."),
        **_closed(
            {
                "document": _TEXT,
                "edition": {**_TEXT, "description": _("Date or year of the document.")},
                "in_force": {**optional, "description": _("The first day on which it holds.")},
                "item": {**optional, "description": _("Number of the provision; null: the document as a whole.")},
            }
        ),
    }


def _waiver() -> dict[str, Any]:
    return {
        "description": _("Why it is let pass, and up to which day."),
        **_closed({"reason": _TEXT, "until": {"type": ["string", "null"]}}),
    }


def _span() -> dict[str, Any]:
    return _closed(
        {
            "file": {**_TEXT, "description": _("Path from the folder of strategies, with slashes.")},
            "start": _PLACE,
            "end": _PLACE,
        }
    )


def schema_text(translate: Translate) -> str:
    """The schema as it stands in its file, described in the language of *translate*."""
    return json.dumps(_translated(findings_schema(), translate), ensure_ascii=False, indent=2) + "\n"


def _translated(part: Any, translate: Translate) -> Any:
    if isinstance(part, list):
        return [_translated(item, translate) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        key: translate(value)
        if key in ("title", "description") and isinstance(value, str)
        else _translated(value, translate)
        for key, value in part.items()
    }


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    """An object that has exactly these keys."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
