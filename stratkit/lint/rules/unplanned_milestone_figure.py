"""A milestone names a percentage that none of the project's indicators plans for that year, or the description one for none.

## Why this is bad
Either the text and the table promise different things, or nothing measures whether the milestone is reached.

## Example
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2023, text: 80 % врачей открыли запись}   # error: IND028

## Use instead
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2023, text: 50 % врачей открыли запись}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import number
from stratkit.lint.phrases import BETTER_BY, BOUND_BY
from stratkit.lint.rule import rule
from stratkit.lint.series import Value, has_percent, is_share, recorded, shown
from stratkit.lint.vocabulary import Vocabulary, held, telling, vocabulary
from stratkit.lint.words import PERCENT, SENTENCE_END, YEAR
from stratkit.model.linked import Indicator, Project, Strategy, Workspace
from stratkit.model.numbers import Moment

_WHOLE = 100
# «95 % are reached» says only how much.
_NAMING = 2


@rule("IND028", "unplanned-milestone-figure", Severity.INFO, packs=("figures", "methodology"))
def unplanned_milestone_figure(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    known = vocabulary(strategy)
    for project in strategy.projects:
        unplanned = list(_figures(project, known))
        if unplanned:
            index = unplanned[0][0]
            yield Finding(
                project.origin.at("milestones", index, "text"),
                say(
                    "no indicator of the project plans for its year what milestones name: {figures}",
                    figures=shown(list(dict.fromkeys(f"{figure} % ({year})" for _, year, figure in unplanned))),
                ),
                say("compare the milestones with the plan, or add the indicator that measures them"),
                related=tuple(
                    (project.origin.at("milestones", other, "text"), say("another one"))
                    for other in dict.fromkeys(step for step, _, _ in unplanned)
                    if other != index
                ),
                subject=project.id,
            )
        promised = list(_promised(project))
        if promised:
            yield Finding(
                project.origin.at("description"),
                say(
                    "no indicator of the project plans for any year what the description names: {figures}",
                    figures=shown([f"{figure} %" for figure in promised]),
                ),
                say("compare the description with the plan, or add the indicator that measures it"),
                subject=project.id,
            )


def _promised(project: Project) -> Iterator[str]:
    """Percentages by which the description promises more or less, and no plan of a share does, if there is one."""
    figures = [figure for sentence in _changes(project.description or "") for figure in PERCENT.findall(sentence)]
    if not figures:
        return
    planned: set[object] = {value for one in project.indicators if is_share(one) for value in one.values}
    other = {variant.value for one in project.indicators for variant in one.variants}
    if planned:
        yield from (one for one in figures if number(one) not in planned | other)


def _changes(description: str) -> Iterator[str]:
    """The sentences that tell by which percentage something changes."""
    for sentence in SENTENCE_END.split(description) if has_percent(description) else ():
        # A sentence with a year is TXT002's, one without a change may tell of anything.
        if has_percent(sentence) and not YEAR.search(sentence) and BETTER_BY.search(BOUND_BY.sub("", sentence)):
            yield sentence


def _figures(project: Project, known: Vocabulary) -> Iterator[tuple[int, int, str]]:
    """Percentages of milestones that stand in no plan, with the index and the year of the milestone."""
    # Where nothing is a share, shares that milestones promise are measured by nothing.
    measures = [one for one in project.indicators if is_share(one) or _is_to_base(one)] or project.indicators
    for index, milestone in enumerate(project.milestones):
        if not has_percent(milestone.text):
            continue
        year = Moment.parse(milestone.by).year
        planned = [one for one in measures if one.plan.get(year) is not None]
        for figure in PERCENT.findall(milestone.text) if planned else ():
            value = number(figure)
            alike = [one for one in planned if value in _said_of(one, year)]
            # For a year without any plan nothing can be compared; a value that is recorded beside the plan is TXT001.
            if any(value in recorded(one, year) for one in project.indicators if one.variants):
                continue
            if not alike or not _measured(alike, milestone.text, known):
                yield index, year, figure


def _measured(indicators: list[Indicator], text: str, known: Vocabulary) -> bool:
    """Whether one of *indicators* speaks of something that *text* names, if it names things: others have its figure by chance."""
    if len(telling(text, known.common)) < _NAMING:
        return True
    words = held(text)
    return any(not words.isdisjoint(known.sought(one.title)) for one in indicators)


def _said_of(indicator: Indicator, year: int) -> set[Value]:
    """Percentages that a text may say for the plan of *year*: of 138 % of the base year also 38 % more."""
    planned = indicator.plan.get(year)
    if planned is None:
        return set()
    if is_share(indicator):
        return {planned}
    return {planned, abs(planned - _WHOLE)} if _is_to_base(indicator) else set()


def _is_to_base(indicator: Indicator) -> bool:
    """Whether its values are percentages of what was in the base year."""
    return indicator.baseline is not None and indicator.baseline[1] == _WHOLE
