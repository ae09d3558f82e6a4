"""A space stands before a punctuation mark.

## Why this is bad
The mark may come to stand alone at the start of the next line.

## Example
    # demo/projects/health/booking.yaml
    goal: Запись к врачу , анализы   # error: TXT008

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись к врачу, анализы
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.diagnostics.rewrite import substitution
from stratkit.lint.rule import rule
from stratkit.lint.texts import matches, texts_with
from stratkit.model.linked import Strategy, Workspace

_SIGN = r"(?:[,;](?!\d)|[:!?](?!\w)|\.(?=\s|\Z)|\)(?<=[\w».] \)))"
_SIGNS = tuple(f" {sign}" for sign in ",;:!?.)")
_FOUND = Pattern(rf" {_SIGN}")
_SPACE = Pattern(rf" (?={_SIGN})")


@rule("TXT008", "space-before-sign", Severity.INFO, packs=("typography",), fix="safe")
def space_before_sign(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, _FOUND, texts_with(strategy, *_SIGNS)):
        yield Finding(
            text.origin,
            say("a space stands before a punctuation mark: '{excerpt}'", excerpt=found),
            say("remove it"),
            subject=text.subject,
            rewrite=substitution(_SPACE, "", text.words),
        )
