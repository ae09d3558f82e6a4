"""Some items of a list begin with a verb and others with a noun.

## Why this is bad
The sentence that opens the list goes on in only one of the two ways; read aloud, the other items are broken.

## Example
    # demo/projects/health/booking.yaml
    description: |   # error: LNG004
      Запись занимает минуту:

      - выбрать врача;
      - назначение времени.

## Use instead
    # demo/projects/health/booking.yaml
    description: |
      Запись занимает минуту:

      - выбрать врача;
      - выбрать время.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.dictionary import EXTRA, readings, words_of
from stratkit.lint.rule import rule
from stratkit.lint.words import ACTION_NOUNS, IMPERSONAL, LIST_ITEM
from stratkit.model.linked import Strategy, Workspace

_VERB = "INFN"


@rule("LNG004", "mixed-enumeration", Severity.INFO, packs=("language",), status="preview", extra=EXTRA)
def mixed_enumeration(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        for paragraph in (project.description or "").split("\n\n"):
            openings = [words[0].text for item in LIST_ITEM.findall(paragraph) if (words := words_of(item))]
            verb = next((one for one in openings if _is_infinitive(one)), None)
            noun = next((one for one in openings if one.lower().endswith(ACTION_NOUNS)), None)
            if verb is not None and noun is not None and not IMPERSONAL.search(paragraph):
                yield Finding(
                    project.origin.at("description"),
                    say("items begin with a verb ('{verb}') and with a noun ('{noun}')", verb=verb, noun=noun),
                    say("begin all items of the list alike"),
                    subject=project.id,
                )
                break


def _is_infinitive(word: str) -> bool:
    found = readings(word.lower())
    return bool(found) and all(one.part == _VERB for one in found)
