"""A risk names a thing and does not say what may go wrong with it.

## Why this is bad
«The literacy of doctors» is no danger; the reader has to guess whether too little of it is feared or something else.

## Example
    # demo/industries/health.yaml
    risks:
      - {number: 1, text: Уровень грамотности врачей}   # error: TRC044

## Use instead
    # demo/industries/health.yaml
    risks:
      - {number: 1, text: Низкий уровень грамотности врачей}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.words import DANGER, LONG_WORD
from stratkit.model.linked import Strategy, Workspace

# A longer text tells more than its words show.
_WORDS = 7


@rule("TRC044", "risk-without-danger", Severity.INFO, packs=("methodology",))
def risk_without_danger(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for industry in strategy.industries:
        for index, risk in enumerate(industry.risks):
            words = LONG_WORD.findall(risk.text.lower())
            if len(words) < _WORDS and not DANGER.search(risk.text):
                yield Finding(
                    industry.origin.at("risks", index, "text"),
                    say("the risk does not say what may go wrong: '{text}'", text=risk.text),
                    say("say what is feared, for example that there is too little of it"),
                    subject=industry.id,
                )
