"""The texts write one term as a compound with a hyphen and as two words.

## Why this is bad
A legal text calls one thing by one name: 'нормативно-правовой акт' and 'нормативный правовой акт' read as two.

## Example
    # demo/projects/health/booking.yaml
    goal: Принять нормативный правовой акт о записи
    # demo/projects/health/records.yaml
    goal: Принять нормативно-правовой акт о картах   # error: TXT023

## Use instead
    # demo/projects/health/booking.yaml
    goal: Принять нормативный правовой акт о записи
    # demo/projects/health/records.yaml
    goal: Принять нормативный правовой акт о картах
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import Text, places_of, places_of_word
from stratkit.lint.words import COMPOUND, COMPOUND_SEAM, SECOND_WORD
from stratkit.model.linked import Strategy, Workspace

_ENDING = 2
_LONGEST = 60


@rule("TXT023", "compound-in-two-forms", Severity.INFO, packs=("texts",))
def compound_in_two_forms(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    first: dict[tuple[str, str], tuple[Text, str]] = {}
    for text, seam in places_of(strategy, COMPOUND_SEAM):
        start = seam
        while start and text.words[start - 1].isalpha():
            start -= 1
        match = COMPOUND.match(text.words[start : start + _LONGEST].lower())
        if match is not None:
            head, tail = match["head"], match["tail"]
            first.setdefault((head, tail[:-_ENDING]), (text, match[0]))
    told: set[str] = set()
    for (head, tail), (text, compound) in first.items():
        apart = None if head in told else _apart(strategy, head, tail)
        if apart is not None:
            told.add(head)
            yield Finding(
                text.origin,
                say("one term in two forms: '{compound}' and '{apart}'", compound=compound, apart=apart[1]),
                say("keep to the form that the law uses; official titles stay as they are"),
                related=((apart[0].origin, say("in two words it stands here")),),
                subject=text.subject,
            )


def _apart(strategy: Strategy, head: str, tail: str) -> tuple[Text, str] | None:
    """Where two adjectives stand side by side, the second of which begins with *tail*."""
    for text, start in places_of_word(strategy, head):
        match = SECOND_WORD.match(text.words[start + len(head) : start + _LONGEST].lower())
        if match is not None and match["second"].startswith(tail):
            return text, text.words[start : start + len(head) + match.end()]
    return None
