"""More than ten paragraphs without a number follow each other.

## Why this is bad
The electronic text of an act allows ten at most: an amending act has to count them to name one.

## Example
    # demo/projects/health/booking.yaml
    description: |   # error: OFF005
      Первый.

      Второй.

      Третий.

      Четвёртый.

      Пятый.

      Шестой.

      Седьмой.

      Восьмой.

      Девятый.

      Десятый.

      Одиннадцатый.

## Use instead
    # demo/projects/health/booking.yaml
    description: |
      1. Первый.
      2. Второй.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Message, Origin, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.clause import ELECTRONIC_ACTS
from stratkit.lint.rule import rule
from stratkit.lint.rules.empty_section import PLACES, entries
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.profile import ListBlock, Paragraph, Section

_MOST = 10
_NUMBERED = Pattern(r"\s*(?:\d+|[а-я])[.)]\s")


@rule("OFF005", "unnumbered-paragraphs", Severity.INFO, packs=("official-text",), clause=ELECTRONIC_ACTS)
def unnumbered_paragraphs(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        count = _longest(project.description or "")
        if count > _MOST:
            yield _finding(
                project.origin.at("description"), count, project.id, say("number them, or make fewer of them")
            )
    for section in strategy.profile.sections.values() if strategy.profile else ():
        for source, count in _runs(strategy, section):
            file, key = PLACES[source]
            hint = say("let the profile number the list '{source}', or make it shorter", source=source)
            yield _finding(Origin(f"{strategy.id}/{file}", (key,)), count, source, hint)


def _finding(origin: Origin, count: int, subject: str, hint: Message) -> Finding:
    return Finding(
        origin,
        say("paragraphs without a number that follow each other: {count}; at most {limit}", count=count, limit=_MOST),
        hint,
        subject=subject,
    )


def _longest(text: str) -> int:
    """The longest stretch of paragraphs without numbers."""
    longest = run = 0
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        run = 0 if _NUMBERED.match(paragraph) else run + 1
        longest = max(longest, run)
    return longest


def _runs(strategy: Strategy, section: Section) -> Iterator[tuple[str, int]]:
    """Lists with which a stretch of paragraphs without numbers becomes too long, and how long it is by then."""
    run = 0
    for block in section.blocks:
        if isinstance(block, Paragraph):
            run += 1
        elif isinstance(block, ListBlock) and block.style == "plain" and block.source in PLACES:
            run += entries(strategy, block.source)
            if run > _MOST:
                yield block.source, run
        else:
            run = 0
