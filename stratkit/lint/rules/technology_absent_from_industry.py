"""An industry is named as a field of a technology, and none of its projects uses the technology.

## Why this is bad
What the chapter on technologies promises to an industry is not found among its projects.

## Example
    # demo/technologies.yaml
    technologies:
      - {id: artificial-intelligence, number: 1, industries: [health, education]}   # error: TRC010
      - {id: big-data, number: 2}

## Use instead
    # demo/technologies.yaml
    technologies:
      - {id: artificial-intelligence, number: 1, industries: [health]}
      - {id: big-data, number: 2}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.model.linked import Strategy, Workspace


@rule("TRC010", "technology-absent-from-industry", Severity.INFO, packs=("methodology",))
def technology_absent_from_industry(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    told = _told(strategy)
    for technology in strategy.technologies:
        using = {project.industry for project in strategy.projects_of("technology", technology.id)}
        named = {name: technology.origin.at("industries") for name in technology.industries}
        missing = {
            name: place
            for name, place in (told[technology.id] | named).items()
            if name in strategy.industry and name not in using
        }
        # A technology that nobody uses at all is reported as such.
        if using and missing:
            first, *others = dict.fromkeys(missing.values())
            yield Finding(
                first,
                say(
                    "no project of these industries uses '{title}': {industries}",
                    title=technology.short,
                    industries=shown([strategy.industry[name].short for name in missing]),
                ),
                say("add the technology to a project of the industry, or take the industry out"),
                related=tuple((place, say("here, too")) for place in others),
                subject=technology.id,
            )


def _told(strategy: Strategy) -> defaultdict[str, dict[str, Origin]]:
    """The industries for which passages say that a technology is used, with the place of the first that does."""
    told: defaultdict[str, dict[str, Origin]] = defaultdict(dict)
    for index, one in enumerate(strategy.applications):
        # Of several technologies in several industries it does not say which is used where.
        if min(len(one.technologies), len(one.industries)) == 1:
            place = strategy.place_in("technologies", "applications", index, "industries")
            for technology in one.technologies:
                for name in one.industries:
                    told[technology].setdefault(name, place)
    return told
