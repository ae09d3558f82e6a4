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
from collections.abc import Iterable, Iterator

from stratkit.diagnostics import Finding, Message, Origin, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import excerpt, opening, stems
from stratkit.model.linked import Project, Strategy, Workspace

# Shorter texts may well be true of two projects.
_WORDS = 5
# From so many words on a text may differ in one of ten.
_LONG, _NEARLY = 10, 0.9


@rule("TXT010", "repeated-text", Severity.INFO, packs=("texts",))
def repeated_text(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    first: dict[tuple[str, tuple[bytes, ...]], tuple[Project, Origin]] = {}
    for project, part, (origin, step), words in _alike(strategy):
        key = stems(words)
        if len(key) < _WORDS:
            continue
        place = origin.at(step)
        nearly = None if (part, key) in first else _nearest((part, key), first)
        other, where = first.setdefault((part, key), (project, place))
        if nearly is not None:
            other, where = first[nearly]
        if other is not project:
            yield Finding(
                place,
                _like(words, other, piece=words != project.description, nearly=nearly is not None)
                if part == "description"
                else _same(other, nearly=nearly is not None),
                say("say what is particular to this project"),
                related=((where, say("the same text stands here")),),
                subject=project.id,
            )


def _same(other: Project, *, nearly: bool) -> Message:
    if nearly:
        return say("the text is nearly that of the project '{title}'", title=other.short)
    return say("the text is that of the project '{title}'", title=other.short)


def _like(words: str, other: Project, *, piece: bool, nearly: bool) -> Message:
    """What is said of a description, of which a paragraph alone may be that of another one."""
    if not piece:
        return _same(other, nearly=nearly)
    return say(
        "a paragraph is that of the project '{title}': '{excerpt}'", title=other.short, excerpt=excerpt(words, 0, 0)
    )


Key = tuple[str, tuple[bytes, ...]]
"""A kind of text and its words without endings."""


def _nearest(key: Key, known: Iterable[Key]) -> Key | None:
    """The first of the *known* texts that has nearly the same words as that of *key*; both are of some length."""
    part, words = key
    own = frozenset(words)
    for other in known:
        if other[0] == part and min(len(words), len(other[1])) >= _LONG and words[:_WORDS] == other[1][:_WORDS]:
            theirs = frozenset(other[1])
            if 2 * len(own & theirs) >= _NEARLY * (len(own) + len(theirs)):
                return other
    return None


Place = tuple[Origin, str]
"""What holds a text, and under which key: most are never looked at."""


def _alike(strategy: Strategy) -> list[tuple[Project, str, Place, str]]:
    """The texts that begin as another one does, in order: only they have to be read to their ends."""
    everything = [(project, *part) for project in strategy.projects for part in _parts(project)]
    openings = [(part, opening(words, _WORDS)) for _project, part, _place, words in everything]
    often = Counter(openings)
    return [one for one, key in zip(everything, openings, strict=True) if often[key] > 1]


def _parts(project: Project) -> Iterator[tuple[str, Place, str]]:
    """Goal, paragraphs of the description and benefits, each with its kind and place."""
    yield "goal", (project.origin, "goal"), project.goal or ""
    for paragraph in (project.description or "").split("\n\n"):
        yield "description", (project.origin, "description"), paragraph
    for benefit in project.benefits:
        yield "benefit", (benefit.origin, "benefit"), benefit.text or ""
