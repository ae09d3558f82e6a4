"""A benefit speaks of what another project does.

## Why this is bad
Two rows of the table were probably exchanged: people are promised by one project what they get from another.

## Example
    # demo/projects/health/booking.yaml
    beneficiaries:
      - who: [residents]
        benefit: Собраны достижения ученика, школы вносят сведения об олимпиадах и кружках в цифровое портфолио   # error: TRC035

## Use instead
    # demo/projects/health/booking.yaml
    beneficiaries:
      - {who: [residents], benefit: Записываются к врачу через интернет без очереди}
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.holders import Counts
from stratkit.lint.rule import rule
from stratkit.lint.vocabulary import vocabulary
from stratkit.model.linked import Project, Strategy, Workspace

_SHARED = 8
_TIMES = 2.5


@rule("TRC035", "benefit-of-another-project", Severity.WARNING, packs=("methodology",))
def benefit_of_another_project(strategy: Strategy, _: Workspace) -> Iterator[Finding]:
    known = vocabulary(strategy)
    for project in strategy.projects:
        itself = known.bit(project)
        for benefit in project.benefits:
            having = list(filter(None, map(known.aims.get, known.sought(benefit.text or ""))))
            least = max(_SHARED, _TIMES * sum([1 for who in having if who & itself]))
            if len(having) < least:
                continue  # no other project can have so many of them
            shared, nearest = Counts(having).most()
            if shared >= least and _apart(near := known.first(nearest), project):
                yield Finding(
                    benefit.origin.at("benefit"),
                    say("the benefit speaks of what the project '{title}' does", title=near.short),
                    say("compare the benefits of the two projects: were they exchanged?"),
                    related=((near.origin.at("goal"), say("that project stands here")),),
                    subject=project.id,
                )


def _apart(one: Project, other: Project) -> bool:
    """True of two projects of which none carries the other on."""
    return one is not other and one.title != other.title
