"""Something that `stratkit new` left open is not filled in yet.

## Why this is bad
The word that marks the gap would stand in the official document. As long as the frame of a strategy (strategy.yaml) has
such gaps, its empty lists are reported here too.

## Example
    # demo/projects/health/booking.yaml
    goal: (заполнить)   # error: NEW001

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись к врачу без очереди
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.rules.empty_section import empty_lists, is_draft
from stratkit.model.linked import Strategy, Workspace


@rule("NEW001", "not-filled-in", Severity.WARNING, packs=("form",))
def not_filled_in(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    """Gaps of a new strategy beside those in texts, which the loader reports with this code."""
    if not is_draft(strategy):
        return
    if not strategy.industries:
        hint = say("start the first project: stratkit new project {region} INDUSTRY ID --title …", region=strategy.id)
        yield Finding(strategy.origin, say("the strategy has no industry yet"), hint, subject=strategy.id)
    for empty in empty_lists(strategy):
        hint = say("fill in '{key}' in {file}", key=empty.key, file=empty.file)
        message = say("the list '{source}' is not filled in yet", source=empty.source)
        yield Finding(empty.origin, message, hint, subject=empty.source)
