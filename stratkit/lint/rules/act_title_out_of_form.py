"""The title of an act repeats the kind of the act, or its preposition does not fit the next word.

## Why this is bad
The kind is printed before the title, so that it stands there twice. A preposition that does not fit tells that the title
was put together and not copied from the act.

## Example
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        period: {from: 2021, to: 2026}
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п", title: Об государственной программе}   # error: ACT021
        industries: [health]

## Use instead
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        period: {from: 2021, to: 2026}
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п", title: О государственной программе}
        industries: [health]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.slips import BEFORE_CONSONANT, BEFORE_VOWEL
from stratkit.model.linked import Act, Strategy, Workspace


@rule("ACT021", "act-title-out-of-form", Severity.INFO, packs=("acts",))
def act_title_out_of_form(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for act in (*(entry.act for entry in strategy.basis), *(programme.act for programme in strategy.programmes)):
        preposition = BEFORE_CONSONANT.search(act.title) or BEFORE_VOWEL.search(act.title)
        if preposition is not None:
            message = say("the preposition has the form for another word: '{words}'", words=preposition[0])
            hint = say("compare the title with that of the act")
        elif _repeated(act):
            message = say("the title begins with the kind of the act: '{title}'", title=act.title)
            hint = say("leave the kind out of the title: it is printed before it")
        else:
            continue
        yield Finding(act.origin.at("title"), message, hint, subject=act.id)


def _repeated(act: Act) -> bool:
    """Whether the title begins with the kind, and the kind is printed before it."""
    kind = act.kind
    if kind is None or (kind.pattern is not None and "{kind}" not in kind.pattern):
        return False
    return act.title.lower().startswith(f"{kind.title.lower()} ")
