"""An adjective does not agree with the noun behind it.

## Why this is bad
The sentence is broken where a word was exchanged or an ending was lost: its sense may be lost with it.

## Example
    # demo/projects/health/booking.yaml
    goal: Запись на осмотр и учёт медицинский изделий   # error: LNG002

## Use instead
    # demo/projects/health/booking.yaml
    goal: Запись на осмотр и учёт медицинских изделий
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.dictionary import EXTRA, Reading, Word, neighbours, readings
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts
from stratkit.lint.words import CONJUNCTIONS
from stratkit.model.linked import Strategy, Workspace

_GOVERNED = frozenset({"datv", "ablt"})
_COUNTED = (("gent", "plur"), ("gent", "sing"))


@rule("LNG002", "disagreeing-words", Severity.INFO, packs=("language",), status="preview", extra=EXTRA)
def disagreeing_words(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts(strategy):
        for before, first, second in neighbours(text.words):
            mine, theirs = readings(first.text.lower()), readings(second.text.lower())
            if not _are_pair(mine, theirs) or _is_name(text.words, first, second):
                continue
            joined = _is_joined(text.words, before, first)
            if not any(_agree(one, other, joined=joined) for one in mine for other in theirs):
                yield Finding(
                    text.origin,
                    say("the words do not agree: '{first} {second}'", first=first.text, second=second.text),
                    say("correct the ending of one of them"),
                    subject=text.subject,
                )


def _are_pair(mine: tuple[Reading, ...], theirs: tuple[Reading, ...]) -> bool:
    """An adjective and a noun and nothing else, neither of which another word may have asked for in its case."""
    return (
        bool(mine and theirs)
        and all(one.part == "ADJF" and one.case != "ablt" for one in mine)
        and all(other.part == "NOUN" and other.case not in _GOVERNED for other in theirs)
    )


def _is_name(text: str, first: Word, second: Word) -> bool:
    """Whether both are all that stands in quotes, each with a capital: the dictionary takes the names of rivers for others."""
    quoted = text[: first.start].endswith("«") and text.startswith("»", second.end)
    return quoted and first.text[0].isupper() and second.text[0].isupper()


def _is_joined(text: str, before: Word | None, first: Word) -> bool:
    """Whether another adjective may stand beside the first: 'of state and municipal systems'."""
    between = text[before.end : first.start].strip() if before is not None else ""
    return between in {",", "/"} or (before is not None and before.text.lower() in CONJUNCTIONS)


def _agree(one: Reading, other: Reading, *, joined: bool) -> bool:
    if not other.case:
        return True  # a noun that never changes
    if ((one.case, one.number), (other.case, other.number)) == _COUNTED:
        return True  # two new projects: behind a numeral
    if joined and other.number == "plur":
        return one.case == other.case
    same_gender = not one.gender or not other.gender or one.gender == other.gender
    return one.case == other.case and one.number == other.number and same_gender
