"""One and the same term is worded in several ways within a strategy.

## Why this is bad
Readers ask what the difference between «until 2024» and «2024» is; in law there may be one.

## Example
    # demo/projects/health/booking.yaml
    term: {to: 2024, text: 2024 год}   # error: TRM006

## Use instead
    # demo/projects/health/booking.yaml
    term: {to: 2024, text: До 2024 года}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Project, Strategy, Workspace


@rule("TRM006", "terms-worded-differently", Severity.INFO, packs=("terms",))
def terms_worded_differently(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    wordings: dict[tuple[object, ...], dict[str, list[Project]]] = defaultdict(lambda: defaultdict(list))
    for project in strategy.projects:
        term = project.term
        wordings[term.from_, term.to, term.then, term.recurrence][" ".join(term.text.split())].append(project)
    for by_text in wordings.values():
        if len(by_text) > 1:
            # The fewest first; of equally many the first in the alphabet.
            ordered = sorted(by_text, key=lambda text: (len(by_text[text]), text))
            rarest, usual = ordered[0], ordered[-1]
            first = by_text[rarest][0]
            yield Finding(
                first.origin.at("term", "text"),
                say(
                    "the same term is worded in {count} ways, among them '{rarest}' and '{usual}'",
                    count=len(by_text),
                    rarest=rarest,
                    usual=usual,
                ),
                say("use one wording for one term"),
                related=(
                    (by_text[usual][0].origin.at("term", "text"), say("it is worded '{usual}' here", usual=usual)),
                ),
                subject=first.id,
            )
