"""A text about those who take part calls a body otherwise than the list of bodies.

## Why this is bad
The body was renamed in one place: the document names one that is not there any more, or one that is not there yet.

## Example
    # demo/programmes.yaml
    participants:
      - text: Министерство связи координирует стратегию.   # error: TRC057
        role: coordinator
        bodies: [digital-ministry]
      - text: Министерство здравоохранения исполняет проекты своей отрасли.
        role: executor
        bodies: [health-ministry]

## Use instead
    # demo/programmes.yaml
    participants:
      - text: Министерство цифрового развития координирует стратегию.
        role: coordinator
        bodies: [digital-ministry]
      - text: Министерство здравоохранения исполняет проекты своей отрасли.
        role: executor
        bodies: [health-ministry]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.texts import stems
from stratkit.model.linked import Body, Strategy, Workspace

_ENDING = 2
"""Letters in which the cases of a name differ."""


@rule("TRC057", "participant-called-otherwise", Severity.WARNING, packs=("methodology", "texts"))
def participant_called_otherwise(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    region = {word for case in _cases(strategy) for word in stems(case)}
    titles = [set(stems(body.title)) | region for body in strategy.bodies.values()]
    for index, participant in enumerate(strategy.participants):
        said = set(stems(participant.text))
        for body in (strategy.bodies[id_] for id_ in participant.bodies if id_ in strategy.bodies):
            title = stems(body.title)
            # Who is called by another kind of name altogether is not compared.
            if not title or body.title.split()[0][:-_ENDING] not in participant.text:
                continue
            # A text may call a body shorter, not longer.
            shorter = any(set(stems(one)) - region <= said for one in (body.title, body.short))
            if not shorter or any(_fits_none(one, titles) for one in _names(participant.text, body, strategy)):
                yield Finding(
                    strategy.place_in("programmes", "participants", index, "text"),
                    say("the text does not call the body by its name: '{title}'", title=body.title),
                    say("write its present name, or correct the list of bodies"),
                    related=((body.origin.at("title"), say("the body stands here")),),
                )


def _names(text: str, body: Body, strategy: Strategy) -> Iterator[set[bytes]]:
    """The words of names in *text* that begin as that of *body* does and end with the region's."""
    for piece in text.split(body.title.split()[0])[1:]:
        name, region, _ = piece.partition(strategy.frame.region.name.genitive)
        if region and not {",", ".", ";", "–", "("}.intersection(name):
            yield set(stems(body.title.split()[0] + name))


def _fits_none(name: set[bytes], titles: list[set[bytes]]) -> bool:
    return not any(name <= title for title in titles)


def _cases(strategy: Strategy) -> tuple[str, ...]:
    """The name of the region in its cases: a text may leave it out."""
    name = strategy.frame.region.name
    return name.nominative, name.genitive, name.dative, name.instrumental, name.prepositional
