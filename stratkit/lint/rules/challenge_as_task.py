"""Most challenges of an industry are worded like tasks: they begin with what is to be done, or one holds a target.

## Why this is bad
A challenge is what forces the industry to change; a task in its place leaves the reader without the reason.

## Example
    # demo/industries/health.yaml
    challenges:   # error: TRC045
      - {id: queues, number: 1, title: Сокращение очередей в регистратуру}
      - {id: paper, number: 2, title: Внедрение электронных карт}

## Use instead
    # demo/industries/health.yaml
    challenges:
      - {id: queues, number: 1, title: Очереди в регистратуру}
      - {id: paper, number: 2, title: Бумажные карты}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import DEED_NOUNS
from stratkit.lint.rule import rule
from stratkit.lint.series import has_percent, shown
from stratkit.lint.texts import excerpt
from stratkit.lint.words import PERCENT
from stratkit.model.linked import Industry, Strategy, Workspace

_LEAST, _MOST = 2, 2 / 3


@rule("TRC045", "challenge-as-task", Severity.INFO, packs=("methodology",))
def challenge_as_task(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    tasks = {one: deeds for one in strategy.industries if _mostly(deeds := _deeds(one), one)}
    if tasks:
        first = next(iter(tasks))
        yield Finding(
            first.origin.at("challenges"),
            say("most challenges of these industries are worded like tasks: {titles}", titles=shown([one.short for one in tasks])),
            say("say what forces the industry to change, for example what is lacking or what is growing"),
            related=tuple(
                (one.origin.at("challenges"), say("'{title}': {count}", title=one.short, count=len(deeds)))
                for one, deeds in tasks.items()
            ),
            subject=strategy.id,
        )  # fmt: skip
    for challenge in strategy.challenges:
        figure = PERCENT.search(challenge.title) if has_percent(challenge.title) else None
        if figure is not None and DEED_NOUNS.match(challenge.title):
            yield Finding(
                challenge.origin.at("title"),
                say("the challenge holds a target: '{excerpt}'", excerpt=excerpt(challenge.title, *figure.span())),
                say("leave the figure to the plan of an indicator and say what is lacking"),
                subject=challenge.id,
            )


def _deeds(industry: Industry) -> list[str]:
    """The ids of challenges that begin with what is to be done."""
    return [one.id for one in industry.challenges if DEED_NOUNS.match(one.title)]


def _mostly(deeds: list[str], industry: Industry) -> bool:
    return len(deeds) >= max(_LEAST, _MOST * len(industry.challenges))
