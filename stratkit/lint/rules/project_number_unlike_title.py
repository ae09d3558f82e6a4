"""A text names a project by a number that it does not have.

## Why this is bad
Numbers changed, or one was mistyped: the reader is sent to another project, or to none.

## Example
    # demo/projects/health/booking.yaml
    description: Карта видна, когда закончен проект 1 «Цифровая карта пациента».   # error: REF016

## Use instead
    # demo/projects/health/booking.yaml
    description: Карта видна, когда закончен проект 2 «Цифровая карта пациента».
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import PROJECT_TOLD
from stratkit.lint.rule import rule
from stratkit.lint.shapes import BLANK, CAPITAL, DIGIT, in_shape
from stratkit.lint.texts import Text, texts_like
from stratkit.lint.words import OUTER_QUOTES
from stratkit.model.linked import Challenge, Indicator, Project, Strategy, Workspace

_SHAPES = (DIGIT + BLANK + in_shape("«") + CAPITAL,)
_LEAST = 8
"""Shorter names in quotes may be anything."""


@rule("REF016", "project-number-unlike-title", Severity.WARNING, packs=("references", "texts"))
def project_number_unlike_title(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in chain(texts_like(strategy, *_SHAPES), _remarks(strategy)):
        for found in PROJECT_TOLD.finditer(text.words):
            title = found["title"]
            having = {
                str(one.number)
                for one in strategy.projects
                if len(title) >= _LEAST and (one.title.startswith(title) or one.short.startswith(title))
            }
            if having and found["number"] not in having:
                yield Finding(
                    text.origin,
                    say("'{title}' is not project {number}, its number is {right}", title=title, number=found["number"], right=min(having)),
                    say("correct the number or the title"),
                    subject=text.subject,
                )  # fmt: skip


def _remarks(strategy: Strategy) -> Iterator[Text]:
    """The remarks of entries and of other wordings that may name a project."""
    noted: tuple[Project | Indicator, ...] = (*strategy.projects, *strategy.indicators)
    for one in noted:
        if one.note is not None and OUTER_QUOTES[0] in one.note:
            yield Text(one.origin, ("note",), one.note, one.id)
    entities: tuple[Project | Indicator | Challenge, ...] = (*noted, *strategy.challenges)
    for entity in entities:
        for index, variant in enumerate(entity.variants):
            if variant.note is not None and OUTER_QUOTES[0] in variant.note:
                yield Text(entity.origin, ("variants", index, "note"), variant.note, entity.id)
