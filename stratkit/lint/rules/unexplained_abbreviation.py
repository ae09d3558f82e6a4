"""An abbreviation that neither the glossary nor the document itself explains.

## Why this is bad
Citizens do not know it, and screen readers spell it out.

## Example
    # demo/projects/health/booking.yaml
    goal: Записать приём через РИАМС   # error: TXT004

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записать приём через ЕПГУ
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.abbreviations import abbreviations, written_out
from stratkit.lint.rule import rule
from stratkit.lint.words import CAPITALS, WELL_KNOWN
from stratkit.model.linked import Strategy, Workspace


@rule("TXT004", "unexplained-abbreviation", Severity.INFO, packs=("texts",))
def unexplained_abbreviation(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    explained = {part for entry in workspace.catalog.glossary for part in CAPITALS.findall(entry.term)}
    if not explained:
        return
    explained = explained.union(WELL_KNOWN, written_out(strategy))
    for name, text in abbreviations(strategy).items():
        if name not in explained:
            yield Finding(
                text.origin,
                say("the abbreviation '{name}' is not explained", name=name),
                say("add it to catalog/glossary.yaml, or write it out"),
                subject=text.subject,
            )
