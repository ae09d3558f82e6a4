r"""An ordinary space stands where a line must not end.

## Why this is bad
A number is parted from its unit or its sign at the end of a line. The document and the website keep them together by
themselves; other programs that read the data do not.

## Example
    # demo/projects/health/booking.yaml
    goal: Записываются через интернет 60 % жителей   # error: TXT016

## Use instead
    # demo/projects/health/booking.yaml
    goal: "Записываются через интернет 60\u00a0% жителей"
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.rewrite import substitution
from stratkit.lint.rule import rule
from stratkit.lint.texts import matches
from stratkit.lint.words import BREAKABLE
from stratkit.model.linked import Strategy, Workspace


@rule("TXT016", "breakable-space", Severity.INFO, status="preview", packs=("typography", "strict"), fix="safe")
def breakable_space(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text, found in matches(strategy, BREAKABLE):
        yield Finding(
            text.origin,
            say("a line may end within '{excerpt}'", excerpt=found),
            say("use a non-breaking space"),
            subject=text.subject,
            rewrite=substitution(BREAKABLE, "\u00a0", text.words),
        )
