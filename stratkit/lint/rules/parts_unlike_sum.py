"""The parts that a text names do not add up to the whole that it names.

## Why this is bad
One of the figures is wrong, and no reader can tell which. «Including» may leave parts out: less than the whole is wrong only
where kinds of the same thing are told apart, and the last one is joined by «and».

## Example
    # demo/projects/health/booking.yaml
    description: Обучено 300 служащих, в том числе 120 государственных и 150 муниципальных.   # error: TXT034

## Use instead
    # demo/projects/health/booking.yaml
    description: Обучено 300 служащих, в том числе 120 государственных и 180 муниципальных.
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.amounts import COUNT, KINDS, SUM, SUM_WORDS, number
from stratkit.lint.rule import rule
from stratkit.lint.texts import texts_with
from stratkit.model.linked import Strategy, Workspace


@rule("TXT034", "parts-unlike-sum", Severity.WARNING, packs=("texts",))
def parts_unlike_sum(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for text in texts_with(strategy, *SUM_WORDS):
        for said in SUM.finditer(text.words):
            parts, whole = [number(one) for one in COUNT.findall(said["parts"])], number(said["whole"])
            if sum(parts) > whole or (sum(parts) < whole and KINDS.fullmatch(said["parts"])):
                yield Finding(
                    text.origin,
                    say(
                        "the parts add up to {total}, the whole is {stated}",
                        total=int(sum(parts)),
                        stated=said["whole"],
                    ),
                    say("correct the figure that is wrong"),
                    subject=text.subject,
                )
