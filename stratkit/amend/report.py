"""The changes of an act as data, for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from stratkit.amend.grammar import Grammar
from stratkit.amend.operation import Operation, unit
from stratkit.amend.reasons import reasons_of
from stratkit.diff import Change
from stratkit.model.amendments import Amendments


def report(operations: Sequence[Operation], data: Amendments, changes: Sequence[Change]) -> bytes:
    """The changes of a proven act as JSON: the unit, the formula, both wordings, the reasons."""
    grammar = Grammar(data)
    found = [
        {
            "unit": unit(one, grammar),
            "formula": one.action.form,
            "words": f"{grammar.write(one.scope)} {grammar.write(one.action)}"
            if one.scope
            else grammar.write(one.action),
            "old": list(one.old),
            "new": list(one.new),
            "reasons": list(reasons_of(one, changes)),
        }
        for one in operations
    ]
    return (json.dumps({"changes": found}, ensure_ascii=False, indent=2) + "\n").encode()
