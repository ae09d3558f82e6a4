"""The words of a link do not say where it leads.

## Why this is bad
Screen readers list the links of a page without the text around them.

## Example
    # demo/projects/health/booking.yaml
    description: Запись открыта на портале ЕПГУ, подробнее [здесь](https://example.org).   # error: ACC004

## Use instead
    # demo/projects/health/booking.yaml
    description: Запись открыта на [портале ЕПГУ](https://example.org).
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.clause import ACCESSIBLE_SITES
from stratkit.lint.phrases import VAGUE_LINK
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_with
from stratkit.model.linked import Strategy, Workspace

_LINK = Pattern(r"\[([^\]\[]*)\]\(|<(https?://[^>\s]+)>")
_ADDRESS = Pattern(r"\s*(?:https?://|www\.)")


@rule("ACC004", "unclear-link", Severity.WARNING, packs=("accessibility",), clause=ACCESSIBLE_SITES)
def unclear_link(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_with(strategy, "](", "<http"):
        for words, address in _LINK.findall(text.words) if text.steps == ("description",) else ():
            if address or not words.strip() or _ADDRESS.match(words) or VAGUE_LINK.fullmatch(words.strip()):
                yield Finding(
                    text.origin,
                    say("the words of the link do not say where it leads: '{words}'", words=words or address),
                    say("write what is found there: [name of the service](address)"),
                    subject=text.subject,
                )
                break
