"""Two entries of one kind have the same full title.

## Why this is bad
One of the two was copied and not rewritten; in the document nobody can tell them apart.

## Example
    # demo/bodies.yaml
    bodies:
      - {id: health-ministry, title: Министерство цифрового развития, short_title: Министерство здравоохранения}
      - {id: digital-ministry, title: Министерство цифрового развития}   # error: REF014

## Use instead
    # demo/bodies.yaml
    bodies:
      - {id: health-ministry, title: Министерство здравоохранения}
      - {id: digital-ministry, title: Министерство цифрового развития}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Entity, Strategy, Workspace


@rule("REF014", "title-of-another-entry", Severity.WARNING, packs=("references",))
def title_of_another_entry(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    groups: tuple[Sequence[Entity], ...] = (
        strategy.projects, strategy.challenges, strategy.tasks, strategy.programmes, tuple(strategy.bodies.values()),
    )  # fmt: skip
    for group in groups:
        first: dict[str, Entity] = {}
        for one in group:
            other = first.setdefault(one.title, one)
            # The same short titles as well are ACC003.
            if other is not one and other.short != one.short:
                yield Finding(
                    one.origin.at("title"),
                    say("the full title is that of '{id}': '{title}'", id=other.id, title=one.title),
                    say("correct the one that was copied"),
                    related=((other.origin.at("title"), say("the other one stands here")),),
                    subject=one.id,
                )
