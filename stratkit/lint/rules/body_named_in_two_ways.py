"""A federal ministry is called by two names.

## Why this is bad
One of the names is wrong: there are no two ministries whose names begin alike.

## Example
    # demo/projects/health/booking.yaml
    goal: Обмен с Министерством труда и социальной защиты Российской Федерации
    # demo/projects/health/records.yaml
    goal: Обмен с Министерством труда и социального развития Российской Федерации   # error: TXT024

## Use instead
    # demo/projects/health/booking.yaml
    goal: Обмен с Министерством труда и социальной защиты Российской Федерации
    # demo/projects/health/records.yaml
    goal: Обмен с Министерством труда и социальной защиты Российской Федерации
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import places_of, stems
from stratkit.lint.words import MINISTRY, MINISTRY_WORD
from stratkit.model.linked import Strategy, Workspace


@rule(
    "TXT024",
    "body-named-in-two-ways",
    Severity.WARNING,
    packs=(
        "texts",
        "acts",
    ),
)
def body_named_in_two_ways(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    named = []
    for text, start in places_of(strategy, MINISTRY_WORD):
        match = MINISTRY.match(text.words, start)
        if match is not None:
            named.append((stems(match["of"]), " ".join(match["of"].split()), text))
    if not named:
        return
    cited = [(stems(name), name, None) for name in _official(workspace)]
    for words, name, text in named:
        rival = next((one for one in (*cited, *named) if one[0][:1] == words[:1] and one[0] != words), None)
        # What the acts say is right; without them the name that stands first is taken for the right one.
        if rival is not None and (rival[2] is None or (words, name) != named[0][:2]):
            yield Finding(
                text.origin,
                say("a federal ministry is called here '{name}', elsewhere '{other}'", name=name, other=rival[1]),
                say("take the name from the act on the ministry"),
                related=() if rival[2] is None else ((rival[2].origin, say("the other name stands here")),),
                subject=text.subject,
            )


def _official(workspace: Workspace) -> Iterator[str]:
    """What acts and the glossary call federal ministries."""
    catalog = workspace.catalog
    for words in (
        *(piece for act in catalog.acts.values() for piece in (act.title, act.issuer or "")),
        *(entry.expansion for entry in catalog.glossary),
    ):
        for match in MINISTRY.finditer(words):
            yield " ".join(match["of"].split())
