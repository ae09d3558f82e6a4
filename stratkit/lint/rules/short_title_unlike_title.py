"""The short title has initials or a number that the full one does not have.

## Why this is bad
It was copied from another entry or mistyped; menus and charts show it in place of the title.

## Example
    # demo/bodies.yaml
    bodies:
      - {id: health-ministry, title: Министерство здравоохранения имени А. Н. Иванова, short_title: Министерство А. М. Иванова}   # error: REF017
      - {id: digital-ministry, title: Министерство цифрового развития}

## Use instead
    # demo/bodies.yaml
    bodies:
      - {id: health-ministry, title: Министерство здравоохранения имени А. Н. Иванова, short_title: Министерство А. Н. Иванова}
      - {id: digital-ministry, title: Министерство цифрового развития}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import EXACT, EXACT_SIGNS, INITIALS_APART
from stratkit.lint.rule import rule
from stratkit.model.linked import Entity, Strategy, Workspace


@rule("REF017", "short-title-unlike-title", Severity.WARNING, packs=("references",))
def short_title_unlike_title(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    groups: tuple[tuple[Entity, ...], ...] = (
        strategy.projects, strategy.indicators, strategy.challenges, strategy.tasks, strategy.programmes,
        tuple(strategy.bodies.values()),
    )  # fmt: skip
    for one in (one for group in groups for one in group if one.short_title is not None):
        missing = _missing(one.short_title or "", one.title)
        if missing is not None:
            yield Finding(
                one.origin.at("short_title"),
                say("the short title has '{words}', the full one has not", words=missing),
                say("correct the one that is wrong"),
                subject=one.id,
            )


def _missing(short: str, title: str) -> str | None:
    """The first initials or number of *short* that *title* does not have."""
    if EXACT_SIGNS.search(short) is None:
        return None
    there = INITIALS_APART.sub(".", title)
    return next((one for one in EXACT.findall(INITIALS_APART.sub(".", short)) if one not in there), None)
