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

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.model.linked import Project, Strategy, Workspace

# Shorter texts may well be true of two projects.
_WORDS = 5


@rule("TXT010", "repeated-text", Severity.INFO, packs=("texts",))
def repeated_text(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    first: dict[tuple[str, tuple[str, ...]], tuple[Project, Origin]] = {}
    for project in strategy.projects:
        for part, origin, words in _parts(project):
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


def _parts(project: Project) -> Iterator[tuple[str, Origin, str]]:
    """Goal, paragraphs of the description and benefits, each with its kind and place."""
    yield "goal", project.origin.at("goal"), project.goal or ""
    for paragraph in (project.description or "").split("\n\n"):
        yield "description", project.origin.at("description"), paragraph
    for benefit in project.benefits:
        yield "benefit", benefit.origin.at("benefit"), benefit.text or ""
