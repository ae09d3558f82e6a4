"""A project brings nobody any benefit.

## Why this is bad
Nobody can say for whom it is done, and the card does not count it.

## Example
    # demo/projects/health/booking.yaml
    beneficiaries: []   # error: TRC049

## Use instead
    # demo/projects/health/booking.yaml
    beneficiaries:
      - {who: [residents], benefit: Не стоят в очереди}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC049", "project-without-beneficiary", Severity.WARNING, packs=("methodology",))
def project_without_beneficiary(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        if not project.benefits:
            yield Finding(
                project.origin.at("beneficiaries"),
                say("the project '{title}' names no beneficiary", title=project.short),
                say("name who gains from it, and what"),
                subject=project.id,
            )
