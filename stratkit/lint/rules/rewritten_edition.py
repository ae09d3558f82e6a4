"""The act or the date of an edition is not what it was in the base revision.

## Why this is bad
What an edition was approved by is a fact of the past: it is added to, not changed.

## Example
    # demo/strategy.yaml
    editions:
      - {id: first, date: 2021-08-21}   # error: HIS008

## Use instead
    # demo/strategy.yaml
    editions:
      - {id: first, date: 2021-08-20}
      - {id: second, date: 2022-11-20}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import history_rule
from stratkit.model.linked import Strategy
from stratkit.model.strategy import Edition


@history_rule("HIS008", "rewritten-edition", Severity.WARNING, packs=("history",))
def rewritten_edition(old: Strategy, new: Strategy) -> Iterator[Finding]:
    now = {one.id: (index, one) for index, one in enumerate(new.frame.editions)}
    for former in old.frame.editions:
        if former.id not in now:
            yield Finding(
                new.origin.at("editions"),
                say("the edition '{id}' is gone", id=former.id),
                say("put it back: editions are only added"),
                subject=new.id,
            )
            continue
        index, edition = now[former.id]
        before, after = _told(former), _told(edition)
        for key, value in before.items():
            if value and value != after[key]:
                yield Finding(
                    new.origin.at("editions", index),
                    say("the edition '{id}' was of {before} and is of {after}", id=former.id, before=value, after=after[key] or "–"),
                    say("put back what was approved; a new act makes a new edition"),
                    subject=new.id,
                )  # fmt: skip


def _told(edition: Edition) -> dict[str, str]:
    """What is told of an edition; what was not known before may be added."""
    act = edition.act
    told = {"date": edition.date}
    for key in ("issuer", "date", "act_number") if act is not None else ():
        told[f"act {key}"] = getattr(act, key)
    keys = ("date", "act issuer", "act date", "act act_number")
    return {key: "" if told.get(key) is None else str(told[key]) for key in keys}
