"""A challenge or an effect says that something grows or falls, and no indicator has it in its title.

## Why this is bad
At the end nobody can say whether it grew: the thing that the strategy is for is the one that it does not measure.

Of a challenge the indicators of the projects that answer it are asked, of an effect or a result in the card all. Words for how
much of a thing there is («уровень», «доля», «количество») are passed over to the thing itself; a burden is measured by whatever
is to become less.

## Example
    # demo/industries/health.yaml
    challenges:
      - {id: queues, number: 1, title: Снижение смертности жителей области}   # error: TRC060
      - {id: paper, number: 2, title: Бумажные карты}

## Use instead
    # demo/industries/health.yaml
    challenges:
      - {id: queues, number: 1, title: Увеличение числа записей к врачу}
      - {id: paper, number: 2, title: Бумажные карты}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import BURDENS, CHANGE
from stratkit.lint.rule import rule
from stratkit.model.linked import Indicator, Strategy, Workspace

_LEAST, _ENDING = 4, 4
_SHOWN = 3


@rule("TRC060", "unmeasured-change", Severity.INFO, packs=("methodology",))
def unmeasured_change(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for challenge in strategy.challenges:
        change = CHANGE.match(challenge.title)
        projects = strategy.projects_of("challenge", f"{challenge.industry}/{challenge.id}") if change else ()
        indicators = [row.indicator for project in projects for row in project.rows]
        if change and indicators and not _measured(change["thing"], indicators):
            yield Finding(
                challenge.origin.at("title"),
                say("no indicator of the projects that answer the challenge measures '{word}'", word=_shown(change)),
                say("add an indicator that measures it, or say in the challenge what is measured"),
                related=tuple(
                    (one.origin.at("indicators"), say("'{title}'", title=one.short)) for one in projects[:_SHOWN]
                ),
                subject=challenge.id,
            )
    card = strategy.card
    for part in ("results", "effects") if card is not None and strategy.indicators else ():
        for index, passage in enumerate(getattr(card, part)):
            change = CHANGE.match(passage.text)
            if change and not _measured(change["thing"], strategy.indicators):
                yield Finding(
                    strategy.place_in("card", part, index, "text"),
                    say("no indicator measures '{word}', which the card promises to change", word=_shown(change)),
                    say("add an indicator that measures it, or leave the promise out"),
                    subject=strategy.id,
                )


def _shown(change: re.Match[str]) -> str:
    return " ".join(change["what"].strip("«„").split())


def _measured(thing: str, indicators: Iterable[Indicator]) -> bool:
    """Whether one of *indicators* has the word, whatever its ending, or another of its root; a burden is what becomes less."""
    if thing.lower().startswith(BURDENS) and any(one.direction == "down" for one in indicators):
        return True
    titles = "\n".join([one.title for one in indicators]).lower()
    return thing.lower()[: max(_LEAST, len(thing) - _ENDING)] in titles
