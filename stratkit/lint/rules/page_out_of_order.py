"""An entry of a list stands on an earlier page than the one before it.

## Why this is bad
The document counts on; a page or a number is mistyped, or the entries were mixed up.

## Example
    # demo/industries/health.yaml
    challenges:
      - {id: queues, number: 1, title: Очереди в регистратуру, page: 12}
      - {id: paper, number: 2, title: Бумажные карты, page: 11}   # error: DOC003

## Use instead
    # demo/industries/health.yaml
    challenges:
      - {id: queues, number: 1, title: Очереди в регистратуру, page: 11}
      - {id: paper, number: 2, title: Бумажные карты, page: 12}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.numbering import numbered_lists
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.numbers import number_key


@rule("DOC003", "page-out-of-order", Severity.INFO, packs=("references",))
def page_out_of_order(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for _name, entries in numbered_lists(strategy):
        paged = [entry for entry in entries if entry.page is not None]
        paged.sort(key=lambda entry: number_key(entry.number))
        for before, after in pairwise(paged):
            if (after.page or 0) < (before.page or 0):
                yield Finding(
                    after.origin.at("page") if after.origin.pointer else after.origin.at("pages"),
                    say(
                        "number {later} stands on page {page}, before number {earlier} on page {former}",
                        later=after.number,
                        page=after.page,
                        earlier=before.number,
                        former=before.page,
                    ),
                    say("look the pages up again"),
                )
