"""The title of an indicator has no telling word in common with the project that it measures.

## Why this is bad
The indicator may grow while the project stands still: it measures something else.

Words that stand in very many projects tell nothing and are left out.

## Example
    # demo/projects/health/booking.yaml
    indicators:
      - {id: e-records}   # error: TRC033

## Use instead
    # demo/projects/health/booking.yaml
    indicators:
      - {id: online-booking, page: 5}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.vocabulary import vocabulary
from stratkit.model.linked import Strategy, Workspace


@rule("TRC033", "indicator-unlike-project", Severity.INFO, packs=("methodology",))
def indicator_unlike_project(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    known = vocabulary(strategy)
    for project in strategy.projects:
        # A project without a goal and a description says too little to be compared with.
        if project.goal is None and project.description is None:
            continue
        own = known.bit(project)
        for row in project.rows:
            if not known.near(row.indicator.title, own):
                yield Finding(
                    row.origin,
                    say("the indicator '{title}' has no telling word in common with the project", title=row.indicator.short),
                    say("check that it measures this project; if it does, say so in the goal"),
                    related=((row.indicator.origin.at("id"), say("the indicator stands here")),),
                    subject=project.id,
                )  # fmt: skip
