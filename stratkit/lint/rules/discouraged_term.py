"""A text calls something by a name for which the glossary has another one.

## Why this is bad
Two names of one thing read like two things; a name that the law has given up misleads.

Which names are not to be used, and what is right instead, is said in the glossary of the catalogue. Endings do not matter.

## Example
    # catalog/glossary.yaml
    items:
      - {term: ЕПГУ, expansion: Единый портал государственных услуг, instead_of: [портал госуслуг]}
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу на портале госуслуг может каждый   # error: TXT027

## Use instead
    # catalog/glossary.yaml
    items:
      - {term: ЕПГУ, expansion: Единый портал государственных услуг, instead_of: [портал госуслуг]}
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу через ЕПГУ может каждый
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.names import texts_naming
from stratkit.lint.rule import rule
from stratkit.lint.texts import Text
from stratkit.lint.words import CAPITALS
from stratkit.model.catalog import GlossaryEntry
from stratkit.model.linked import Strategy, Workspace

_SHOWN = 5


@rule("TXT027", "discouraged-term", Severity.INFO, packs=("texts",))
def discouraged_term(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    for entry in workspace.catalog.glossary:
        found = [one for name in entry.instead_of for one in _places(strategy, name)]
        if found:
            text, words = found[0]
            yield Finding(
                text.origin,
                say(
                    "the text says '{words}', the glossary calls it '{term}'; texts that do: {count}",
                    words=words,
                    term=_name(entry),
                    count=len({one.origin for one, _ in found}),
                ),
                say("write it as the glossary does, everywhere alike"),
                related=tuple((one.origin, say("'{words}'", words=said)) for one, said in found[1:_SHOWN]),
                subject=text.subject,
            )


def _places(strategy: Strategy, name: str) -> Iterator[tuple[Text, str]]:
    """Each text in which *name* stands, in whatever case, with the words as they stand there."""
    return ((text, " ".join(match.group().split())) for text, match in texts_naming(strategy, name))


def _name(entry: GlossaryEntry) -> str:
    """An abbreviation with what it stands for, any other term alone."""
    return f"{entry.expansion} ({entry.term})" if CAPITALS.search(entry.term) else entry.term
