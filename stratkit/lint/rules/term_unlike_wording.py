"""The wording of a term names another year or month than its dates, or goes on where they end.

## Why this is bad
The document prints the wording, the charts draw the dates.

## Example
    # demo/projects/health/booking.yaml
    term: {to: 2024, text: До 2023 года}   # error: TRM007

## Use instead
    # demo/projects/health/booking.yaml
    term: {to: 2024, text: До 2024 года}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import GOES_ON
from stratkit.lint.phrases import months_in
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.lint.words import YEAR
from stratkit.model.linked import Strategy, Workspace
from stratkit.model.numbers import Moment


@rule("TRM007", "term-unlike-wording", Severity.WARNING, packs=("terms",))
def term_unlike_wording(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        if GOES_ON.search(project.term.text) and project.term.then is None and project.term.recurrence is None:
            yield Finding(
                project.origin.at("term", "text"),
                say("the term is worded '{text}', by its dates it ends", text=project.term.text),
                say("write 'then: permanent', or correct the wording"),
                subject=project.id,
            )
        worded = {int(year) for year in YEAR.findall(project.term.text)}
        moments = [Moment.parse(date) for date in (project.term.from_, project.term.to) if date is not None]
        dated = {moment.year for moment in moments}
        months = {moment.month for moment in moments if moment.month is not None}
        named = months_in(project.term.text) if months else set()
        if named and not named & months:
            yield Finding(
                project.origin.at("term", "text"),
                say("the term is worded '{text}', its dates say the month {month}", text=project.term.text, month=min(months)),
                say("correct the one that is wrong"),
                subject=project.id,
            )  # fmt: skip
        if worded and dated and not (dated <= worded or worded <= dated):
            yield Finding(
                project.origin.at("term", "text"),
                say(
                    "the term is worded '{text}', its dates say {years}",
                    text=project.term.text,
                    years=shown(sorted(dated)),
                ),
                say("correct the one that is wrong"),
                subject=project.id,
            )
