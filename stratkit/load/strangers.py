"""References to ids that mean something else: which, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stratkit.diagnostics import Finding, Message, Origin, mark, say
from stratkit.model.linked import Strategy


def explained(found: Iterable[Finding], strategy: Strategy) -> Iterator[Finding]:
    """*found*, in which a lost reference whose id belongs to something else in the region is told to what."""
    homes: dict[str, tuple[str, Origin]] | None = None
    for one in found:
        if one.code == "REF001" and one.rewrite is None and not one.related:
            homes = dict(_homes(strategy)) if homes is None else homes
            if one.subject in homes:
                kind, home = homes[one.subject]
                related = ((home, say("'{name}' stands here", name=one.subject)),)
                yield Finding(one.place, one.message, _way_out(one, kind), related, one.code, one.severity, one.subject)
                continue
        yield one


def _homes(strategy: Strategy) -> Iterator[tuple[str, tuple[str, Origin]]]:
    for kind, entities in (
        (mark("body"), strategy.bodies.values()),
        (mark("programme"), strategy.programmes),
        (mark("task"), strategy.tasks),
        (mark("project"), strategy.projects),
        (mark("indicator"), strategy.indicators),
        (mark("challenge"), strategy.challenges),
    ):
        for one in entities:
            yield one.id, (kind, one.origin.at("id"))


def _way_out(one: Finding, kind: str) -> Message:
    wanted = one.message.values["kind"]
    if isinstance(wanted, Message) and wanted.text == kind:
        return say("this id belongs to another industry; name one of this industry")
    return say("this id belongs to something else: {kind}", kind=say(kind))
