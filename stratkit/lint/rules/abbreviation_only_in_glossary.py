"""The texts use many abbreviations that only the common glossary explains, not the document itself.

## Why this is bad
The document is read without the website: it has to write out each abbreviation where it first stands.

## Example
    # catalog/glossary.yaml
    items:
      - {term: ЕПГУ, expansion: Единый портал государственных услуг}
      - {term: МИС, expansion: Медицинская информационная система}
      - {term: ОМС, expansion: Обязательное медицинское страхование}
      - {term: ФАП, expansion: Фельдшерско-акушерский пункт}
      - {term: ЭМД, expansion: Электронный медицинский документ}
    # demo/projects/health/booking.yaml
    goal: ФАП выдаёт ЭМД из МИС по полису ОМС   # error: TXT025

## Use instead
    # catalog/glossary.yaml
    items:
      - {term: ЕПГУ, expansion: Единый портал государственных услуг}
      - {term: ФАП, expansion: Фельдшерско-акушерский пункт}
    # demo/projects/health/booking.yaml
    goal: Фельдшерско-акушерский пункт (далее – ФАП) выдаёт документ
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.abbreviations import abbreviations, written_out
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.lint.words import CAPITALS, WELL_KNOWN
from stratkit.model.linked import Strategy, Workspace

# A few are nothing to speak of.
_MANY = 5


@rule("TXT025", "abbreviation-only-in-glossary", Severity.INFO, packs=("texts",))
def abbreviation_only_in_glossary(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    known = {part for entry in workspace.catalog.glossary for part in CAPITALS.findall(entry.term)}
    used = abbreviations(strategy)
    known = known.difference(WELL_KNOWN, written_out(strategy))
    unknown = [name for name in used if name in known]
    if len(unknown) >= _MANY:
        yield Finding(
            used[unknown[0]].origin,
            say("abbreviations that the document never writes out, {count}: {names}", count=len(unknown), names=shown(unknown)),
            say("write each out where it first stands, and put it in brackets there"),
            subject=strategy.id,
        )  # fmt: skip
