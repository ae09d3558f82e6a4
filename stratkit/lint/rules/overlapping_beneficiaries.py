"""The name of one beneficiary holds that of another.

## Why this is bad
Who belongs to both is counted twice, and a reader does not know under which to look.

## Example
    # catalog/beneficiaries.yaml
    items:
      - {id: residents, title: Жители области}
      - {id: pupils, title: Жители области с детьми}
    # demo/card.yaml
    beneficiaries:
      - {id: residents, number: 1}
      - {id: pupils, number: 2}   # error: TRC031

## Use instead
    # catalog/beneficiaries.yaml
    items:
      - {id: residents, title: Жители области без детей}
      - {id: pupils, title: Семьи с детьми}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.model.linked import Strategy, Workspace


@rule("TRC031", "overlapping-beneficiaries", Severity.INFO, packs=("methodology",))
def overlapping_beneficiaries(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    named = [(one, stems(one.title)) for one in strategy.beneficiaries]
    for narrow, words in named:
        # Both begin with the same word: parents of pupils are no pupils.
        wider = [one for one, other in named if words and other and words[0] == other[0] and set(other) < set(words)]
        # «Citizens – passengers» says which of the citizens are meant.
        wider = [one for one in wider if not narrow.title.startswith(f"{one.title} – ")]
        if wider:
            yield Finding(
                narrow.origin.at("id"),
                say(
                    "'{title}' belongs as well to: {others}",
                    title=narrow.title,
                    others="; ".join(one.title for one in wider),
                ),
                say("say in the titles who is meant by each, or keep one of them"),
                related=tuple((one.origin.at("id"), say("the wider name stands here")) for one in wider),
                subject=narrow.id,
            )
