"""An abbreviation stands in brackets behind other words than it is short for.

## Why this is bad
The reader learns a wrong meaning and takes it along through the whole document.

## Example
    # demo/projects/health/booking.yaml
    description: Запись видна на едином портале городских услуг (ЕПГУ).   # error: TXT044

## Use instead
    # demo/projects/health/booking.yaml
    description: Запись видна на едином портале государственных и муниципальных услуг (ЕПГУ).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import WITHOUT_YO
from stratkit.lint.rule import rule
from stratkit.lint.shapes import CAPITAL, in_shape
from stratkit.lint.texts import places_like
from stratkit.lint.words import CAPITALS, CONJUNCTIONS, RUSSIAN_WORD
from stratkit.model.linked import Strategy, Workspace

_SHAPE = in_shape("(") + CAPITAL * 3
_LETTERS = 5
"""Letters by which words are known, whatever their endings."""
_WINDOW = 200
_TELLING = 3
"""Fewer words may stand there by accident."""


@rule("TXT044", "abbreviation-expanded-otherwise", Severity.WARNING, packs=("texts",))
def abbreviation_expanded_otherwise(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    known: defaultdict[str, list[str]] = defaultdict(list)
    for entry in workspace.catalog.glossary:
        known[entry.term].append(entry.expansion)
    expansions: defaultdict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for entry in workspace.catalog.glossary:
        apart = _words(entry.expansion)
        if len(apart) >= _TELLING:
            expansions[apart[-1][:2]].append((entry.term, apart))
    for text, place in places_like(strategy, _SHAPE):
        found = CAPITALS.match(text.words, place + 1)
        if found is None or found[0] not in known or text.words[found.end() : found.end() + 1] != ")":
            continue
        before = _words(text.words[max(0, place - _WINDOW) : place])
        other = _meant(before, found[0], expansions)
        if other is not None:
            yield Finding(
                text.origin,
                say("'{name}' stands behind the words that '{other}' is short for", name=found[0], other=other),
                say("write the abbreviation that belongs to the words"),
                subject=text.subject,
            )
            continue
        words = before[-len(found[0]) :]
        # Only words that begin with its letters are meant to be its words.
        if "".join(word[0] for word in words).upper() != found[0]:
            continue
        if not any(_alike(words, _words(expansion)) for expansion in known[found[0]]):
            yield Finding(
                text.origin,
                say("'{name}' stands behind '{words}', it is short for '{expansion}'", name=found[0], words=" ".join(words), expansion=known[found[0]][0]),
                say("write out what it is short for, or add the other meaning to the glossary"),
                subject=text.subject,
            )  # fmt: skip


def _meant(words: list[str], name: str, expansions: Mapping[str, list[tuple[str, list[str]]]]) -> str | None:
    """The abbreviation of the last of *words*, if it is another one than *name*; all are known by how they end."""
    last = words[-1][:2] if words else ""
    meant = [term for term, expansion in expansions.get(last, ()) if _end_with(words, expansion)]
    return None if name in meant else next(iter(meant), None)


def _end_with(words: list[str], expansion: list[str]) -> bool:
    tail = words[-len(expansion) :]
    return len(tail) == len(expansion) and all(map(_begin_alike, reversed(tail), reversed(expansion)))


def _words(text: str) -> list[str]:
    return [word for word in RUSSIAN_WORD.findall(text.lower()) if word not in CONJUNCTIONS]


def _alike(words: list[str], expansion: list[str]) -> bool:
    return all(any(_begin_alike(word, other) for other in expansion) for word in words)


def _begin_alike(word: str, other: str) -> bool:
    length = max(2, min(_LETTERS, len(word) - 2, len(other) - 2))
    return word[:length].translate(WITHOUT_YO) == other[:length].translate(WITHOUT_YO)
