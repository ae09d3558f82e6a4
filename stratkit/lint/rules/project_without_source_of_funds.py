"""A project says neither where its money comes from nor how it is supported, or its only source does not reach the region.

## Why this is bad
Nobody can tell which budget has to hold the money, nor add up what the strategy costs.

## Example
    # demo/projects/health/booking.yaml
    financing: {text: Финансирование обеспечено}   # error: TRC024

## Use instead
    # demo/projects/health/booking.yaml
    financing: {sources: [federal-budget], text: Федеральный бюджет}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import NOT_PASSED_ON
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace


@rule("TRC024", "project-without-source-of-funds", Severity.WARNING, packs=("methodology",))
def project_without_source_of_funds(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        if not project.financing.sources and not project.financing.support:
            yield Finding(
                project.origin.at("financing"),
                say("the project names no source of funds: '{words}'", words=project.financing.text),
                say("name it in 'sources', or what is given instead of money in 'support'"),
                subject=project.id,
            )
        elif len(project.financing.sources) == 1 and NOT_PASSED_ON.search(project.financing.text or ""):
            yield Finding(
                project.origin.at("financing"),
                say("the money of the only source does not reach the region: '{words}'", words=project.financing.text),
                say("name what pays for the region's own part, or say that it has none"),
                severity=Severity.INFO,
                subject=project.id,
            )
