"""A project stands for a recommended federal one and is not marked as such.

## Why this is bad
The document shows which projects the federal bodies recommend; without the mark this one looks like the region's own.

## Example
    # demo/projects/health/records.yaml
    federal: digital-card
    recommended: false   # error: TRC036

## Use instead
    # demo/projects/health/records.yaml
    federal: digital-card
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC036", "unmarked-federal-project", Severity.INFO, packs=("methodology",))
def unmarked_federal_project(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for industry in strategy.industries:
        unmarked = [one for one in industry.projects if one.federal is not None and not one.recommended]
        if unmarked:
            yield Finding(
                unmarked[0].origin.at("recommended"),
                say(
                    "projects of '{title}' are recommended federally and not marked so: {count}",
                    title=industry.short, count=len(unmarked),
                ),
                say("compare with the document: mark them, or have the mark added when it is next amended"),
                related=tuple((one.origin.at("recommended"), say("'{title}'", title=one.short)) for one in unmarked[1:]),
                subject=unmarked[0].id,
            )  # fmt: skip
