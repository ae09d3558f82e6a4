"""Something that the base revision had is gone, and the register of retired ids does not name it.

## Why this is bad
Acts, reports and addresses of the website still point at it; without an entry its id and its number may be given anew.

## Example
    # demo/projects/health/records.yaml
    # file: absent
    # demo/retired.yaml
    entries:   # error: HIS003
      - {kind: project, id: queue-screens, number: 7, industry: health}

## Use instead
    # demo/projects/health/records.yaml
    # file: absent
    # demo/retired.yaml
    entries:
      - {kind: project, id: queue-screens, number: 7, industry: health}
      - {kind: project, id: records, number: 2, industry: health}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, mark, say
from stratkit.lint.kept import kept_ids
from stratkit.lint.rule import history_rule
from stratkit.model.linked import Strategy

_KINDS = {
    "project": mark("project"),
    "indicator": mark("indicator"),
    "challenge": mark("challenge"),
    "task": mark("task"),
    "body": mark("body"),
    "programme": mark("programme"),
}


@history_rule("HIS003", "vanished-entity", Severity.ERROR, packs=("history",))
def vanished_entity(old: Strategy, new: Strategy) -> Iterator[Finding]:
    retired = {(entry.kind, entry.id) for entry in new.retired}
    here = set(kept_ids(new))
    for kind, name in dict.fromkeys(kept_ids(old)):
        if (kind, name) not in here and (kind, name) not in retired:
            yield Finding(
                new.place_in("retired", "entries"),
                say("the {kind} '{id}' is gone", kind=say(_KINDS[kind]), id=name),
                say("give it back, or add it to retired.yaml"),
                subject=name,
            )
