"""The description of a project, or a benefit, only repeats the goal, or the goal the title.

## Why this is bad
What is going to be done is not said, nor what those gain for whom it is done, nor what is better in the end.

## Example
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу может каждый, кто хочет
    description: Записаться к врачу может каждый, кто хочет   # error: TXT011

## Use instead
    # demo/projects/health/booking.yaml
    goal: Записаться к врачу может каждый, кто хочет
    description: Портал показывает свободное время врачей
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.lint.vocabulary import held, telling
from stratkit.model.linked import Project, Strategy, Workspace

_MORE, _LONGER = 2, 1.5
"""How many words more a description may have that repeats a goal, and how much longer it is at most."""
_PART, _AGAIN = 1 / 3, 0.8
"""How much of a goal a benefit is that repeats it, and how many of its words stand there."""
_TURNED, _REPEATED = 4, 0.6
"""How many words are enough to tell a goal that was turned round, and how large a part of them it has in common with it."""

_NAMES, _NAMED, _ALL_BUT_ONE = 3, 0.75, 0.9
"""How many words name things at least, and how large a part of them another text has that says the same."""
_LONG, _BEGINNING, _LIKELY = 5, 4, 0.6
_DIGIT = Pattern(r"\d")


@rule("TXT011", "goal-as-description", Severity.INFO, packs=("texts",))
def goal_as_description(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        if project.goal and _is_title(project.goal, project.title):
            yield Finding(
                project.origin.at("goal"),
                say("the goal of '{title}' only repeats its title", title=project.short),
                say("say what is better in the end, by how much and when"),
                subject=project.id,
            )
        # A description that says more is longer, and few are not.
        if (
            project.goal
            and project.description
            and len(project.description) <= _LONGER * len(project.goal)
            and (
                _repeats(stems(project.goal), stems(project.description)) or _retells(project.description, project.goal)
            )
        ):
            yield Finding(
                project.origin.at("description"),
                say("the description of '{title}' only repeats its goal", title=project.short),
                say("say what is going to be done"),
                subject=project.id,
            )
        yield from _benefits(project, project.goal or "")


def _benefits(project: Project, goal: str) -> Iterator[Finding]:
    lower = goal.lower()
    for benefit in project.benefits:
        # Words are looked at where so many letters can be those of the goal.
        if (
            benefit.text
            and _PART * len(goal) <= len(benefit.text) <= _LONGER * len(goal)
            and _likely(benefit.text, lower)
            and _says_again(stems(goal), stems(benefit.text))
        ):
            yield Finding(
                benefit.origin.at("benefit"),
                say("the benefit only repeats the goal of '{title}'", title=project.short),
                say("say what those gain who are named here"),
                subject=project.id,
            )


def _is_title(goal: str, title: str) -> bool:
    """Whether all words of a goal behind the verb stand in the title, but for one of many; a figure or a year says more."""
    return (
        len(goal) <= _LONGER * len(title)
        and not _DIGIT.search(goal)
        and _of(" ".join(goal.split(maxsplit=1)[1:]), title) >= _ALL_BUT_ONE
    )


def _retells(description: str, goal: str) -> bool:
    """Whether nearly all words of a description are of the goal in other forms."""
    return _of(description, goal) >= _NAMED and len(telling(description, ())) > _TURNED


def _of(text: str, other: str) -> float:
    """How large a part of the words of *text* that name things *other* has; nothing if there are too few to say."""
    if not _likely(text, other.lower()):
        return 0
    words, had = telling(text, ()).values(), held(other)
    return sum(not one.isdisjoint(had) for one in words) / len(words) if len(words) >= _NAMES else 0


def _likely(text: str, lower: str) -> bool:
    """Whether most long words of *text* begin as some of *lower* do: most texts are told apart by that, without cutting them."""
    there = [word[:_BEGINNING] in lower for word in text.lower().split() if len(word) > _LONG]
    return there.count(True) >= _LIKELY * len(there)


def _repeats(goal: tuple[bytes, ...], description: tuple[bytes, ...]) -> bool:
    """Whether a description has the words of the goal as they stand, or mostly these in another order."""
    if not goal or not description or len(description) > len(goal) + _MORE:
        return False
    own = set(description)
    return goal[: len(description)] == description[: len(goal)] or (
        len(own) >= _TURNED and len(own & set(goal)) >= _REPEATED * len(own)
    )


def _says_again(goal: tuple[bytes, ...], benefit: tuple[bytes, ...]) -> bool:
    """Whether nearly all words of a benefit are of the goal, and a good part of the goal's are there."""
    own, whole = set(benefit), set(goal)
    return max(_TURNED, _PART * len(whole)) <= len(own) and len(own & whole) >= _AGAIN * len(own)
