"""All programmes that pay for a project end before it.

## Why this is bad
For the last years of the project there is no money yet; readers learn it only by comparing two sections.

## Example
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        period: {from: 2021, to: 2023}   # error: ACT012
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п"}
        industries: [health]
      - id: school-development
        number: 2
        title: Развитие школ
        period: {from: 2021, to: 2026}
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-02, act_number: "502-п"}
        industries: [education]

## Use instead
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        period: {from: 2021, to: 2024}
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п"}
        industries: [health]
      - id: school-development
        number: 2
        title: Развитие школ
        period: {from: 2021, to: 2026}
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-02, act_number: "502-п"}
        industries: [education]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.linked import Project, Strategy, Workspace


@rule("ACT012", "programme-ends-before-project", Severity.INFO, packs=("acts", "terms"))
def programme_ends_before_project(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    longest = {project.id: _last_of(project, strategy) for project in strategy.projects}
    for programme in strategy.programmes:
        longer = [project for project in strategy.projects if programme.id in longest[project.id]]
        if longer and programme.period is not None:
            told = {"title": programme.short, "end": programme.period.to, "count": len(longer)}
            if any(project.programmes for project in longer):
                message = say(
                    "the programme '{title}' ends in {end}; projects that it pays for and that go on longer: {count}",
                    **told,
                )
            else:
                message = say(
                    "the programme '{title}' ends in {end}; projects of its industry that go on longer: {count}", **told
                )
            yield Finding(
                programme.origin.at("period", "to"),
                message,
                say("check the years of both, or name the programmes of the project"),
                related=tuple((one.origin.at("term", "to"), say("'{title}'", title=one.short)) for one in longer[:5]),
                subject=programme.id,
            )


def _last_of(project: Project, strategy: Strategy) -> list[str]:
    """The last of the programmes that pay for *project*, if they end before it."""
    of_industry = tuple(one for one in strategy.programmes if project.industry in one.industries)
    ends = {one.id: one.period.to if one.period else None for one in project.programmes or of_industry}
    known = [end for end in ends.values() if end is not None]
    if not known or len(known) < len(ends) or max(known) >= (project.last_year or 0):
        return []
    return [programme for programme, end in ends.items() if end == max(known)]
