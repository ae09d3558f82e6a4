"""All texts of a strategy with their places, and how texts are compared."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate, compress, count, islice, pairwise, repeat
from operator import is_
from typing import Generic, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from stratkit.diagnostics import Origin
from stratkit.diagnostics.pattern import Pattern
from stratkit.immutable import immutable
from stratkit.lint.pieces import PLAIN_STOP_WORDS, plain_words
from stratkit.lint.shapes import BLANKS, PAGE, rough, shape
from stratkit.lint.words import CASE_ENDINGS, SMALL_LETTERS
from stratkit.model.base import Passage
from stratkit.model.linked import Indicator, Industry, Project, Strategy

_LINE_BREAK = Pattern(r"\n\s*")
_BLANKS = "[ \n\u00a0]+"
Whole = TypeVar("Whole", str, bytes)
_MARGIN = 24
_END = "\0"
"""Stands in no text; here between all of them."""
_BETWEEN = f"\n{_END}\n"
_SHORT = 2
"""Words that have no endings have no more letters."""
_USUAL = 20
"""More letters than a word and the small ones before it have."""
_known: WeakKeyDictionary[Strategy, _Texts] = WeakKeyDictionary()


class Text(NamedTuple):
    """A text with its place and the id of the entity that it belongs to."""

    whole: Origin
    steps: tuple[str | int, ...]
    words: str
    subject: str = ""

    @property
    def origin(self) -> Origin:
        """Where it stands, below the place of what it belongs to; most are never asked."""
        return self.whole.at(*self.steps)


class _Texts:
    """The texts of a strategy, and all of them in one piece, to be searched at once."""

    def __init__(self, strategy: Strategy) -> None:
        self.texts = tuple(_collect(strategy))

    @cached_property
    def joined(self) -> _Joined[str]:
        """The texts as they are."""
        words = [text.words for text in self.texts]
        return _Joined("\n".join(words), _starts(words))

    @cached_property
    def lower(self) -> _Joined[str]:
        """The texts in lower case."""
        words = [text.words for text in self.texts]
        joined = _BETWEEN.join(words)
        whole = joined.lower()
        # There are letters that become two.
        if len(whole) != len(joined):
            words = [one.lower() for one in words]
        return _Joined(whole, _starts(words, len(_BETWEEN)))

    @cached_property
    def apart(self) -> _Apart:
        """The texts taken apart; of all the pieces only this is kept, for they would fill more memory than the files."""
        whole = self.lower.whole
        try:
            distinct, repeating = _taken_apart(whole.encode(PAGE).translate(BLANKS).split(), _END.encode())
        except UnicodeEncodeError:
            words, repeating = _taken_apart(whole.split(), _END)
            return _Apart("\n".join(words), repeating)
        return _Apart(b"\n".join(distinct).decode(PAGE), repeating)

    @cached_property
    def runs(self) -> dict[str, None]:
        """All stretches of Russian letters in lower case, each once, in the order in which they stand first."""
        return dict.fromkeys(SMALL_LETTERS.findall(self.apart.distinct))

    @cached_property
    def shape(self) -> _Joined[bytes]:
        """The shapes of the texts."""
        return _Joined(shape(self.joined.whole), self.joined.starts)

    @cached_property
    def rough(self) -> _Joined[bytes]:
        """The rough shapes of the texts."""
        return _Joined(rough(self.shape.whole), self.joined.starts)


class _Apart(NamedTuple):
    """What is known of the pieces of all texts: what stands between blanks, in lower case.

    Args:
        distinct: each piece once, in the order in which they stand first, with line breaks between them.
        repeating: the texts in which a piece is the one before it, or two pieces are the two before them.
    """

    distinct: str
    repeating: list[int]


@immutable
class _Joined(Generic[Whole]):
    """Texts one after the other, with one sign between them.

    Args:
        whole: all of them.
        starts: where each of them begins.
    """

    whole: Whole
    starts: list[int]

    def index(self, place: int) -> int:
        """The text in which a place is."""
        return bisect_right(self.starts, place) - 1

    def places(self, piece: Whole) -> Iterator[tuple[int, int]]:
        """The texts in which *piece* stands, and where: all places, in order."""
        start = self.whole.find(piece)
        while start >= 0:
            index = self.index(start)
            yield index, start - self.starts[index]
            start = self.whole.find(piece, start + 1)

    def with_any(self, pieces: Iterable[Whole]) -> set[int]:
        """The texts in which one of *pieces* stands."""
        found: set[int] = set()
        for piece in pieces:
            start = self.whole.find(piece)
            while start >= 0:
                index = self.index(start)
                found.add(index)
                if index + 1 == len(self.starts):
                    break
                start = self.whole.find(piece, self.starts[index + 1])
        return found


def _taken_apart(words: list[Whole], end: Whole) -> tuple[Iterable[Whole], list[int]]:
    """Each of *words* once, and what is repeating among those between two *end*."""
    first: dict[Whole, Whole] = {}
    same = list(map(first.setdefault, words, words))
    once: Iterator[int] = compress(count(), map(is_, same, islice(same, 1, None)))
    twice: Iterator[int] = compress(count(), map(is_, same, islice(same, 2, None)))
    found = [*once, *(place for place, after in pairwise(twice) if after == place + 1)]
    ends = list(compress(count(), map(is_, same, repeat(first[end])))) if found and end in first else []
    return first, sorted({bisect_left(ends, place) for place in found if end not in words[place : place + 2]})


def texts(strategy: Strategy) -> tuple[Text, ...]:
    """Every text that an editor of *strategy* wrote, in the order of its parts; collected once."""
    return _know(strategy).texts


def texts_with(strategy: Strategy, *signs: str) -> Iterator[Text]:
    """The texts in which one of *signs* stands, in lower case."""
    whole = _know(strategy)
    # That nobody wrote a word shows sooner in all words than in all texts.
    possible = [sign for sign in signs if all(part in whole.apart.distinct for part in sign.split())]
    return (whole.texts[index] for index in sorted(whole.lower.with_any(possible)))


def texts_like(strategy: Strategy, *shapes: bytes) -> Iterator[Text]:
    """The texts in whose shape one of *shapes* stands."""
    whole = _know(strategy)
    return (whole.texts[index] for index in sorted(whole.shape.with_any(shapes)))


def texts_roughly_like(strategy: Strategy, *shapes: bytes) -> Iterator[Text]:
    """The texts in whose rough shape one of *shapes* stands: where it says as much, fewer of them have to be looked for."""
    whole = _know(strategy)
    return (whole.texts[index] for index in sorted(whole.rough.with_any(shapes)))


def matches(strategy: Strategy, pattern: Pattern, among: Iterable[Text] | None = None) -> Iterator[tuple[Text, str]]:
    """Each text in which *pattern* is found, with the surroundings of the first match.

    Args:
        strategy: whose texts.
        pattern: what to look for.
        among: the only texts in which it can stand: a pattern costs much more than a word or a shape.
    """
    for text in _promising(_know(strategy), pattern) if among is None else among:
        match = pattern.search(text.words)
        if match is not None:
            yield text, excerpt(text.words, match.start(), match.end())


def places_like(strategy: Strategy, like: bytes) -> Iterator[tuple[Text, int]]:
    """Each text in whose shape *like* stands, and where: all places, in order."""
    known = _know(strategy)
    return ((known.texts[index], place) for index, place in known.shape.places(like))


def places_of(strategy: Strategy, word: str) -> Iterator[tuple[Text, int]]:
    """Each text in which *word*, in lower case, stands, and where: all places, in order."""
    known = _know(strategy)
    return ((known.texts[index], place) for index, place in known.lower.places(word))


def _promising(known: _Texts, pattern: Pattern) -> Iterator[Text]:
    """The texts in which *pattern* is found when all are searched in one piece, which is faster than one by one."""
    joined = known.joined
    match = pattern.search(joined.whole)
    while match is not None:
        index = joined.index(match.start())
        yield known.texts[index]
        if index + 1 == len(joined.starts):
            return
        match = pattern.search(joined.whole, joined.starts[index + 1])


def repeating(strategy: Strategy) -> Iterator[Text]:
    """The texts in which what stands between blanks is what stood before it, or two of these are the two before them.

    A pattern that looks for what is repeated looks at each letter many times.
    """
    known = _know(strategy)
    return (known.texts[index] for index in known.apart.repeating)


def distinct_pieces(strategy: Strategy) -> str:
    """The pieces of all texts in lower case, each once, in the order in which they stand first, with line breaks between.

    A pattern that looks for single words has a fifth of the letters to look at.
    """
    return _know(strategy).apart.distinct


def words_in(strategy: Strategy) -> Collection[str]:
    """All stretches of Russian letters in the texts of *strategy* in lower case, in the order in which they stand first."""
    return _know(strategy).runs.keys()


def first_with(strategy: Strategy, word: str) -> Text:
    """The first text in which *word*, one of :func:`words_in`, stands by itself, in whatever case."""
    return next(text for text, start in places_of(strategy, word) if _alone(text.words.lower(), start, word))


def _alone(whole: str, start: int, word: str) -> bool:
    """Whether no letter stands before and behind the *word* at *start*."""
    run = SMALL_LETTERS.match(whole, start)
    return run is not None and run.group() == word and not SMALL_LETTERS.match(whole, max(0, start - 1), start)


def _know(strategy: Strategy) -> _Texts:
    found = _known.get(strategy)
    if found is None:
        found = _known[strategy] = _Texts(strategy)
    return found


def _starts(words: list[str], gap: int = 1) -> list[int]:
    """Where each of *words* begins when they are joined by *gap* signs."""
    return [0, *accumulate(len(one) + gap for one in words[:-1])] if words else []


def excerpt(words: str, start: int, end: int) -> str:
    """A short piece of *words* around a stretch of it, on one line."""
    left, right = max(0, start - _MARGIN), min(len(words), end + _MARGIN)
    piece = _LINE_BREAK.sub(" ", words[left:right])
    return ("…" if left else "") + piece + ("…" if right < len(words) else "")


@lru_cache(maxsize=8192)  # more than one region has texts
def stems(text: str) -> tuple[bytes, ...]:
    """The beginnings of the words that say something, for comparison.

    Six letters tell words of a Russian sentence apart and forget their endings.
    """
    return tuple(_stems(plain_words(text)))


def opening(text: str, count: int) -> tuple[bytes, ...]:
    """The first *count* of :func:`stems`, fewer if there are no more; the rest of the text is not looked at if it need not be."""
    # The last word may go on.
    found = tuple(_stems(plain_words(text[: count * _USUAL])[:-1])[:count])
    return found if len(found) == count else tuple(_stems(plain_words(text))[:count])


def _stems(apart: list[bytes]) -> list[bytes]:
    return [word[:6] for word in apart if word not in PLAIN_STOP_WORDS]


@lru_cache(maxsize=1024)
def inflected_stems(name: str) -> tuple[str, ...]:
    """What stands in small letters wherever *name* does, the rarest first: compiling :func:`inflected` takes a millisecond."""
    parts = [(word, _inflected(word)[0]) for word in name.split()]
    # Names in capitals are rarer than words.
    return tuple(stem for _word, stem in sorted(parts, key=lambda one: (one[0].islower(), -len(one[1]))))


def naming(name: str, words: str, lower: str) -> Iterator[re.Match[str]]:
    """Where *words*, which are *lower* in small letters, have *name* in whatever case."""
    return inflected(name).finditer(words) if all(stem in lower for stem in inflected_stems(name)) else iter(())


def texts_naming(strategy: Strategy, name: str) -> Iterator[tuple[Text, re.Match[str]]]:
    """Each text in which *name* stands, in whatever case, and where it does so first."""
    for text in texts_with(strategy, inflected_stems(name)[0]):
        found = next(naming(name, text.words, text.words.lower()), None)
        if found is not None:
            yield text, found


@lru_cache(maxsize=1024)
def inflected(name: str) -> re.Pattern[str]:
    """How *name* is found in whatever case: words in small letters may end otherwise; capitals stay capitals."""
    return re.compile(rf"\b(?:{_BLANKS.join(_inflected(word)[1] for word in name.split())})(?!\w)")


def _inflected(word: str) -> tuple[str, str]:
    if not word.islower() or len(word) <= _SHORT:
        return word.lower(), re.escape(word)
    length, others = next((length, others) for own, length, others in CASE_ENDINGS if word.endswith(own))
    stem = word[: len(word) - length]
    return stem, f"(?:{re.escape(stem[0].upper())}|{re.escape(stem[0])}){re.escape(stem[1:])}(?:{others})"


def _collect(strategy: Strategy) -> Iterator[Text]:
    yield Text(strategy.origin, ("title",), strategy.title, strategy.id)
    yield from _passages(strategy.origin.at("implementation"), strategy.frame.implementation)
    if strategy.card is not None:
        for part in ("directions", "actions", "results", "effects"):
            yield from _passages(strategy.place_in("card", part), getattr(strategy.card, part))
    if strategy.goal is not None:
        yield Text(strategy.place_in("priorities", "goal"), ("text",), strategy.goal.text)
    yield from _passages(strategy.place_in("technologies", "applications"), strategy.applications)
    yield from _passages(strategy.place_in("programmes", "participants"), strategy.participants)
    for one in (*strategy.tasks, *strategy.programmes, *strategy.bodies.values()):
        yield Text(one.origin, ("title",), one.title, one.id)
    for industry in strategy.industries:
        yield from _industry(industry)


def _passages(origin: Origin, passages: Iterable[Passage]) -> Iterator[Text]:
    for index, passage in enumerate(passages):
        yield Text(origin, (index, "text"), passage.text)


def _industry(industry: Industry) -> Iterator[Text]:
    yield from _passages(industry.origin.at("problems"), industry.problems)
    yield from _passages(industry.origin.at("risks"), industry.risks)
    for challenge in industry.challenges:
        yield Text(challenge.origin, ("title",), challenge.title, challenge.id)
    for project in industry.projects:
        yield from _project(project)
    for indicator in industry.indicators:
        yield from _indicator(indicator)


def _project(project: Project) -> Iterator[Text]:
    origin = project.origin
    if project.own_title is not None:
        yield Text(origin, ("title",), project.own_title, project.id)
    if project.goal is not None:
        yield Text(origin, ("goal",), project.goal, project.id)
    if project.description is not None:
        yield Text(origin, ("description",), project.description, project.id)
    for index, milestone in enumerate(project.milestones):
        yield Text(origin, ("milestones", index, "text"), milestone.text, project.id)
    for key, words in (("term", project.term.text), ("financing", project.financing.text), ("role", project.role.text)):
        yield Text(origin, (key, "text"), words, project.id)
    for benefit in project.benefits:
        if benefit.text is not None:
            yield Text(benefit.origin, ("benefit",), benefit.text, project.id)


def _indicator(indicator: Indicator) -> Iterator[Text]:
    if indicator.own_title is not None:
        yield Text(indicator.origin, ("title",), indicator.own_title, indicator.id)
