"""A goal or a title names a company.

## Why this is bad
An act of a body that names who is to do the work gives one business an advantage over others, which the law on the protection
of competition forbids; and if another one is chosen, the act has to be amended.

## Example
    # demo/projects/health/booking.yaml
    goal: ООО «Запись» записывает к врачу каждого, кто хочет   # error: TXT071

## Use instead
    # demo/projects/health/booking.yaml
    goal: Исполнитель контракта записывает к врачу каждого, кто хочет
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import COMPANY, COMPANY_FORMS
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_with
from stratkit.model.linked import Strategy, Workspace

_PROMISES = {("goal",), ("title",)}


@rule("TXT071", "company-in-promise", Severity.INFO, packs=("texts", "methodology"))
def company_in_promise(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    bodies = strategy.place_in("bodies").path
    for text in texts_with(strategy, *COMPANY_FORMS):
        if text.steps not in _PROMISES or text.whole.path == bodies:
            continue
        found = COMPANY.search(text.words)
        if found is not None:
            yield Finding(
                text.origin,
                say("a company is named: '{name}'", name=found[0]),
                say("say what it does and by which right it is chosen, not its name"),
                subject=text.subject,
            )
