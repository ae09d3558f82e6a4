"""Lists of the document: what each source gives, item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from stratkit.document.fields import act_text, programme_text
from stratkit.document.typography import settle
from stratkit.document.view import Text
from stratkit.model.base import Passage, Point
from stratkit.model.linked import Industry, Numbered, Strategy
from stratkit.model.profile import FullProfile

Item = tuple[int | str | None, str, str]
"""Official number if any, text, address."""

Source = Callable[[Strategy, FullProfile, Industry | None], Iterable[Item]]


def _points(points: Iterable[Point], name: str) -> Iterable[Item]:
    return ((one.number, one.text, f"{name}/{one.number}") for one in points)


def _passages(passages: Iterable[Passage], name: str) -> Iterable[Item]:
    return ((None, one.text, f"{name}/{index}") for index, one in enumerate(passages, 1))


def _named(items: Iterable[Numbered], name: str) -> Iterable[Item]:
    return ((one.number, one.title, f"{name}/{one.id}") for one in items)


def _basis(strategy: Strategy, profile: FullProfile, _: Industry | None) -> Iterable[Item]:
    return ((one.number, act_text(one.act, profile.words), f"basis/{one.id}") for one in strategy.basis)


def _programmes(strategy: Strategy, profile: FullProfile, _: Industry | None) -> Iterable[Item]:
    return ((one.number, programme_text(one, profile.words), f"programmes/{one.id}") for one in strategy.programmes)


def _lead(strategy: Strategy, _: FullProfile, __: Industry | None) -> Iterable[Item]:
    return ((None, body.title, f"card/lead/{body.id}") for body in strategy.lead)


def _goal(strategy: Strategy, _: FullProfile, __: Industry | None) -> Iterable[Item]:
    return [(None, strategy.goal.text, "goal/text")] if strategy.goal else []


def _challenges(_: Strategy, __: FullProfile, industry: Industry | None) -> Iterable[Item]:
    challenges = industry.challenges if industry else ()
    return ((one.number, one.title, f"challenges/{one.industry}/{one.id}") for one in challenges)


def _card(part: str) -> Source:
    def items(strategy: Strategy, _: FullProfile, __: Industry | None) -> Iterable[Item]:
        if strategy.card is None:
            return []
        found = getattr(strategy.card, part)
        return _points(found, f"card/{part}") if part == "directions" else _passages(found, f"card/{part}")

    return items


def _of_industry(part: str) -> Source:
    def items(_: Strategy, __: FullProfile, industry: Industry | None) -> Iterable[Item]:
        return _points(getattr(industry, part), f"{part}/{industry.id}") if industry else []

    return items


SOURCES: Mapping[str, Source] = {
    "basis": _basis,
    "technologies": lambda strategy, _, __: _named(strategy.technologies, "technologies"),
    "applications": lambda strategy, _, __: _passages(strategy.applications, "applications"),
    "implementation": lambda strategy, _, __: _passages(strategy.frame.implementation, "implementation"),
    "directions": _card("directions"),
    "actions": _card("actions"),
    "lead": _lead,
    "results": _card("results"),
    "beneficiaries": lambda strategy, _, __: _named(strategy.beneficiaries, "card/beneficiaries"),
    "resources": lambda strategy, _, __: _named(strategy.resources, "card/resources"),
    "effects": _card("effects"),
    "national-goals": lambda strategy, _, __: _named(strategy.national_goals, "card/national-goals"),
    "goal": _goal,
    "tasks": lambda strategy, _, __: _named(strategy.tasks, "tasks"),
    "problems": _of_industry("problems"),
    "challenges": _challenges,
    "risks": _of_industry("risks"),
    "participants": lambda strategy, _, __: _passages(strategy.participants, "participants"),
    "programmes": _programmes,
}
"""What each ``source`` of a list block gives."""


def list_items(
    source: str, style: str, strategy: Strategy, profile: FullProfile, industry: Industry | None, end: str = ""
) -> tuple[Text, ...]:
    """The items of a list as paragraphs."""
    return tuple(
        Text(settle(text) + end, f"{number}." if style == "numbered" and number is not None else "", key)
        for number, text, key in SOURCES[source](strategy, profile, industry)
    )
