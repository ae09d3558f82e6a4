"""Two entries of one kind have the same short title.

## Why this is bad
On the website both are links with the same words to different pages: who goes from link to link by ear cannot tell
them apart.

## Example
    # demo/projects/health/booking.yaml
    short_title: Цифровая запись
    # demo/projects/health/records.yaml
    short_title: Цифровая запись   # error: ACC003

## Use instead
    # demo/projects/health/booking.yaml
    short_title: Запись к врачу
    # demo/projects/health/records.yaml
    short_title: Электронная карта
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.clause import ACCESSIBLE_SITES
from stratkit.lint.rule import rule
from stratkit.lint.series import is_copy
from stratkit.model.linked import Entity, Indicator, Strategy, Workspace


@rule("ACC003", "same-link-text", Severity.INFO, packs=("accessibility",), clause=ACCESSIBLE_SITES)
def same_link_text(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    groups: tuple[Sequence[Entity], ...] = (
        strategy.projects, strategy.indicators, strategy.challenges, strategy.tasks, strategy.programmes,
        tuple(strategy.bodies.values()),
    )  # fmt: skip
    for group in groups:
        first: dict[str, Entity] = {}
        for one in group:
            words = " ".join(one.short.casefold().split())
            other = first.setdefault(words, one)
            # An indicator that is written twice altogether is IND021, the graver finding.
            if other is not one and not _written_twice(one, other):
                yield Finding(
                    one.origin.at("short_title" if one.short_title else "title"),
                    say("'{title}' is also what '{id}' is called", title=one.short, id=other.id),
                    say("give one of the two a short title that tells them apart"),
                    related=((other.origin.at("id"), say("the other one stands here")),),
                    subject=one.id,
                )


def _written_twice(one: Entity, other: Entity) -> bool:
    return isinstance(one, Indicator) and isinstance(other, Indicator) and is_copy(one, other)
