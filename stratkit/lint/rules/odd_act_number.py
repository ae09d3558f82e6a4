"""The number of an act is not written as numbers of acts are.

## Why this is bad
The sign № is printed twice, or a Latin letter keeps the act from being found.

## Example
    # demo/strategy.yaml
    approval:
      kind: approved
      act:
        kind: resolution
        issuer: Правительства Вымышленной области
        date: 2021-08-20
        act_number: "№ 33-п"   # error: ACT007

## Use instead
    # demo/strategy.yaml
    approval:
      kind: approved
      act:
        kind: resolution
        issuer: Правительства Вымышленной области
        date: 2021-08-20
        act_number: "33-п"
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import LAW_SIGN, LETTERS_AT_END, ODD_LAW, ROMAN_TAIL
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_with
from stratkit.lint.words import ODD_ACT_NUMBER
from stratkit.model.linked import Act, Strategy, Workspace

_LEAST = 3
"""Of fewer nothing can be told."""


@rule("ACT007", "odd-act-number", Severity.WARNING, packs=("acts",))
def odd_act_number(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    acts = (*(entry.act for entry in strategy.basis), *(programme.act for programme in strategy.programmes))
    for act in (strategy.approval_act, *acts):
        if act.act_number is not None and ODD_ACT_NUMBER.search(ROMAN_TAIL.sub("", act.act_number)):
            yield Finding(
                act.origin.at("act_number"),
                say("the number '{number}' is not written as numbers of acts are", number=act.act_number),
                say(
                    "write only the number: in Russian letters, without №, with a hyphen before the letters at its end"
                ),
                subject=act.id,
            )
    yield from _unlike_others(acts)
    for text in texts_with(strategy, LAW_SIGN):
        found = ODD_LAW.search(text.words)
        if found is not None:
            yield Finding(
                text.origin,
                say("the number of a law is written as '{number}'", number=found[0]),
                say("write the number, a hyphen and then the letters"),
                subject=text.subject,
            )


def _unlike_others(acts: Iterable[Act]) -> Iterator[Finding]:
    """Acts whose numbers have another end than those of all others of their kind and issuer."""
    alike: defaultdict[tuple[object, str | None], list[Act]] = defaultdict(list)
    for act in acts:
        if act.act_number:
            alike[act.kind, act.issuer].append(act)
    for group in alike.values():
        ends = [_end(act.act_number or "") for act in group]
        usual = max(ends, key=ends.count)
        odd = [(act, end) for act, end in zip(group, ends, strict=True) if end != usual]
        if not usual or len(odd) != 1 or len(group) <= _LEAST:
            continue
        act, end = odd[0]
        yield Finding(
            act.origin.at("act_number"),
            say("the number '{number}' ends otherwise than all others of its kind: '{usual}'", number=act.act_number, usual=usual)
            if end or act.issuer is None
            else say("the number '{number}' has no letters at its end, all others of {issuer} have", number=act.act_number, issuer=act.issuer),
            say("compare it with the act"),
            subject=act.id,
        )  # fmt: skip


def _end(number: str) -> str:
    """The letters at the end of a number and the hyphen before them."""
    found = LETTERS_AT_END.search(number)
    return found[0] if found is not None else ""
