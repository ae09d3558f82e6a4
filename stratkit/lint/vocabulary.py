"""The words that tell the projects of a strategy apart: what is near what by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from math import ceil, floor
from operator import or_
from weakref import WeakKeyDictionary

from stratkit.lint.bits import Counts, Numbered, single
from stratkit.lint.pieces import Known, pieces
from stratkit.lint.words import ANYTHING, EMPTY_WORDS, LONG_WORD, STOP_WORDS
from stratkit.model.linked import Industry, Project, Strategy

_WORD = re.compile(r"\w+")
_LONG, _LONG_STEM, _SHORT_STEM = 7, 6, 4
_COMMON = 0.3
_COMMON_AT_LEAST = 4
_OF_AT_LEAST, _OF_ITS_PROJECTS, _OF_ALL = 2, 0.4, 0.75
_MOST = 1 << 13
"""Words after which they are numbered anew: each of a hundred thousand pieces has a number of so many bits."""
_known: WeakKeyDictionary[Strategy, Vocabulary] = WeakKeyDictionary()


class Vocabulary:
    """The telling words of each project, as bits: with what is sought two sets have those words in common that both hold.

    Words that stand in very many projects tell nothing and are left out.

    Args:
        strategy: whose words.

    Attributes:
        aims: words of titles, goals, descriptions and milestones, by the id of the project.
        projects: of all that and of the benefits; words of its title tell a project however common they are.
        common: those that stand in very many projects.
        counts: in how many of the *projects* each word stands.
    """

    def __init__(self, strategy: Strategy) -> None:
        self._numbers = _numbers()
        self._sought = Known(self._numbers.sought)
        self._own: dict[str, int] = {}
        projects = strategy.projects
        aims = [self.held(*_aims(one)) for one in projects]
        gains = [self.held(*(each.text for each in one.benefits)) for one in projects]
        bound = max(_COMMON_AT_LEAST, _COMMON * len(projects))
        self.common = Counts(map(or_, aims, gains)).at_least(floor(bound) + 1)
        self.aims = {one.id: aim & ~self.common for one, aim in zip(projects, aims, strict=True)}
        self.projects = {
            one.id: (aim | gain) & ~self.common | self.held(one.title)
            for one, aim, gain in zip(projects, aims, gains, strict=True)
        }
        self.counts = Counts(self.projects.values())

    def sought(self, words: str) -> int:
        """What to look for among the words of a project to learn whether it has any of *words*, whatever their endings.

        Long words are the same if they begin with the same six letters; a short one is the beginning of others.
        """
        return self._sought[words]

    def held(self, *texts: str | None) -> int:
        """The words of *texts* in the form in which :meth:`sought` asks for them."""
        return self._numbers.held("\n".join(filter(None, texts)))

    def of(self, industry: Industry) -> int:
        """The words of the title of *industry*, and those that many of its projects have and hardly another one."""
        found = self._own.get(industry.id)
        if found is None:
            among = Counts(self.projects[one.id] for one in industry.projects)
            least = max(_OF_AT_LEAST, ceil(_OF_ITS_PROJECTS * len(industry.projects)))
            often = single(among.at_least(least))
            own = (bit for bit in often if among.of(bit) >= _OF_ALL * self.counts.of(bit))
            found = self._own[industry.id] = _union((self.held(industry.title), *own))
        return found


def _union(sets: Iterable[int]) -> int:
    return reduce(or_, sets, 0)


class _Numbers:
    """The bits of all words met in this process, and of the pieces in which they stand: most stand in every region."""

    def __init__(self) -> None:
        self.bits = Numbered()
        self._sought = Known(lambda piece: _union(map(self.bits.__getitem__, _keys_in(piece)[0])))
        self._held = Known(lambda piece: _union(map(self.bits.__getitem__, _keys_in(piece)[1])))

    def sought(self, words: str) -> int:
        """What to look for to find any of *words*."""
        return _union(map(self._sought.__getitem__, pieces(words)))

    def held(self, words: str) -> int:
        """As what *words* are found."""
        return _union(map(self._held.__getitem__, set(pieces(words))))


_latest = [_Numbers()]


def _numbers() -> _Numbers:
    """The numbers of words for another strategy; new ones where many words would make long numbers."""
    if len(_latest[0].bits) > _MOST:
        _latest[0] = _Numbers()
    return _latest[0]


def vocabulary(strategy: Strategy) -> Vocabulary:
    """The words of the projects of *strategy*; collected once."""
    found = _known.get(strategy)
    if found is None:
        found = _known[strategy] = Vocabulary(strategy)
    return found


def telling(known: Vocabulary, text: str, empty: int) -> list[str]:
    """The words of *text* that name things, in small letters and in order, without those that *empty* holds."""
    words = dict.fromkeys(LONG_WORD.findall(text.lower()))
    return [one for one in words if not one.startswith(ANYTHING) and (keys := known.sought(one)) and not keys & empty]


def _keys(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What to look for to find *word*, and as what it is found: a long word by its stem and as a short one's likeness."""
    plain = word.replace("ё", "е")
    if plain in STOP_WORDS or plain.startswith(EMPTY_WORDS):
        return (), ()
    long, short, likeness = plain[:_LONG_STEM], f"{plain[:_SHORT_STEM]}*", f"{plain[:_SHORT_STEM]}-"
    return ((long, short), (long, likeness)) if len(plain) >= _LONG else ((short, likeness), (short,))


def _keys_in(piece: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What :func:`_keys` says of all words in *piece*."""
    keys = [_keys(word) for word in ((piece,) if piece.isalpha() else _WORD.findall(piece))]
    return tuple([key for asked, _ in keys for key in asked]), tuple([key for _, found in keys for key in found])


def _aims(project: Project) -> Iterator[str | None]:
    """What a project is about, without what others gain by it."""
    yield project.title
    yield project.goal
    yield project.description
    for milestone in project.milestones:
        yield milestone.text
