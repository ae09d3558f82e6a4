"""A word that no dictionary has and that differs from one by a single letter.

## Why this is bad
Search does not find it, and a published act with a misspelling is amended by another act.

Words that are right and that the dictionary lacks stand in `lint.words` of `stratkit.yaml`, in any of their forms.

## Example
    # demo/projects/health/booking.yaml
    goal: Подобрать врача с помощью искусственного интелекта   # error: LNG001

## Use instead
    # demo/projects/health/booking.yaml
    goal: Подобрать врача с помощью искусственного интеллекта
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.dictionary import EXTRA, Word, is_known, readings, words_of
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts
from stratkit.lint.words import FIELD_WORDS, LETTERS, WORD_ENDING
from stratkit.model.linked import Strategy, Workspace

# In shorter words one letter makes too many others; what is longer is no word, and takes its time by the square.
_LENGTH, _LONGEST = 6, 60


@rule("LNG001", "misspelt-word", Severity.INFO, packs=("language",), status="preview", extra=EXTRA)
def misspelt_word(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    listed = (*workspace.settings.lint.words, *_glossary(workspace))
    own = (*FIELD_WORDS, *(WORD_ENDING.sub("", word.lower()) for word in listed))
    judged: set[str] = set()
    for text in texts(strategy):
        for word in words_of(text.words):
            plain = word.text.lower()
            # Capitals inside: an abbreviation; a capital within a sentence: a name.
            if (
                not _LENGTH <= len(plain) <= _LONGEST
                or plain in judged
                or not word.text[1:].islower()
                or _is_other(text.words, word)
            ):
                continue
            judged.add(plain)
            near = None if is_known(plain) or plain.startswith(own) else _near(plain)
            if near is not None:
                yield Finding(
                    text.origin,
                    say("'{word}' is not in the dictionary; was '{near}' meant?", word=word.text, near=near),
                    say("correct it; a word that is right is added to 'words' under 'lint' in stratkit.yaml"),
                    subject=text.subject,
                )


def _glossary(workspace: Workspace) -> Iterator[str]:
    """Words of terms that the catalogue explains, long enough to be told from others."""
    for entry in workspace.catalog.glossary:
        yield from (part for part in entry.term.split() if len(part) >= _LENGTH)


def _is_other(text: str, word: Word) -> bool:
    """Whether this is a name, or a word of which a part is left out.

    A name has a capital with which no sentence, quotation or list begins, or stands behind initials.
    """
    before = text[: word.start].rstrip(" \u00a0")
    behind_initial = before[-1:] == "." and before[-2:-1].isupper()
    return text[word.end : word.end + 1] == "-" or (
        word.text[0].isupper() and (before[-1:].isalnum() or behind_initial)
    )


def _near(word: str) -> str | None:
    """A word of the dictionary that is one letter away: one left out, one too many, one wrong, two exchanged."""
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    for left, right in splits:
        if right and readings(left + right[1:]):
            return left + right[1:]
        if len(right) > 1 and readings(left + right[1] + right[0] + right[2:]):
            return left + right[1] + right[0] + right[2:]
    for left, right in splits:
        for letter in LETTERS:
            if readings(left + letter + right):
                return left + letter + right
            if right and readings(left + letter + right[1:]):
                return left + letter + right[1:]
    return None
