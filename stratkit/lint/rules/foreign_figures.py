"""A figure in a text has a point before its decimals or a comma between its thousands.

## Why this is bad
Official Russian texts write 75,9 % and 50 000: with «50,000» it is left open whether fifty or fifty thousand is meant.

## Example
    # demo/projects/health/booking.yaml
    description: Через интернет записывается 75.9 % жителей.   # error: TXT042

## Use instead
    # demo/projects/health/booking.yaml
    description: Через интернет записывается 75,9 % жителей.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import FOREIGN_FIGURE
from stratkit.lint.rule import rule
from stratkit.lint.shapes import DIGIT, in_shape
from stratkit.lint.texts import matches, texts_like
from stratkit.model.linked import Strategy, Workspace

_SHAPES = (DIGIT + in_shape(".") + DIGIT, DIGIT + in_shape(",") + DIGIT * 3)


@rule("TXT042", "foreign-figures", Severity.INFO, packs=("typography",))
def foreign_figures(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, FOREIGN_FIGURE, texts_like(strategy, *_SHAPES)):
        yield Finding(
            text.origin,
            say("a point before decimals or a comma between thousands: '{excerpt}'", excerpt=found),
            say("write decimals behind a comma, and thousands with a space"),
            subject=text.subject,
        )
