"""Small edits and the words of the act that they must give: ``cases/*.yaml``, walked.

``STRATKIT_UPDATE_GOLDEN=1 pytest tests/amend/test_cases.py`` writes the words anew; read them then.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from stratkit.amend.build import amend
from stratkit.amend.plain import Para, Section
from stratkit.amend.reader import read_document
from stratkit.document.registry import FORMATS
from stratkit.model.amendments import Amendments
from stratkit.model.linked import Strategy
from tests.amend.edits import make_edit
from tests.amend.mutations import Edition

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
UPDATE = "STRATKIT_UPDATE_GOLDEN"


def edited(edition: Edition, edits: list[dict[str, Any]]) -> Strategy:
    """The strategy after the edits of a case."""
    new = edition.copy()
    for edit in edits:
        path = f"{new.region}/{edit['file']}"
        if "create" in edit:
            new.files[path] = edit["create"]
        elif "delete" in edit:
            del new.files[path]
        else:
            make_edit(new.files[path], edit)
    return new.linked()


def words_of(page: str, first: str) -> list[str]:
    """The words of an act from its first change on, up to the line for the signature; rows of tables with bars."""
    lines: list[str] = []
    for block in read_document(page):
        if isinstance(block, Section):
            lines.append(block.label)
        elif isinstance(block, Para):
            lines.append(block.line)
        else:
            rows = [*block.heads, *block.rows]
            lines += [" | ".join(" / ".join(cell.lines) for cell in row.cells) for row in rows]
    start = next(index for index, line in enumerate(lines) if line.startswith(first))
    return [line for line in lines[start:] if not line.startswith("____")]


def test_there_are_cases() -> None:
    assert len(CASES) > 20


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_act_says_what_is_expected(
    path: Path, editions: dict[str, Edition], in_force: dict[str, Strategy], formulas: Amendments
) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    made = amend(in_force[case["region"]], edited(editions[case["region"]], case["edits"]), formulas)
    assert made is not None
    assert made.anew == ()
    found = words_of(FORMATS["html"].render(made.act).decode(), "1. ")
    if os.environ.get(UPDATE):
        case["act"] = found
        path.write_text(yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=110), encoding="utf-8")
    assert found == case["act"]
