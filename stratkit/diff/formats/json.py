"""Changes as data."""

from __future__ import annotations

import json
from typing import Any

from stratkit import __version__
from stratkit.diagnostics import Span
from stratkit.diff.change import Change
from stratkit.diff.formats.report import Report, is_text
from stratkit.diff.wording import redline

SCHEMA = "stratkit.changes/1"


def render(report: Report) -> str:
    """All changes, one JSON document."""
    document = {
        "schema": SCHEMA,
        "tool": {"name": "stratkit", "version": __version__},
        "old": report.old,
        "new": report.new,
        "changes": [_change(report, one) for one in report.changes],
        "not_compared": [report.words(one) for one in report.trouble],
        "unused_reasons": list(report.unused),
        "summary": {direction.value: count for direction, count in report.counts.items()},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _change(report: Report, one: Change) -> dict[str, Any]:
    before, after = report.span(one)
    return {
        "kind": one.kind.code,
        "message": report.translate(one.kind.value),
        "region": one.region,
        "industry": one.industry or None,
        "entity": one.entity,
        "id": one.id,
        "title": one.title or None,
        "field": one.field or None,
        "old": one.old,
        "new": one.new,
        "words": [list(step) for step in redline(one.old, one.new)] if is_text(one) else None,
        "direction": one.direction.value,
        "weight": one.weight.value,
        "affects": list(one.affects),
        "reason": one.reason,
        "fingerprint": one.fingerprint,
        "old_span": _span(before),
        "new_span": _span(after),
    }


def _span(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"file": span.path, "start": [span.line, span.column], "end": [span.end_line, span.end_column]}
