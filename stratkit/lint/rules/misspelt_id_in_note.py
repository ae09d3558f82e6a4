"""A note names an id that is not there, but for a letter or so, or that is retired.

## Why this is bad
Whoever looks for the entry does not find it; after a renaming nobody knows what was meant.

## Example
    # demo/projects/health/booking.yaml
    note: Сравните с показателем online-bookings   # error: REF013

## Use instead
    # demo/projects/health/booking.yaml
    note: Сравните с показателем online-booking
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.rule import rule
from stratkit.model.linked import Catalog, Strategy, Workspace

_ID = Pattern(r"(?<![\w./@-])[a-z]+(?:-[a-z0-9]+)+(?![\w/@-]|\.\w)")
_NEAR = 0.82


@rule("REF013", "misspelt-id-in-note", Severity.INFO, packs=("references",))
def misspelt_id_in_note(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    named = [(place, found, id_) for place, note, id_ in _notes(strategy) for found in _ID.findall(note)]
    if not named:
        return
    retired = {one.id for one in strategy.retired}
    known = _ids(strategy) | _shared(workspace.catalog)
    listed = sorted(known)
    for place, found, id_ in named:
        near = get_close_matches(found, listed, 1, _NEAR) if found not in known else []
        if found in retired and found not in known:
            message = say("the id '{id}' is retired", id=found)
        elif near:
            message = say("there is no id '{id}', there is '{near}'", id=found, near=near[0])
        else:
            continue
        yield Finding(place, message, say("write the id of the entry that is meant"), subject=id_)


def _notes(strategy: Strategy) -> Iterator[tuple[Origin, str, str]]:
    noted = [(one.note, one.origin, one.id) for one in strategy.projects]
    noted += [(one.note, one.origin, one.id) for one in strategy.indicators]
    for note, origin, id_ in noted:
        if note is not None and "-" in note:
            yield origin.at("note"), note, id_


def _ids(strategy: Strategy) -> set[str]:
    parts = (strategy.projects, strategy.indicators, strategy.challenges, strategy.tasks, strategy.programmes)
    return {one.id for part in parts for one in part} | {*strategy.bodies}


def _shared(catalog: Catalog) -> set[str]:
    return {
        *catalog.beneficiaries,
        *catalog.technologies,
        *catalog.acts,
        *catalog.federal_projects,
        *catalog.common_indicators,
    }
