"""The description of a project only repeats its goal.

## Why this is bad
What is going to be done is not said.

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
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.model.linked import Strategy, Workspace

_MORE, _LONGER = 2, 1.5
"""How many words more a description may have that repeats a goal, and how much longer it is at most."""
_TURNED, _REPEATED = 4, 0.6
"""How many words are enough to tell a goal that was turned round, and how large a part of them it has in common with it."""


@rule("TXT011", "goal-as-description", Severity.INFO, packs=("texts",))
def goal_as_description(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    for project in strategy.projects:
        # A description that says more is longer, and few are not.
        if (
            project.goal
            and project.description
            and len(project.description) <= _LONGER * len(project.goal)
            and (_repeats(stems(project.goal), stems(project.description)))
        ):
            yield Finding(
                project.origin.at("description"),
                say("the description of '{title}' only repeats its goal", title=project.short),
                say("say what is going to be done"),
                subject=project.id,
            )


def _repeats(goal: tuple[bytes, ...], description: tuple[bytes, ...]) -> bool:
    """Whether a description has the words of the goal as they stand, or mostly these in another order."""
    if not goal or not description or len(description) > len(goal) + _MORE:
        return False
    own = set(description)
    return goal[: len(description)] == description[: len(goal)] or (
        len(own) >= _TURNED and len(own & set(goal)) >= _REPEATED * len(own)
    )
