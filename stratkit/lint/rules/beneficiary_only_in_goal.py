"""The goal or the title of a project, or a challenge, names people or bodies that are not among those who gain by it.

## Why this is bad
The project is done for them, and the table of benefits promises them nothing.

By which words a text names a group is said in the catalogue of beneficiaries; groups that share a word stand for each
other. Of a title, that of a project or of a challenge, the group counts that it names first; those who gain by a challenge are
those who gain by any project that answers it. A name that has the word, and a body by means of which something is done, are not
meant.

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

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from weakref import WeakKeyDictionary

from stratkit.diagnostics import Finding, Message, Severity, say
from stratkit.immutable import immutable
from stratkit.lint.names import inflected_stems, naming
from stratkit.lint.phrases import ADJECTIVES, INSTRUMENTAL, TOGETHER
from stratkit.lint.pieces import Known
from stratkit.lint.rule import rule
from stratkit.lint.series import shown
from stratkit.lint.words import SENTENCE_END
from stratkit.model.catalog import Term
from stratkit.model.linked import Catalog, Project, Strategy, Workspace

_SHOWN = 3


@immutable
class _Named:
    """The groups that a text may mean by a word: those to which the catalogue gives it.

    Args:
        groups: their ids, by word.
        called: the groups themselves, by word; those that are called so come first.
        signs: each word with what stands in small letters wherever it does in whatever case.
    """

    groups: Mapping[str, frozenset[str]]
    called: Known[str, list[Term]]
    signs: tuple[tuple[str, str], ...]

    def first_in(self, text: str, gain: Collection[str] = ()) -> Iterator[tuple[str, re.Match[str]]]:
        """Each word by which *text* names groups of which none *gains*, and where it does so first."""
        lower = text.lower()
        # Most words are in no text: the question is asked a hundred times of each.
        for word in [word for sign, word in self.signs if sign in lower]:
            if self.groups[word].isdisjoint(gain):
                match = next((one for one in naming(word, text, lower) if not _is_other(one, word)), None)
                if match is not None:
                    yield word, match


_known: WeakKeyDictionary[Catalog, _Named] = WeakKeyDictionary()


@rule("TRC040", "beneficiary-only-in-goal", Severity.INFO, packs=("methodology",))
def beneficiary_only_in_goal(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    named = _named(workspace.catalog)
    card = {one.id for one in strategy.beneficiaries}
    told: set[tuple[str, frozenset[str]]] = set()
    for project in strategy.projects:
        gain = {one.id for one in project.beneficiaries}
        said = _said(project.goal or "", named, gain) if gain else {}
        first = _first(project.title, named) if gain and not said else None
        if said:
            message = say(
                "the goal speaks of {names}, and nobody of them is among those who gain by the project",
                names=shown(list(said.values())),
            )
            yield _of_project(project, "goal", message, _hint(card, named, said))
            told.update((project.id, named.groups[word]) for word in said)
        elif first is not None and gain.isdisjoint(named.groups[first[0]]):
            message = say(
                "the title speaks of {names}, and nobody of them is among those who gain by the project", names=first[1]
            )
            key = "title" if project.own_title is not None else "federal"
            yield _of_project(project, key, message, _hint(card, named, first[:1]))
            told.add((project.id, named.groups[first[0]]))
    for challenge in strategy.challenges:
        projects = strategy.projects_of("challenge", f"{challenge.industry}/{challenge.id}")
        gain = {one.id for project in projects for one in project.beneficiaries}
        first = _first(challenge.title, named) if gain else None
        if first is None or not gain.isdisjoint(named.groups[first[0]]):
            continue
        # What a project already said of its goal is not said again of the challenge.
        if not any((one.id, named.groups[first[0]]) in told for one in projects):
            yield Finding(
                challenge.origin.at("title"),
                say("the challenge speaks of {names}, and no project that answers it serves them", names=first[1]),
                _hint(card, named, first[:1]),
                related=tuple(
                    (one.origin.at("beneficiaries"), say("'{title}'", title=one.short)) for one in projects[:_SHOWN]
                ),
                subject=challenge.id,
            )


def _of_project(project: Project, key: str, message: Message, hint: Message) -> Finding:
    gain = project.origin.at("beneficiaries")
    return Finding(
        project.origin.at(key), message, hint,
        related=((gain, say("those who gain stand here")),),
        subject=project.id,
    )  # fmt: skip


def _hint(card: Collection[str], named: _Named, words: Iterable[str]) -> Message:
    titles = dict.fromkeys(title for word in words for title in _likely(card, named.called[word]))
    return say("name them in 'beneficiaries' of the project: {titles}", titles=shown(list(titles)))


def _first(text: str, named: _Named) -> tuple[str, str] | None:
    """The word by which *text* names a group first, and how it stands there; the longer one of two in one place."""
    found = [(match.start(), -match.end(), word, match) for word, match in named.first_in(text)]
    if not found:
        return None
    _start, _end, word, match = min(found)
    return word, " ".join(match.group().split())


def _likely(card: Collection[str], groups: Iterable[Term]) -> list[str]:
    """Those of *groups* that a text most likely means: those of the *card* first."""
    known = sorted(groups, key=lambda one: one.id not in card)
    return [one.short_title or one.title for one in known[:_SHOWN]]


def _named(catalog: Catalog) -> _Named:
    """The groups of *catalog*; collected once."""
    found = _known.get(catalog)
    if found is None:
        named: dict[str, list[Term]] = defaultdict(list)
        for one in catalog.beneficiaries.values():
            for word in dict.fromkeys(one.words):
                named[word].append(one)
        groups = {word: frozenset(one.id for one in having) for word, having in named.items()}
        signs = tuple((inflected_stems(word)[0], word) for word in groups)
        found = _known[catalog] = _Named(groups, Known(partial(_called, named)), signs)
    return found


def _called(named: Mapping[str, Sequence[Term]], word: str) -> list[Term]:
    return sorted(named[word], key=lambda one: not any(naming(word, one.title, one.title.lower())))


def _said(text: str, named: _Named, gain: set[str]) -> dict[str, str]:
    """By which word *text* first names each set of groups that do not *gain*, with the word as it stands there."""
    found: dict[frozenset[str], tuple[str, str]] = {}
    for word, match in named.first_in(text, gain):
        found.setdefault(named.groups[word], (word, " ".join(match.group().split())))
    return dict(found.values())


def _is_other(match: re.Match[str], name: str) -> bool:
    """Whether what was found for *name* is part of a name, as in «Russian Federation», or the means to something."""
    before = SENTENCE_END.split(match.string[: match.start()])[-1].strip(" \u00a0\n(–")
    capital = name[0].islower() and match.group()[0].isupper()
    if before.rfind("«") > before.rfind("»") or (before and capital):
        return True
    first, found = name.split(maxsplit=1)[0], match.group().split(maxsplit=1)[0].lower()
    means = not first.endswith(ADJECTIVES) and INSTRUMENTAL.search(f"{first} {found}") is not None
    return means and not TOGETHER.search(before)
