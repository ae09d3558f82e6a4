"""Why something was changed, as far as somebody wrote it down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from stratkit.diff.change import Change
from stratkit.model.reasons import Reason

_LINE = re.compile(r"\b([0-9a-f]{12})\b`?\**\s*[:–—-]\s*(\S.*)")


def reasons_in(text: str) -> list[Reason]:
    """The reasons that a free text gives, such as that of a pull request: lines ``FINGERPRINT: reason``."""
    return [Reason(fingerprint=one[1], reason=one[2].strip()) for one in _LINE.finditer(text)]


def justified(changes: Iterable[Change], reasons: Sequence[Reason]) -> tuple[list[Change], list[Reason]]:
    """The changes with their reasons, and the reasons that fit no change."""
    used: set[int] = set()
    found: list[Change] = []
    for change in changes:
        index = next((index for index, one in enumerate(reasons) if _fits(one, change)), None)
        if index is None:
            found.append(change)
        else:
            used.add(index)
            found.append(replace(change, reason=reasons[index].reason))
    return found, [one for index, one in enumerate(reasons) if index not in used]


def _fits(reason: Reason, change: Change) -> bool:
    if reason.fingerprint is not None:
        return reason.fingerprint == change.fingerprint
    return reason.speaks_of(change.id, change.field)
