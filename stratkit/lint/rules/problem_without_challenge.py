"""No challenge and no project of an industry is about one of its problems.

## Why this is bad
The strategy names a problem and then does not take it up: nobody is asked to do anything about it.

A challenge takes a problem up if they have a telling word in common, a project if it speaks of much of the problem.
Words of the title of the industry and words that stand in very many projects tell nothing and are left out, unless hardly
another word is left.

## Example
    # demo/industries/health.yaml
    problems:   # error: TRC039
      - {number: 1, text: В регистратуру трудно дозвониться}
      - {number: 2, text: Скорой помощи не хватает машин}

## Use instead
    # demo/industries/health.yaml
    problems:
      - {number: 1, text: В регистратуру трудно дозвониться}
      - {number: 2, text: Карты хранятся в подвале}
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.holders import Counts
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.lint.vocabulary import Vocabulary, held, sought, telling, vocabulary
from stratkit.model.linked import Industry, Strategy, Workspace

# A project has half of the words of a problem, not by chance, or this many and this part of them.
_SHARED, _BY_CHANCE, _HALF, _PART = 3, 1, 2, 3
# Or some that hardly another project has.
_RARE = 2

_FEW = 4
"""What is looked for to find two words in all their forms."""


@rule("TRC039", "problem-without-challenge", Severity.INFO, packs=("methodology",))
def problem_without_challenge(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    known = vocabulary(strategy)
    for industry in strategy.industries:
        # A single problem may well be what the challenges as a whole are about.
        if len(industry.problems) < 2 or not industry.challenges:
            continue
        taken_up = held(*(one.title for one in industry.challenges))
        title = sought(industry.title)
        loose = [
            (index, one)
            for index, one in enumerate(industry.problems)
            if (words := _telling(sought(one.text) - title, known.common))
            and words.isdisjoint(taken_up)
            and not _is_in_hand(one.text, title | known.common, industry, known)
        ]
        if loose:
            yield Finding(
                industry.origin.at("problems"),
                say(
                    "no challenge and no project of the industry is about these of its problems: {numbers}",
                    numbers=shown([one.number for _, one in loose]),
                ),
                say("add a challenge that takes them up, or say in a challenge or a project that it does"),
                related=tuple(
                    (industry.origin.at("problems", index, "text"), say("problem {number}", number=one.number))
                    for index, one in loose
                ),
                subject=industry.id,
            )


def _telling(words: set[bytes], common: Collection[bytes]) -> set[bytes]:
    """Those of *words* that tell what a problem is about: of a few no one can be missed."""
    rare = words.difference(common)
    return rare if len(rare) > _FEW else words


def _is_in_hand(problem: str, nothing: Collection[bytes], industry: Industry, known: Vocabulary) -> bool:
    """Whether a project of the *industry* speaks of much of the *problem*."""
    words, own = telling(problem, nothing), known.homes[industry.id]
    having = [known.projects.any_of(asked) for asked in words.values()]
    rare, _ = Counts(who & own for who in having if who.bit_count() <= _RARE).most()
    most, _ = Counts(who & own for who in having).most()
    much = _HALF * most >= len(words) or (most >= _SHARED and _PART * most >= len(words))
    return rare > _BY_CHANCE or (most > _BY_CHANCE and much)
