"""The goal of a project names a group of people or bodies that is not among those who gain by it.

## Why this is bad
The project is done for them, and the table of benefits promises them nothing.

By which words a text names a group is said in the catalogue of beneficiaries; groups that share a word stand for each
other.

## Example
    # catalog/beneficiaries.yaml
    items:
      - {id: residents, title: Жители области}
      - {id: pupils, title: Ученики школ, words: [ученик, школьник]}
      - {id: farmers, title: Фермеры}
    # demo/projects/education/portfolio.yaml
    goal: Собрать достижения ученика в одном месте   # error: TRC040
    beneficiaries:
      - {who: [residents], benefit: Видят успехи детей}

## Use instead
    # catalog/beneficiaries.yaml
    items:
      - {id: residents, title: Жители области}
      - {id: pupils, title: Ученики школ, words: [ученик, школьник]}
      - {id: farmers, title: Фермеры}
    # demo/projects/education/portfolio.yaml
    beneficiaries:
      - {who: [pupils], benefit: Видят свои успехи}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.lint.texts import naming
from stratkit.model.linked import Catalog, Strategy, Workspace

_SHOWN = 3


@rule("TRC040", "beneficiary-only-in-goal", Severity.INFO, packs=("methodology",))
def beneficiary_only_in_goal(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    named = _named(workspace.catalog)
    for project in strategy.projects:
        gain = {one.id for one in project.beneficiaries}
        said = _said(project.goal or "", named, gain) if gain else {}
        if said:
            titles = dict.fromkeys(
                _title(workspace.catalog, one) for word in said for one in sorted(named[word])[:_SHOWN]
            )
            yield Finding(
                project.origin.at("goal"),
                say(
                    "the goal speaks of {names}, and nobody of them is among those who gain by the project",
                    names=shown(list(said.values())),
                ),
                say("name them in 'beneficiaries' of the project: {titles}", titles=shown(list(titles))),
                related=((project.origin.at("beneficiaries"), say("those who gain stand here")),),
                subject=project.id,
            )  # fmt: skip


def _title(catalog: Catalog, name: str) -> str:
    entry = catalog.beneficiaries[name]
    return entry.short_title or entry.title


def _named(catalog: Catalog) -> dict[str, frozenset[str]]:
    """The groups that a text may mean by a word: those to which the catalogue gives it."""
    named: dict[str, set[str]] = defaultdict(set)
    for one in catalog.beneficiaries.values():
        for word in one.words:
            named[word].add(one.id)
    return {word: frozenset(groups) for word, groups in named.items()}


def _said(text: str, named: Mapping[str, frozenset[str]], gain: set[str]) -> dict[str, str]:
    """By which word *text* first names each set of groups that do not *gain*, with the word as it stands there."""
    found: dict[frozenset[str], tuple[str, str]] = {}
    lower = text.lower()
    for word, groups in named.items():
        if not gain.isdisjoint(groups):
            continue
        match = next(naming(word, text, lower), None)
        if match is not None:
            found.setdefault(groups, (word, " ".join(match.group().split())))
    return dict(found.values())
