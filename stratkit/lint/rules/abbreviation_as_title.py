"""The title of a project is nothing but abbreviations.

## Why this is bad
Who does not know them does not learn from any table of the document what the project is.

## Example
    # demo/projects/health/booking.yaml
    title: ЕПГУ / МИС   # error: TXT047

## Use instead
    # demo/projects/health/booking.yaml
    title: Запись к врачу на едином портале (ЕПГУ)
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

# Longer words in capitals are words.
_LONG = 6


@rule("TXT047", "abbreviation-as-title", Severity.INFO, packs=("texts",))
def abbreviation_as_title(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        title = project.own_title
        if title is not None and title.isupper() and all(len(word) < _LONG for word in title.split()):
            federal = project.federal
            yield Finding(
                project.origin.at("title"),
                say("the title is nothing but an abbreviation: '{title}'", title=title),
                say("write it out; the federal project is called '{title}'", title=federal.title)
                if federal is not None
                else say("write it out"),
                subject=project.id,
            )
