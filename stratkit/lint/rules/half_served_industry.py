"""A part of what an industry is called stands in none of its challenges, projects and indicators.

## Why this is bad
The title promises more than the strategy does: an industry of education and science without a word of science.

## Example
    # catalog/industries.yaml
    items:
      - {id: health, title: Здравоохранение, genitive: здравоохранения, sphere: здравоохранении}
      - {id: education, title: Образование и наука, genitive: образования, sphere: образовании}
    # demo/industries/education.yaml
    industry: education   # error: TRC032

## Use instead
    # catalog/industries.yaml
    items:
      - {id: health, title: Здравоохранение, genitive: здравоохранения, sphere: здравоохранении}
      - {id: education, title: Образование, genitive: образования, sphere: образовании}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.phrases import ALTERNATING
from stratkit.lint.rule import rule
from stratkit.lint.words import COORDINATED, RUSSIAN_WORD, STOP_WORDS, WORD_TAIL
from stratkit.model.linked import Industry, Strategy, Workspace


@rule("TRC032", "half-served-industry", Severity.INFO, packs=("methodology",))
def half_served_industry(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for industry in strategy.industries:
        wanted = COORDINATED.split(industry.title.lower())
        # The first part is what the industry is about.
        if len(wanted) == 1 or not industry.projects:
            continue
        spoken = _spoken(industry)
        for part in wanted[1:]:
            words = [word for word in RUSSIAN_WORD.findall(part) if word not in STOP_WORDS]
            if words and not any(root in spoken for word in words for root in _roots(word)):
                yield Finding(
                    industry.origin.at("industry"),
                    say("no challenge, project or indicator of '{title}' names '{part}'", title=industry.title, part=part.strip()),
                    say("add what the strategy does for it, or name the industry by what it is about"),
                    subject=industry.id,
                )  # fmt: skip


def _roots(word: str) -> Iterator[str]:
    """As what *word* is found in its other forms, and in adjectives and nouns of its root: «дорожное», «дорог»."""
    stem = WORD_TAIL.sub("", word)
    yield stem
    if stem[-2:] in ALTERNATING:
        yield stem[:-2] + ALTERNATING[stem[-2:]]


def _spoken(industry: Industry) -> str:
    """Titles and goals of an industry in one piece."""
    named = (*industry.challenges, *industry.projects, *industry.indicators)
    return " ".join([*(one.title for one in named), *(one.goal or "" for one in industry.projects)]).lower()
