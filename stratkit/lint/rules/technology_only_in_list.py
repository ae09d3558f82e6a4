"""A project lists a technology of which it says nothing, while all other projects that list it speak of it.

## Why this is bad
It was ticked in the wrong row: nobody can tell what the technology is for.

## Example
    # demo/projects/health/booking.yaml
    technologies: [big-data]   # error: TRC071
    # demo/projects/health/records.yaml
    technologies: [big-data]
    description: Больницы передают большие данные о лечении в общую систему.
    # demo/projects/education/portfolio.yaml
    description: Школы собирают большие данные об олимпиадах и кружках.

## Use instead
    # demo/projects/health/booking.yaml
    technologies: [artificial-intelligence]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.shapes import PAGE
from stratkit.lint.texts import stems, texts_with
from stratkit.model.linked import Strategy, Workspace

_LEAST = 3
"""Of fewer projects nothing can be told."""


@rule("TRC071", "technology-only-in-list", Severity.INFO, packs=("methodology", "texts"))
def technology_only_in_list(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for technology in strategy.technologies:
        projects = strategy.projects_of("technology", technology.id)
        if len(projects) < _LEAST:
            continue
        signs = [word.decode(PAGE) for word in stems(technology.title)]
        among = tuple(texts_with(strategy, *signs)) if signs else ()
        hinting = {text.whole.path for text in among}
        # «Data» are in every project: those speak of big data that have all words of the name in one text.
        telling = {text.whole.path for text in among if all(sign in text.words.lower() for sign in signs)}
        silent = [one for one in projects if one.origin.path not in hinting]
        if len(silent) == 1 and sum(one.origin.path in telling for one in projects) == len(projects) - 1:
            yield Finding(
                silent[0].origin.at("technologies"),
                say(
                    "the project lists '{title}' and says nothing of it; others that list it do", title=technology.short
                ),
                say("say what it is used for, or leave it out"),
                subject=silent[0].id,
            )
