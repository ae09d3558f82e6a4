"""A percentage in a milestone or in the goal is not what the indicator plans for that year.

## Why this is bad
The text promises one thing, the table of indicators another. The rule speaks only where the figure and the share are of
the same whole.

## Example
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2023, text: 80 % записей к врачу делается через интернет}   # error: TXT002

## Use instead
    # demo/projects/health/booking.yaml
    milestones:
      - {by: 2023, text: 50 % записей к врачу делается через интернет}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.amounts import number
from stratkit.lint.claims import project_of, year_named
from stratkit.lint.rule import rule
from stratkit.lint.series import Value, has_percent, is_share, recorded
from stratkit.lint.texts import stems, texts_with
from stratkit.lint.words import AT_LEAST, AT_MOST, PERCENT, PERCENT_WORDS, POSSIBILITY, YEAR
from stratkit.model.linked import Indicator, Strategy, Workspace
from stratkit.model.numbers import Moment

_PARTS = frozenset({"goal", "description"})
_SENTENCE_END = Pattern(r"[.;!?](?=\s)|\n(?=[^\S\n]*[-\d])")


@rule("TXT002", "figure-contradicts-plan", Severity.WARNING, packs=("texts",))
def figure_contradicts_plan(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for shares, origin, text, year, subject in _claims(strategy):
        figures = list(PERCENT.finditer(text)) if shares and has_percent(text) else []
        meant = _meant(shares, text, figures[0].end()) if len(figures) == 1 else []
        planned = meant[0].plan.get(year) if len(meant) == 1 else None
        figure = number(figures[0].group(1)) if figures else 0.0
        # What editors have recorded beside the plan is TXT001.
        if planned is None or figure in recorded(meant[0], year):
            continue
        if _agrees(planned, figure, text[: figures[0].start()]):
            continue
        yield Finding(
            origin,
            say(
                "the text says {figure} % for {year}, the indicator '{title}' plans {planned}",
                figure=figures[0].group(1),
                year=year,
                title=meant[0].short,
                planned=planned,
            ),
            say("settle which of the two is right"),
            related=((meant[0].origin.at("plan"), say("the plan stands here")),),
            subject=subject,
        )


Claim = tuple[list[Indicator], Origin, str, int, str]


def _claims(strategy: Strategy) -> Iterator[Claim]:
    """Sentences that speak of one year, with the year and the shares that they can mean."""
    everything = [one for one in strategy.indicators if is_share(one)]
    for text in texts_with(strategy, *PERCENT_WORDS):
        project, part = project_of(strategy, text), text.steps[0]
        if project is None:
            if text.whole.pointer == ("results",):
                yield everything, text.origin, text.words, strategy.frame.period.to, ""
            continue
        shares = [one for one in project.indicators if is_share(one)]
        if part == "milestones" and isinstance(index := text.steps[1], int):
            yield shares, text.origin, text.words, Moment.parse(project.milestones[index].by).year, project.id
        elif part in _PARTS and shares:
            for sentence in _SENTENCE_END.split(text.words):
                year = year_named(sentence)
                if year is not None:
                    yield shares, text.origin, sentence, year, project.id


def _meant(shares: list[Indicator], text: str, end: int) -> list[Indicator]:
    """Those of *shares* that are of the same whole and of the same kind as the figure that ends at *end*."""
    said = stems(text[end:])
    # A title begins with «the share of …»: its second word and the first after the figure name the whole.
    fitting = [one for one in shares if said[:1] == stems(one.title)[1:2]]
    if not fitting:
        return []
    whole = stems(YEAR.sub("", PERCENT.sub("", text)))
    # What is said of the whole may stand before it: «in 2024 are fitted with cameras 90 % of the buses».
    told = (set(said), set(whole))
    meant = [one for one in fitting if any(_near(words, stems(one.title)) for words in told)]
    if meant and POSSIBILITY.search(text):
        return [one for one in meant if POSSIBILITY.search(one.title)]
    return meant


def _near(said: set[bytes], title: tuple[bytes, ...]) -> bool:
    shared = len(said.intersection(title))
    return shared > 2 and 2 * shared >= len(said)


def _agrees(planned: Value, figure: float, before: str) -> bool:
    if AT_LEAST.search(before):
        return planned >= figure
    if AT_MOST.search(before):
        return planned <= figure
    return planned == figure
