"""A state programme has another title than the act that approved it gives it.

## Why this is bad
The title was changed in one place: who looks for the programme by one of the two does not find it.

## Example
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Укрепление здоровья   # error: ACT017
        period: {from: 2021, to: 2026}
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п", title: Об утверждении государственной программы «Развитие здравоохранения»}
        industries: [health, education]

## Use instead
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        period: {from: 2021, to: 2026}
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п", title: Об утверждении государственной программы «Развитие здравоохранения»}
        industries: [health, education]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.lint.words import OUTER_QUOTES, YEARS
from stratkit.model.linked import Strategy, Workspace


@rule("ACT017", "programme-called-otherwise", Severity.WARNING, packs=("acts",))
def programme_called_otherwise(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    opening, closing = OUTER_QUOTES
    for programme in strategy.programmes:
        quoted = programme.act.title.partition(opening)[2].rpartition(closing)[0]
        named = any(variant.field == "title" for variant in programme.variants)
        # What the title leaves out of the act's is shorter and not other.
        if not quoted or named or set(stems(YEARS.sub("", programme.title))) <= set(stems(programme.act.title)):
            continue
        yield Finding(
            programme.origin.at("title"),
            say("the act calls the programme '{title}'", title=quoted),
            say("correct the one that is wrong"),
            related=((programme.act.origin.at("title"), say("the title of the act stands here")),),
            subject=programme.id,
        )
