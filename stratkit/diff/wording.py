"""Texts: what changed word by word."""

from __future__ import annotations

import re
from typing import Literal

from stratkit.model.matching import opcodes

Step = tuple[Literal["same", "removed", "added"], str]

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


def redline(old: str, new: str) -> list[Step]:
    """What was kept, taken out and put in, word by word, in reading order."""
    # Blanks are no anchors: words are matched first, the blanks beside them follow.
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    steps: list[Step] = []
    for operation, i, j, k, m in opcodes(before, after, str.isspace):
        if operation == "equal":
            steps.append(("same", "".join(before[i:j])))
            continue
        if i < j:
            steps.append(("removed", "".join(before[i:j])))
        if k < m:
            steps.append(("added", "".join(after[k:m])))
    return steps
