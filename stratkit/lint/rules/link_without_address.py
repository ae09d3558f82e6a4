"""A link in a text leads to a page beside it and not to a full address.

## Why this is bad
In the printed document it leads nowhere, and on the website to whatever stands there: mostly it was copied from a page of
another project or region.

## Example
    # demo/projects/health/booking.yaml
    description: Записаться можно на [странице записи](../school/records.html).   # error: TXT043

## Use instead
    # demo/projects/health/booking.yaml
    description: Записаться можно на [странице записи](https://example.org/booking).
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_with
from stratkit.model.linked import Strategy, Workspace

_BESIDE = Pattern(r"\]\(\s*(?!https?://|mailto:|tel:)([^)\s]+)\)")


@rule("TXT043", "link-without-address", Severity.WARNING, packs=("texts", "references"))
def link_without_address(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_with(strategy, "]("):
        for address in _BESIDE.findall(text.words):
            yield Finding(
                text.origin,
                say("the link leads to a page beside it: '{address}'", address=address),
                say("write the full address, with https://, or name the page in words"),
                subject=text.subject,
            )
