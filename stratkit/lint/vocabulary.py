"""The words that tell the projects of a strategy apart: what is near what by its words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from weakref import WeakKeyDictionary

from stratkit.lint.words import EMPTY_WORDS, STOP_WORDS
from stratkit.model.linked import Industry, Project, Strategy

_WORD = re.compile(r"\w+")
_LONG, _LONG_STEM, _SHORT_STEM = 7, 6, 4
_COMMON = 0.3
_COMMON_AT_LEAST = 4
_OF_AT_LEAST, _OF_ITS_PROJECTS, _OF_ALL = 2, 0.4, 0.75
_known: WeakKeyDictionary[Strategy, Vocabulary] = WeakKeyDictionary()


@dataclass(frozen=True)
class Vocabulary:
    """The telling words of each project, by its id, in the form in which :func:`sought` finds them.

    Words that stand in very many projects tell nothing and are left out.

    Args:
        aims: of titles, goals, descriptions and milestones.
        projects: of all that and of the benefits; words of its title tell a project however common they are.
        common: those that stand in very many projects.
    """

    aims: Mapping[str, frozenset[str]]
    projects: Mapping[str, frozenset[str]]
    common: frozenset[str]

    @cached_property
    def _aiming(self) -> Mapping[str, list[str]]:
        """The projects whose aims hold a word."""
        aiming: defaultdict[str, list[str]] = defaultdict(list)
        for name, words in self.aims.items():
            for word in words:
                aiming[word].append(name)
        return aiming

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many projects each word stands."""
        return Counter(chain.from_iterable(self.projects.values()))

    def shared_with(self, words: Iterable[str]) -> Counter[str]:
        """With the aims of which projects *words* have how many in common."""
        return Counter(chain.from_iterable(self._aiming.get(word, ()) for word in words))


def vocabulary(strategy: Strategy) -> Vocabulary:
    """The words of the projects of *strategy*; collected once."""
    found = _known.get(strategy)
    if found is None:
        aims = {one.id: held(*_aims(one)) for one in strategy.projects}
        projects = {one.id: aims[one.id] | held(*(each.text for each in one.benefits)) for one in strategy.projects}
        counted = Counter(chain.from_iterable(projects.values()))
        bound = max(_COMMON_AT_LEAST, _COMMON * len(projects))
        common = frozenset(word for word, count in counted.items() if count > bound)
        found = _known[strategy] = Vocabulary(
            {name: words - common for name, words in aims.items()},
            # A project is told by its own title, however common the words.
            {one.id: (projects[one.id] - common) | held(one.title) for one in strategy.projects},
            common,
        )
    return found


def common_words(strategy: Strategy) -> frozenset[str]:
    """The words that stand in very many projects of *strategy*, in the forms of :func:`held` and :func:`sought`."""
    return vocabulary(strategy).common


def words_of(strategy: Strategy, industry: Industry) -> frozenset[str]:
    """The words of the title of *industry*, and those that many of its projects have and hardly another one."""
    known = vocabulary(strategy)
    counted = Counter(chain.from_iterable(known.projects[one.id] for one in industry.projects))
    least = max(_OF_AT_LEAST, _OF_ITS_PROJECTS * len(industry.projects))
    own = [word for word, count in counted.items() if count >= least and count >= _OF_ALL * known.counts[word]]
    return held(industry.title).union(own)


@lru_cache(maxsize=4096)
def sought(words: str) -> frozenset[str]:
    """What to look for among the words of a project to learn whether it has any of *words*, whatever their endings.

    Long words are the same if they begin with the same six letters; a short one is the beginning of others.
    """
    return frozenset(chain.from_iterable([_keys_of(piece)[0] for piece in _pieces(words)]))


def held(*pieces: str | None) -> frozenset[str]:
    """The words of *pieces* in the form in which :func:`sought` asks for them."""
    whole = "\n".join(piece for piece in pieces if piece)
    return frozenset(chain.from_iterable([_keys_of(piece)[1] for piece in _pieces(whole)]))


def _pieces(text: str) -> set[str]:
    """What stands between blanks: words with the signs beside them."""
    return set(text.lower().split())


@lru_cache(maxsize=1 << 16)  # those of some regions: taking each apart once costs less than taking the texts apart
def _keys_of(piece: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What :func:`_keys` says of all words in *piece*."""
    keys = [_keys(word) for word in _WORD.findall(piece)]
    return tuple(key for asked, _ in keys for key in asked), tuple(key for _, found in keys for key in found)


def _keys(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What to look for to find *word*, and as what it is found: a long word by its stem and as a short one's likeness."""
    plain = word.replace("ё", "е")
    if plain in STOP_WORDS or plain.startswith(EMPTY_WORDS):
        return (), ()
    long, short, likeness = plain[:_LONG_STEM], f"{plain[:_SHORT_STEM]}*", f"{plain[:_SHORT_STEM]}-"
    return ((long, short), (long, likeness)) if len(plain) >= _LONG else ((short, likeness), (short,))


def _aims(project: Project) -> Iterator[str | None]:
    """What a project is about, without what others gain by it."""
    yield project.title
    yield project.goal
    yield project.description
    for milestone in project.milestones:
        yield milestone.text
