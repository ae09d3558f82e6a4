r"""A paragraph holds a line break.

## Why this is bad
In the electronic text of an act one paragraph is one structural unit: an amending act counts paragraphs.

## Example
    # demo/projects/health/booking.yaml
    goal: "Записаться к врачу\nможет каждый"   # error: OFF002

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу может каждый
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.clause import ELECTRONIC_ACTS
from stratkit.lint.rule import rule
from stratkit.lint.texts import Text, texts
from stratkit.model.linked import Strategy, Workspace

# In Markdown a single line break is a space; two blanks or a backslash before it make it a hard one.
_HARD = Pattern(r"(?:(?<! ) {2,}|\\)\n(?=\S)")
_ENDS = ("  \n", "\\\n")
_ANY = Pattern(r"\n|<br\s*/?>")


@rule("OFF002", "line-break-in-paragraph", Severity.INFO, packs=("official-text",), clause=ELECTRONIC_ACTS)
def line_break_in_paragraph(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts(strategy):
        if ("\n" in text.words or "<br" in text.words) and _broken(text):
            yield Finding(
                text.origin,
                say("the text breaks off a line within a paragraph"),
                say("write it on one line, or make a paragraph or an entry of its own of what follows"),
                subject=text.subject,
            )


def _broken(text: Text) -> bool:
    """Whether a line ends by force; only descriptions are in Markdown."""
    markdown = text.steps == ("description",)
    if markdown and not any(sign in text.words for sign in _ENDS):
        return False
    return (_HARD if markdown else _ANY).search(text.words.strip()) is not None
