"""The words that tell the projects of a strategy apart: what is near what by its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cached_property, partial
from itertools import chain
from math import ceil
from weakref import WeakKeyDictionary

from stratkit.lint.holders import Holders
from stratkit.lint.pieces import PLAIN_STOP_WORDS, Known, in_bytes, plain_words
from stratkit.lint.words import ANYTHING, EMPTY_WORDS, LONG_WORD
from stratkit.model.linked import Industry, Project, Strategy

_LONG, _LONG_STEM, _SHORT_STEM = 7, 6, 4
_COMMON = 0.3
_COMMON_AT_LEAST = 4
_OF_AT_LEAST, _OF_ITS_PROJECTS, _OF_ALL = 2, 0.4, 0.75
_EMPTY_WORDS = tuple(map(in_bytes, EMPTY_WORDS))
_known: WeakKeyDictionary[Strategy, Vocabulary] = WeakKeyDictionary()


class Vocabulary:
    """Which project has which telling words: what :func:`sought` says of a text and :func:`held` of a project is shared.

    Words that stand in very many projects tell nothing and are left out.

    Args:
        strategy: whose words.

    Attributes:
        aims: the projects that have a word in their titles, goals, descriptions and milestones.
        projects: those that have it there or in their benefits; words of its title tell a project however common they are.
        common: words that stand in very many projects.
    """

    def __init__(self, strategy: Strategy) -> None:
        # The strategy itself is not held: it would never be let go of.
        self._projects = projects = strategy.projects
        self._indicators, self._industries = strategy.indicators, strategy.industries
        self._bits = {one.id: 1 << number for number, one in enumerate(projects)}
        self._stems = Known(_stems)
        self.aims = _holders(map(_stems, map(_aims, projects)))
        self.projects = Holders()
        self.projects.update(self.aims)
        for word, who in _holders(map(self._gains, projects)).items():
            self.projects[word] |= who
        bound = max(_COMMON_AT_LEAST, _COMMON * len(projects))
        self.common = frozenset([word for word, who in self.projects.items() if who.bit_count() > bound])
        for word in self.common:
            self.aims.pop(word, None)
            del self.projects[word]
        for one in projects:
            for word in self.common.intersection(_TITLED[one.title]):
                self.projects[word] |= self._bits[one.id]
        self._had = Known(partial(_had, self.projects, self.common))

    def _gains(self, project: Project) -> set[bytes]:
        return set().union(*[self._stems[one.text] for one in project.benefits if one.text])

    def sought(self, text: str) -> set[bytes]:
        """What :func:`sought` says of a title or a benefit, which are cut into words already."""
        return set(chain.from_iterable(map(_ASKED.__getitem__, self._stems[text])))

    @cached_property
    def titles(self) -> Holders:
        """The indicators that have a word in their titles."""
        return _holders(map(self._stems.__getitem__, [one.title for one in self._indicators]))

    @cached_property
    def measures(self) -> dict[str, int]:
        """What stands for the indicators of an industry in :attr:`titles`, by its id."""
        found: defaultdict[str, int] = defaultdict(int)
        for number, one in enumerate(self._indicators):
            found[one.industry] |= 1 << number
        return found

    def bit(self, project: Project) -> int:
        """What stands for *project*."""
        return self._bits[project.id]

    def bits(self, projects: Iterable[Project]) -> int:
        """What stands for *projects*."""
        return sum({self._bits[one.id] for one in projects})

    @cached_property
    def homes(self) -> dict[str, int]:
        """What stands for the projects of an industry, by its id."""
        return {one.id: self.bits(one.projects) for one in self._industries}

    def first(self, bits: int) -> Project:
        """The first of the projects for which *bits* stand."""
        return self._projects[(bits & -bits).bit_length() - 1]

    def having(self, title: str) -> dict[bytes, int]:
        """The telling words of *title* that projects have, and which."""
        return dict(chain.from_iterable(map(self._had.__getitem__, self._stems[title])))

    def near(self, title: str, projects: int) -> bool:
        """Whether any of the *projects* has a telling word in common with *title*."""
        had = self.projects.get
        for stem in self._stems[title]:
            for word in _ASKED[stem]:
                if had(word, 0) & projects:
                    return True
        return False

    def names(self, words: Collection[bytes], industry: Industry) -> bool:
        """Whether *words* name *industry*: one is of its title, or many of its projects have it and hardly another one."""
        own = self.homes[industry.id]
        least = max(_OF_AT_LEAST, ceil(_OF_ITS_PROJECTS * len(industry.projects)))
        having = filter(None, map(self.projects.get, words))
        often = ((among, who) for who in having if (among := (who & own).bit_count()) >= least)
        return not held(industry.title).isdisjoint(words) or any(
            among >= _OF_ALL * who.bit_count() for among, who in often
        )


def vocabulary(strategy: Strategy) -> Vocabulary:
    """The words of the projects of *strategy*; collected once."""
    found = _known.get(strategy)
    if found is None:
        found = _known[strategy] = Vocabulary(strategy)
    return found


def sought(text: str) -> set[bytes]:
    """What to look for among the words of others to learn whether they have any of *text*, whatever their endings.

    Long words are the same if they begin with the same six letters; a short one is the beginning of others.
    """
    return set(chain.from_iterable(map(_ASKED.__getitem__, _stems(text))))


def held(*texts: str) -> set[bytes]:
    """The words of *texts* in the form in which :func:`sought` asks for them."""
    return set(chain.from_iterable(map(_FOUND.__getitem__, _stems("\n".join(texts)))))


def telling(text: str, empty: Collection[bytes]) -> dict[str, frozenset[bytes]]:
    """The words of *text* that name things, in small letters and in order, with what is sought for each.

    Args:
        text: where they stand.
        empty: what is sought for words that are to be left out.
    """
    words = {word: _NAMING[word] for word in LONG_WORD.findall(text.lower())}
    return {word: asked for word, asked in words.items() if asked and asked.isdisjoint(empty)}


def _naming(word: str) -> frozenset[bytes]:
    """What is sought for a word that can name a thing; nothing for others."""
    return frozenset() if word.startswith(ANYTHING) else frozenset(sought(word))


def _stems(text: str) -> set[bytes]:
    """What tells the words of *text* from others; one of those that tell nothing may be among them and is empty."""
    return set(map(_STEM.__getitem__, plain_words(text)))


def _stem(word: bytes) -> bytes:
    if word in PLAIN_STOP_WORDS or word.startswith(_EMPTY_WORDS):
        return b""
    stem = word[:_LONG_STEM] if len(word) >= _LONG else word[:_SHORT_STEM] + b"*"
    return _SAME[stem]


def _asked(stem: bytes) -> tuple[bytes, ...]:
    """What finds the words of *stem*."""
    if not stem:
        return ()
    start = stem[:_SHORT_STEM].removesuffix(b"*")
    return (start + b"*", start + b"-") if stem.endswith(b"*") else (stem, start + b"*")


def _found(stem: bytes) -> tuple[bytes, ...]:
    """As what the words of *stem* are found: long ones as like short ones, too."""
    if not stem:
        return ()
    return (stem,) if stem.endswith(b"*") else (stem, stem[:_SHORT_STEM] + b"-")


_STEM, _ASKED, _FOUND = Known(_stem), Known(_asked), Known(_found)
_NAMING = Known(_naming)
_TITLED = Known(held)
"""The words of the title of a project: those of federal projects stand in many regions."""
_SAME = Known(bytes)
"""Each stem once: many words have it."""


def _had(projects: Holders, common: Collection[bytes], stem: bytes) -> list[tuple[bytes, int]]:
    """Which of the words that are sought for *stem* are had and not *common*, and by whom."""
    return [(word, projects[word]) for word in _ASKED[stem] if word in projects and word not in common]


def _holders(stems: Iterable[Iterable[bytes]]) -> Holders:
    """Who has which of the words, in the form in which :func:`sought` asks for them; each of *stems* are of one."""
    found = Holders(stems)
    found.pop(b"", None)
    for stem, who in [*found.items()]:
        for word in _FOUND[stem][1:]:
            found[word] |= who
    return found


def _aims(project: Project) -> str:
    """What a project is about, without what others gain by it."""
    parts = (project.title, project.goal, project.description, *(one.text for one in project.milestones))
    return "\n".join(filter(None, parts))
