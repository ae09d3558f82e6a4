"""The list of those who carry out the strategy leaves open who somebody is.

## Why this is bad
The words come from a template that was to be filled in: with 'or another official' nobody knows who answers for the strategy.

## Example
    # demo/programmes.yaml
    participants:
      - text: Заместитель губернатора или иное должностное лицо отвечает за стратегию.   # error: TXT050
        role: coordinator
        bodies: [digital-ministry]

## Use instead
    # demo/programmes.yaml
    participants:
      - text: Заместитель губернатора, который ведёт цифровое развитие, отвечает за стратегию.
        role: coordinator
        bodies: [digital-ministry]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import ANOTHER_OFFICIAL
from stratkit.lint.rule import rule
from stratkit.lint.texts import excerpt
from stratkit.model.linked import Strategy, Workspace


@rule("TXT050", "office-left-open", Severity.INFO, packs=("texts", "methodology"))
def office_left_open(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for index, one in enumerate(strategy.participants):
        found = ANOTHER_OFFICIAL.search(one.text)
        if found is not None:
            yield Finding(
                strategy.place_in("programmes", "participants", index, "text"),
                say("the text leaves open who it is: '{excerpt}'", excerpt=excerpt(one.text, *found.span())),
                say("name the office that the region settled on"),
                subject=strategy.id,
            )
