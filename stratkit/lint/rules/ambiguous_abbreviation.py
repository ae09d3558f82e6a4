"""An abbreviation that several industries use stands for two things, or two abbreviations stand for the same.

## Why this is bad
The reader has to guess which is meant, and a search finds only one of the two.

What an abbreviation stands for is said in the glossary of the catalogue. Within one industry it is taken to mean one thing.

## Example
    # catalog/glossary.yaml
    items:
      - {term: ЕПГУ, expansion: Единый портал государственных услуг}
      - {term: ЕПГУ, expansion: Единая платформа городского управления}
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу через ЕПГУ может каждый   # error: TXT028
    # demo/projects/education/portfolio.yaml
    goal: Собрать достижения ученика на ЕПГУ

## Use instead
    # catalog/glossary.yaml
    items:
      - {term: ЕПГУ, expansion: Единый портал государственных услуг}
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.abbreviations import abbreviations
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.lint.texts import texts_with
from stratkit.model.linked import Strategy, Workspace


@rule("TXT028", "ambiguous-abbreviation", Severity.INFO, packs=("texts",))
def ambiguous_abbreviation(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    meanings: dict[str, dict[str, None]] = defaultdict(dict)
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in workspace.catalog.glossary:
        meanings[entry.term][entry.expansion] = None
        names[entry.expansion.lower()][entry.term] = None
    used = abbreviations(strategy)
    several = {name for name, meant in meanings.items() if len(meant) > 1 and name in used}
    spread = {name for name in several if len(_industries(strategy, name)) > 1}
    for name in sorted(spread):
        yield Finding(
            used[name].origin,
            say("'{name}' stands for several things: {meanings}", name=name, meanings="; ".join(meanings[name])),
            say("write out one of them wherever it is meant"),
            subject=used[name].subject,
        )
    for terms in names.values():
        # One that has several meanings and stands in one industry may have the other one there.
        both = [one for one in terms if one in used and (one in spread or one not in several)]
        if len(both) > 1:
            yield Finding(
                used[both[1]].origin,
                say("these abbreviations stand for the same: {names}", names=shown(both)),
                say("keep one of them"),
                # Where one that has several meanings stands first it may have another one.
                related=((used[both[0]].origin, say("'{name}' stands here", name=both[0])),)
                if both[0] not in several
                else (),
                subject=used[both[1]].subject,
            )


def _industries(strategy: Strategy, name: str) -> set[str]:
    """The industries in whose files *name* stands."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(name)}(?!\w)")
    paths = {one.whole.path for one in texts_with(strategy, name.lower()) if pattern.search(one.words)}
    parts = {part.removesuffix(".yaml") for path in paths for part in path.split("/")}
    return parts.intersection(strategy.industry)
