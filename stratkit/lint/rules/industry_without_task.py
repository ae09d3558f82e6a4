"""An industry of the strategy that none of its tasks is about.

## Why this is bad
The priorities promise nothing for this industry, yet it has projects: they serve no task.

## Example
    # demo/priorities.yaml
    tasks:
      - {id: services, number: 1, title: Перевод услуг в электронный вид, industries: [health]}
    # demo/industries/education.yaml
    industry: education   # error: TRC026

## Use instead
    # demo/priorities.yaml
    tasks:
      - {id: services, number: 1, title: Перевод услуг в электронный вид, industries: [health]}
      - {id: learning, number: 2, title: Развитие цифровой школы, industries: [education]}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.vocabulary import sought, vocabulary
from stratkit.model.linked import Strategy, Workspace


@rule("TRC026", "industry-without-task", Severity.INFO, packs=("methodology",))
def industry_without_task(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    linked = [task for task in strategy.tasks if task.industries]
    # Where most tasks name no industry, none was meant to.
    if not linked or 2 * len(linked) < len(strategy.tasks):
        return
    named = {name for task in linked for name in task.industries}
    known = vocabulary(strategy)
    spoken = sought("\n".join(task.title for task in strategy.tasks))
    for industry in strategy.industries:
        if industry.id not in named and not known.names(spoken, industry):
            yield Finding(
                industry.origin.at("industry"),
                say("no task of the strategy is about the industry '{title}'", title=industry.short),
                say("add the task, or name the industry in 'industries' of the task that means it"),
                subject=industry.id,
            )
