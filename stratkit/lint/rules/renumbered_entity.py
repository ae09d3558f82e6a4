"""Something has another official number than in the base revision.

## Why this is bad
A number is given once: acts, reports and references in other documents cite by it, and the numbering of an act is kept
when it is amended.

## Example
    # demo/projects/health/records.yaml
    number: 7   # error: HIS006

## Use instead
    # demo/projects/health/records.yaml
    number: 2
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.clause import ELECTRONIC_ACTS
from stratkit.lint.rule import history_rule
from stratkit.model.linked import Numbered, Strategy


@history_rule(
    "HIS006", "renumbered-entity", Severity.WARNING, packs=("history", "official-text"), clause=ELECTRONIC_ACTS
)
def renumbered_entity(old: Strategy, new: Strategy) -> Iterator[Finding]:
    former = dict(_cited(old))
    for key, one in _cited(new):
        before = former.get(key)
        if before is not None and str(before.number) != str(one.number):
            yield Finding(
                one.origin.at("number"),
                say("the number was {former} and is {number} now", former=before.number, number=one.number),
                say("give back the former number; what is put in between gets a number such as '3.1'"),
                subject=one.id,
            )


def _cited(strategy: Strategy) -> Iterator[tuple[tuple[str, str], Numbered]]:
    """Everything that is cited by a number, by its list and id."""
    for industry in strategy.industries:
        yield from (((f"project/{industry.id}", one.id), one) for one in industry.projects)
        yield from (((f"challenge/{industry.id}", one.id), one) for one in industry.challenges)
    yield from ((("task", one.id), one) for one in strategy.tasks)
    yield from ((("programme", one.id), one) for one in strategy.programmes)
