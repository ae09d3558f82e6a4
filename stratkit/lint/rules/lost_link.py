"""A project has lost beneficiaries, challenges, technologies or money that it had in the base revision, and reasons.yaml does not say why.

## Why this is bad
Somebody was promised something, or paid for it: whoever takes it back in passing should say so.

## Example
    # demo/projects/health/booking.yaml
    technologies: []   # error: HIS011

## Use instead
    # demo/projects/health/booking.yaml
    technologies: [artificial-intelligence, big-data]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import history_rule
from stratkit.model.linked import Project, Strategy

Named = dict[str, str]
"""Ids with their names."""


@history_rule("HIS011", "lost-link", Severity.WARNING, packs=("history",))
def lost_link(old: Strategy, new: Strategy) -> Iterator[Finding]:
    former = {one.id: one for one in old.projects}
    for one in new.projects:
        if one.id not in former:
            continue
        now = _links(one)
        for key, before in _links(former[one.id]).items():
            lost = before.keys() - now[key].keys()
            # Who was exchanged for somebody else is not lost; money is.
            if not lost or (now[key].keys() - before.keys() and key != "financing"):
                continue
            if not any(reason.speaks_of(one.id, key) for reason in new.reasons):
                yield Finding(
                    one.origin.at(key),
                    say("the project had '{name}' and has it no more", name=before[min(lost)]),
                    say("give it back, or write the reason into reasons.yaml"),
                    subject=one.id,
                )


def _links(project: Project) -> dict[str, Named]:
    """What a project is linked with, by key."""
    return {
        "beneficiaries": {one.id: one.title for one in project.beneficiaries},
        "challenges": {one.id: one.short for one in project.challenges},
        "technologies": {one.id: one.title for one in project.technologies},
        "financing": {one: one for one in project.financing.sources},
    }
