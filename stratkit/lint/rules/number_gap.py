"""A numbered list leaves a number out.

## Why this is bad
Either an entry was lost on the way, or one was removed and is not in the register of retired numbers.

## Example
    # demo/industries/health.yaml
    challenges:
      - {id: queues, number: 1, title: Очереди в регистратуру}
      - {id: paper, number: 3, title: Бумажные карты}   # error: REF009

## Use instead
    # demo/industries/health.yaml
    challenges:
      - {id: queues, number: 1, title: Очереди в регистратуру}
      - {id: paper, number: 2, title: Бумажные карты}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.numbering import Entry, numbered_lists
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.numbers import number_key


@rule("REF009", "number-gap", Severity.INFO, packs=("references",))
def number_gap(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    retired = {(one.industry, str(one.number)) for one in strategy.retired if one.number}
    for name, entries in numbered_lists(strategy):
        # A number inserted later, such as 3.1, follows its whole number and leaves no gap.
        whole = sorted(((number_key(entry.number)[0], entry) for entry in entries), key=lambda pair: pair[0])
        expected = 1
        for number, entry in whole:
            lost = [str(one) for one in range(expected, number) if not _retired(strategy, entry, str(one), retired)]
            if lost:
                yield Finding(
                    entry.origin.at("number"),
                    say("the list of {list} lacks: {numbers}", list=say(name), numbers=shown(lost)),
                    say("compare with the approved document; a removed number belongs in retired.yaml"),
                )
            expected = number + 1


def _retired(strategy: Strategy, entry: Entry, number: str, retired: set[tuple[str | None, str]]) -> bool:
    """True if *number* was removed from the list of *entry*; lists of industries have their own numbers."""
    homes = {None, *(name for name in strategy.industry if f"/{name}" in entry.origin.path)}
    return any((home, number) in retired for home in homes)
