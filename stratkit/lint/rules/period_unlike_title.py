"""The years in the title of a programme are not its years.

## Why this is bad
One of the two is out of date.

## Example
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения на 2021–2025 годы
        period: {from: 2021, to: 2026}   # error: ACT008
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п"}
        industries: [health, education]

## Use instead
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения на 2021–2026 годы
        period: {from: 2021, to: 2026}
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п"}
        industries: [health, education]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.words import YEARS
from stratkit.model.linked import Strategy, Workspace


@rule("ACT008", "period-unlike-title", Severity.WARNING, packs=("acts",))
def period_unlike_title(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for programme in strategy.programmes:
        period = programme.period
        # Years that are recorded as disputed are ACT005.
        disputed = any(variant.field.partition(".")[0] == "period" for variant in programme.variants)
        for title in (programme.title, programme.act.title) if period and not disputed else ():
            years = YEARS.search(title)
            if years is not None and period is not None and (int(years[1]), int(years[2])) != (period.from_, period.to):
                yield Finding(
                    programme.origin.at("period"),
                    say(
                        "the title says {title}, the period {start}–{end}",
                        title=years.group(),
                        start=period.from_,
                        end=period.to,
                    ),
                    say("correct the one that is wrong"),
                    subject=programme.id,
                )
