"""One project says the same in two places with two numbers.

## Why this is bad
One of the two was corrected and the other one forgotten: readers of each are promised something else.

## Example
    # demo/projects/health/booking.yaml
    description: Срок ответа врача на обращение сокращён до пяти рабочих дней.
    beneficiaries:
      - {who: [residents], benefit: Срок ответа врача на обращение сокращён до десяти рабочих дней}   # error: TXT059

## Use instead
    # demo/projects/health/booking.yaml
    description: Срок ответа врача на обращение сокращён до пяти рабочих дней.
    beneficiaries:
      - {who: [residents], benefit: Срок ответа врача на обращение сокращён до пяти рабочих дней}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.quantities import Quantity, alike, quantities
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

_LEAST = 0.6
_MILESTONE = "milestones"


@rule("TXT059", "figure-told-otherwise", Severity.WARNING, packs=("texts", "figures"))
def figure_told_otherwise(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    told: defaultdict[str, list[Quantity]] = defaultdict(list)
    for one in quantities(strategy):
        for other in told[one.project.id]:
            # Milestones promise what belongs to their dates, and two sentences of one text may speak of two things.
            dated = one.part.startswith(_MILESTONE) or other.part.startswith(_MILESTONE)
            if one.value == other.value or one.text is other.text or (dated and one.part != other.part):
                continue
            if alike(one, other, _LEAST):
                yield Finding(
                    one.origin,
                    say("here stands '{here}', elsewhere in the project '{there}'", here=one.told, there=other.told),
                    say("settle which of the two is right"),
                    related=((other.origin, say("the other stands here")),),
                    subject=one.project.id,
                )
                break
        told[one.project.id].append(one)
