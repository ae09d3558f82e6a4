"""Part of a paragraph is emphasised.

## Why this is bad
In the electronic text of an act a paragraph has one face; the document drops the emphasis, and what it meant is lost.

## Example
    # demo/projects/health/booking.yaml
    description: Записаться можно **только** через портал ЕПГУ.   # error: OFF004

## Use instead
    # demo/projects/health/booking.yaml
    description: Записаться можно только через портал ЕПГУ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.clause import ELECTRONIC_ACTS
from stratkit.lint.rule import rule
from stratkit.lint.texts import excerpt
from stratkit.model.linked import Strategy, Workspace

_EMPHASIS = Pattern(r"(?<![\w*_])(\*\*|__|\*|_)(?=[^\s*_])(?:(?!\n\n).){1,2000}?(?<=[^\s*_])\1(?![\w*_])", re.DOTALL)


@rule("OFF004", "emphasis-in-paragraph", Severity.INFO, packs=("official-text",), clause=ELECTRONIC_ACTS)
def emphasis_in_paragraph(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        words = project.description or ""
        found = _EMPHASIS.search(words) if "*" in words or "_" in words else None
        if found is not None:
            yield Finding(
                project.origin.at("description"),
                say("part of the paragraph is emphasised: '{excerpt}'", excerpt=excerpt(found.string, *found.span())),
                say("remove the signs * and _; say in words what matters"),
                subject=project.id,
            )
