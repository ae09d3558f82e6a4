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

from collections.abc import Iterable, Iterator
from itertools import chain

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import PROJECT_TOLD
from stratkit.lint.rule import rule
from stratkit.lint.shapes import BLANK, CAPITAL, DIGIT, in_shape
from stratkit.lint.texts import Text, texts_like
from stratkit.model.base import Variant
from stratkit.model.linked import Entity, Indicator, Project, Strategy, Workspace

_SHAPES = (DIGIT + BLANK + in_shape("«") + CAPITAL,)
_LEAST = 8
"""Shorter names in quotes may be anything."""


@rule("REF016", "project-number-unlike-title", Severity.WARNING, packs=("references", "texts"))
def project_number_unlike_title(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    numbers = {(str(one.number), name) for one in strategy.projects for name in {one.title, one.short}}
    for text in chain(texts_like(strategy, *_SHAPES), _remarks(strategy)):
        for found in PROJECT_TOLD.finditer(text.words):
            title = found["title"]
            having = {number for number, name in numbers if len(title) >= _LEAST and name.startswith(title)}
            if having and found["number"] not in having:
                yield Finding(
                    text.origin,
                    say("'{title}' is not project {number}, its number is {right}", title=title, number=found["number"], right=min(having)),
                    say("correct the number or the title"),
                    subject=text.subject,
                )  # fmt: skip


def _remarks(strategy: Strategy) -> Iterator[Text]:
    """The remarks of entries and of other wordings."""
    noted: tuple[Project | Indicator, ...] = (*strategy.projects, *strategy.indicators)
    for one in noted:
        if one.note is not None:
            yield Text(one.origin, ("note",), one.note, one.id)
        yield from _of_variants(one, one.variants)
    for challenge in strategy.challenges:
        yield from _of_variants(challenge, challenge.variants)


def _of_variants(entity: Entity, variants: Iterable[Variant]) -> Iterator[Text]:
    for index, variant in enumerate(variants):
        if variant.note is not None:
            yield Text(entity.origin, ("variants", index, "note"), variant.note, entity.id)
