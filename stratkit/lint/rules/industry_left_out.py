"""A text about the use of technologies names all industries that the data give it but one.

## Why this is bad
The industry came later, or was dropped from the sentence: text and charts speak of different industries.

## Example
    # demo/industries/transport.yaml
    stratkit: industry/1
    industry: transport
    number: 3
    # demo/technologies.yaml
    applications:
      - text: Нейросети нужны в здравоохранении и образовании.   # error: TRC058
        technologies: [artificial-intelligence, big-data]
        industries: [health, education, transport]

## Use instead
    # demo/industries/transport.yaml
    stratkit: industry/1
    industry: transport
    number: 3
    # demo/technologies.yaml
    applications:
      - text: Нейросети нужны в здравоохранении, образовании и на транспорте.
        technologies: [artificial-intelligence, big-data]
        industries: [health, education, transport]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.vocabulary import held, sought
from stratkit.model.linked import Strategy, Workspace

_LEAST = 3
"""Where fewer are named the text is not a list of them."""


@rule("TRC058", "industry-left-out", Severity.WARNING, packs=("methodology", "texts"))
def industry_left_out(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for index, passage in enumerate(strategy.applications):
        homes = [strategy.industry[id_] for id_ in passage.industries if id_ in strategy.industry]
        words = held(passage.text) if len(homes) >= _LEAST else set()
        absent = [one for one in homes if words.isdisjoint(sought(one.title))]
        if words and len(absent) == 1:
            yield Finding(
                strategy.place_in("technologies", "applications", index, "text"),
                say("the text names all industries of its data but '{title}'", title=absent[0].short),
                say("name it, or take it out of the data"),
            )
