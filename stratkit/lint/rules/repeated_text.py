"""Two projects have the same text.

## Why this is bad
A benefit or a description that fits two projects says nothing about either; mostly it was copied.

## Example
    # demo/projects/health/booking.yaml
    beneficiaries:
      - {who: [residents], benefit: Люди тратят меньше времени на дорогу и ожидание}
    # demo/projects/health/records.yaml
    beneficiaries:
      - {who: [residents], benefit: Люди тратят меньше времени на дорогу и ожидание}   # error: TXT010

## Use instead
    # demo/projects/health/records.yaml
    beneficiaries:
      - {who: [residents], benefit: Не носят с собой выписки}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import opening, stems
from stratkit.model.linked import Project, Strategy, Workspace

# Shorter texts may well be true of two projects.
_WORDS = 5


@rule("TXT010", "repeated-text", Severity.INFO, packs=("texts",))
def repeated_text(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    first: dict[tuple[str, tuple[str, ...]], tuple[Project, Origin]] = {}
    for project, part, origin, words in _alike(strategy):
        key = stems(words)
        if len(key) < _WORDS:
            continue
        other, where = first.setdefault((part, key), (project, origin))
        if other is not project:
            yield Finding(
                origin,
                say("the text is that of the project '{title}'", title=other.short),
                say("say what is particular to this project"),
                related=((where, say("the same text stands here")),),
                subject=project.id,
            )


def _alike(strategy: Strategy) -> list[tuple[Project, str, Origin, str]]:
    """The texts that begin as another one does, in order: only they have to be read to their ends."""
    everything = [(project, *part) for project in strategy.projects for part in _parts(project)]
    openings = [(part, opening(words, _WORDS)) for _project, part, _origin, words in everything]
    often = Counter(openings)
    return [one for one, key in zip(everything, openings, strict=True) if often[key] > 1]


def _parts(project: Project) -> Iterator[tuple[str, Origin, str]]:
    """Goal, paragraphs of the description and benefits, each with its kind and place."""
    yield "goal", project.origin.at("goal"), project.goal or ""
    for paragraph in (project.description or "").split("\n\n"):
        yield "description", project.origin.at("description"), paragraph
    for benefit in project.benefits:
        yield "benefit", benefit.origin.at("benefit"), benefit.text or ""
