"""A challenge or an effect says that something grows or falls, and no indicator has it in its title.

## Why this is bad
At the end nobody can say whether it grew: the thing that the strategy is for is the one that it does not measure.

Of a challenge the indicators of the projects that answer it are asked, of an effect or a result in the card all. Words for how
much of a thing there is («уровень», «доля», «количество») are passed over to the thing itself.

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
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import CHANGE
from stratkit.lint.rule import rule
from stratkit.model.linked import Strategy, Workspace

_LEAST, _ENDING = 4, 4
_SHOWN = 3


@rule("TRC060", "unmeasured-change", Severity.INFO, packs=("methodology",))
def unmeasured_change(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for challenge in strategy.challenges:
        change = CHANGE.match(challenge.title)
        projects = strategy.projects_of("challenge", f"{challenge.industry}/{challenge.id}") if change else ()
        titles = [row.indicator.title for project in projects for row in project.rows]
        if change and titles and not _measured(change["thing"], titles):
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
    titles = [one.title for one in strategy.indicators]
    for part in ("results", "effects") if card is not None and titles else ():
        for index, passage in enumerate(getattr(card, part)):
            change = CHANGE.match(passage.text)
            if change and not _measured(change["thing"], titles):
                yield Finding(
                    strategy.place_in("card", part, index, "text"),
                    say("no indicator measures '{word}', which the card promises to change", word=_shown(change)),
                    say("add an indicator that measures it, or leave the promise out"),
                    subject=strategy.id,
                )


def _shown(change: re.Match[str]) -> str:
    return " ".join(change["what"].strip("«„").split())


def _measured(thing: str, titles: list[str]) -> bool:
    """Whether one of *titles* has the word, whatever its ending, or another of its root."""
    return thing.lower()[: max(_LEAST, len(thing) - _ENDING)] in "\n".join(titles).lower()
