"""Corrections that can be made at once."""

from __future__ import annotations

from stratkit.diagnostics import Diagnostic, Edit, Fix, Message, Severity, Span, say
from stratkit.lint.rules.misspelt_word import misspelt_word
from stratkit.lint.waivers import UNWAIVABLE, WAIVER
from stratkit.lsp.desk import State
from stratkit.lsp.rename import written
from stratkit.source.append import append_word
from stratkit.source.edits import apply_fixes
from stratkit.source.home import SETTINGS
from stratkit.source.reorder import UnmovableError

_SHORT = 48
"""The longest text that fits a menu."""

DID_YOU_MEAN = "did you mean '{name}'?"
"""The hint that proposes another word."""


def noted(state: State, path: str, start: int, end: int) -> list[Diagnostic]:
    """The findings in the file *path* that touch the offsets from *start* to *end*."""
    lines = state.lines(path)
    reaches = ((one, lines.span(one.span)) for one in state.diagnostics if one.span.path == path)
    return [one for one, (first, last) in reaches if first <= end and start <= last]


def fixes_at(state: State, path: str, start: int, end: int) -> list[tuple[Diagnostic, Fix]]:
    """Those of them that can be mended."""
    found = ((one, one.fix or _guess(state, one)) for one in noted(state, path, start, end))
    return [(one, fix) for one, fix in found if fix is not None]


def _guess(state: State, one: Diagnostic) -> Fix | None:
    """What the hint of a finding proposes, in place of the word that is minded.

    A program does not choose where several words are alike; a person in front of a menu does.
    """
    if one.hint is None or one.hint.text != DID_YOU_MEAN or one.span.line != one.span.end_line:
        return None
    lines = state.lines(one.span.path)
    start, end = lines.span(one.span)
    return Fix((Edit(one.span, written(str(one.hint.values["name"]), lines.text[start:end])),), safe=False)


def waivers_at(state: State, path: str, start: int, end: int) -> list[tuple[Diagnostic, Fix]]:
    """For each rule that minds something there a comment above the line that lets it pass, but for the reason.

    Until somebody writes that, the comment has no effect and is minded itself. An error that can be mended is no case,
    nor is a word that the settings can take for right.
    """
    found: dict[tuple[str, int], Diagnostic] = {}
    for one in noted(state, path, start, end):
        mendable = one.fix is not None or _guess(state, one) is not None
        if one.code not in {*UNWAIVABLE, misspelt_word.code} and not (one.severity is Severity.ERROR and mendable):
            found.setdefault((one.code, one.span.line), one)
    return [(one, _waiver(state, one)) for one in found.values()]


def _waiver(state: State, one: Diagnostic) -> Fix:
    line = state.locator.line(one.span)
    indent = line[: len(line) - len(line.lstrip())]
    start = Span(one.span.path, one.span.line, 1, one.span.line, 1)
    return Fix((Edit(start, f"{indent}# {WAIVER}[{one.code}] – \n"),), safe=False)


def proposal(state: State, one: Diagnostic, fix: Fix) -> Message:
    """What *fix* does, in a few words."""
    if len(fix.edits) == 1:
        edit = fix.edits[0]
        lines = state.lines(edit.span.path)
        start, end = lines.span(edit.span)
        if start < end and edit.text.strip() and max(end - start, len(edit.text)) <= _SHORT:
            return say("write '{new}' instead of '{old}'", new=edit.text, old=lines.text[start:end])
    return one.hint or one.message


def words_at(state: State, path: str, start: int, end: int) -> list[tuple[Diagnostic, str]]:
    """The findings among them that mind a word which the dictionary lacks, each with the word."""
    found = (one for one in noted(state, path, start, end) if one.code == misspelt_word.code)
    return [(one, str(one.message.values["word"])) for one in found]


def with_word(state: State, word: str) -> bytes:
    """The settings of the workspace with *word* among those that are right; as they are if that cannot be written there."""
    data = state.tree.read(SETTINGS)
    if word.lower() in (one.lower() for one in state.workspace.settings.lint.words):
        return data
    text = data.decode("utf-8")
    try:
        return append_word(text if text.endswith("\n") else f"{text}\n", "lint", "words", word.lower()).encode()
    except UnmovableError:
        return data


def mended(state: State, path: str) -> bytes:
    """The file *path* after every safe correction."""
    found = (one.fix for one in state.diagnostics if one.span.path == path)
    safe = [fix for fix in found if fix is not None and fix.safe]
    data = state.tree.read(path)
    return apply_fixes(data, safe)[0] if safe else data
