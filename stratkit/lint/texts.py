"""All texts of a strategy with their places, and how texts are compared."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from stratkit.diagnostics import Origin
from stratkit.diagnostics.pattern import Pattern
from stratkit.lint.joined import Joined, matching, starts_of
from stratkit.lint.lexicon import Lexicon, Sign, lexicon
from stratkit.lint.pieces import (
    PLAIN_STOP_WORDS,
    Apart,
    in_bytes,
    plain_words,
    russian_words,
    small,
    small_pieces,
    taken_apart,
)
from stratkit.lint.shapes import BLANK, DIGIT, PAGE, UNKNOWN, roughly, shape
from stratkit.lint.words import SMALL_LETTERS
from stratkit.model.base import Passage
from stratkit.model.linked import Indicator, Industry, Project, Strategy

_LINE_BREAK = Pattern(r"\n\s*")
_MARGIN = 24
_END, _ODD = "\0", "\x01"
"""What stands behind each text, and in its place within one."""
_BEHIND = f"\n{_END}\n"
_USUAL = 16
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
    """The texts of a strategy, taken apart and in one piece."""

    def __init__(self, strategy: Strategy) -> None:
        self.texts = tuple(_collect(strategy))
        self._having: dict[Sign, set[int]] = {}

    def among(self, found: Iterable[Iterable[int]]) -> Iterator[Text]:
        """The texts that are among any of those *found*, in order."""
        return (self.texts[index] for index in sorted(set().union(*found)))

    @cached_property
    def joined(self) -> Joined[str]:
        """The texts as they are, with an end behind each."""
        words = [text.words for text in self.texts]
        whole = _BEHIND.join([*words, ""])
        if whole.count(_END) != len(words):
            whole = _BEHIND.join([*(one.replace(_END, _ODD) for one in words), ""])
        return Joined(whole, starts_of(words, len(_BEHIND)))

    @cached_property
    def encoded(self) -> bytes:
        """The same in the encoding; everything stands where it stands there."""
        return in_bytes(self.joined.whole)

    @cached_property
    def small(self) -> bytes:
        """The same in small letters."""
        return small(self.encoded)

    @cached_property
    def shape(self) -> Joined[bytes]:
        """The shapes of the texts."""
        return Joined(shape(self.encoded), self.joined.starts)

    @cached_property
    def apart(self) -> Apart:
        """The texts taken apart."""
        return taken_apart(small_pieces(self.encoded), in_bytes(_END))

    @cached_property
    def lexicon(self) -> Lexicon:
        """Knows what the pieces have."""
        return lexicon(self.apart.holders)

    def having(self, sign: Sign) -> set[int]:
        """The texts that have a piece which has *sign*."""
        found = self._having.get(sign)
        if found is None:
            found = self._having[sign] = set().union(*self._holding(sign))
        return found

    def _holding(self, sign: Sign) -> Iterable[list[int]]:
        holders = self.apart.holders
        if isinstance(sign, str) and sign[0] == sign[-1] == " ":
            return (holders.get(in_bytes(sign[1:-1]), []),)
        if isinstance(sign, str) and len(sign) == 1:
            # All regions together have it in more pieces than this one has at all.
            return map(holders.__getitem__, self.pieces_with(sign))
        return map(holders.__getitem__, holders.keys() & self.lexicon.having(sign))

    @cached_property
    def _distinct(self) -> bytes:
        """The pieces, each on a line."""
        return b"\n".join([*self.apart.holders, b""])

    @cached_property
    def runs(self) -> frozenset[bytes]:
        """All stretches of small Russian letters between other signs."""
        return frozenset(russian_words(self._distinct))

    def pieces_with(self, word: str) -> Iterator[bytes]:
        """The pieces in which *word* stands, in order: what need not be looked for in other regions."""
        lines, sign = self._distinct, in_bytes(word)
        place = lines.find(sign)
        while place >= 0:
            end = lines.find(b"\n", place)
            yield lines[lines.rfind(b"\n", 0, place) + 1 : end]
            place = lines.find(sign, end)

    def with_word(self, word: str) -> set[int]:
        """The texts in which *word* stands, in lower case and without blanks: one that was met in a text, not a known sign."""
        return set().union(*map(self.apart.holders.__getitem__, self.pieces_with(word)))

    def with_shape(self, like: bytes) -> Iterable[int]:
        """The texts in whose shape *like* stands."""
        parts = like.split(BLANK)
        telling = next((place for place, part in enumerate(parts) if DIGIT in part), None)
        if telling is None:
            return self.shape.with_sign(like)
        # Figures stand in few texts.
        before, behind = BLANK * (telling > 0), BLANK * (telling + 1 < len(parts))
        found = self.having(roughly(before + parts[telling] + behind))
        return [index for index in found if self._stands(like, self.shape.whole, index)]

    def with_sign(self, sign: str) -> Iterable[int]:
        """The texts in which *sign*, in lower case, stands."""
        parts = sign.split()
        if not parts:
            return self.joined.with_sign(sign)
        if parts == [sign] and UNKNOWN not in in_bytes(sign):
            return self.having(sign)
        telling = max(range(len(parts)), key=lambda place: len(parts[place]))
        before = " " if telling or sign[0].isspace() else ""
        behind = " " if telling + 1 < len(parts) or sign[-1].isspace() else ""
        found = self.having(f"{before}{parts[telling]}{behind}")
        return self.saying(sign, found)

    def saying(self, sign: str, among: Iterable[int]) -> list[int]:
        """Those *among* some texts in which *sign*, in lower case, stands."""
        word = in_bytes(sign)
        if UNKNOWN in word:
            return [index for index in among if sign in self.texts[index].words.lower()]
        return [index for index in among if self._stands(word, self.small, index)]

    def places(self, sign: str, among: Iterable[int]) -> Iterator[tuple[Text, int]]:
        """Where *sign*, in lower case, stands in those *among* some texts, in order."""
        word, whole = in_bytes(sign), self.small
        for index in sorted(among):
            text, start = self.texts[index], self.joined.starts[index]
            end = start + len(text.words)
            found = whole.find(word, start, end)
            while found >= 0:
                place = found - start
                # What the encoding does not have is the same sign in it.
                if text.words[place : place + len(sign)].lower() == sign:
                    yield text, place
                found = whole.find(word, found + 1, end)

    def _stands(self, sign: bytes, whole: bytes, index: int) -> bool:
        """Whether *sign* stands in a text, of *whole*, in which all of them stand one after the other."""
        start = self.joined.starts[index]
        return whole.find(sign, start, start + len(self.texts[index].words)) >= 0


def texts(strategy: Strategy) -> tuple[Text, ...]:
    """Every text that an editor of *strategy* wrote, in the order of its parts; collected once."""
    return _know(strategy).texts


def texts_with(strategy: Strategy, *signs: str) -> Iterator[Text]:
    """The texts in which one of *signs* stands, in lower case."""
    known = _know(strategy)
    return known.among(known.with_sign(sign) for sign in signs)


def texts_with_all(strategy: Strategy, first: str, *others: str) -> Iterator[Text]:
    """The texts in which all of these stand, in lower case, of which few have the *first*."""
    known = _know(strategy)
    found = known.with_sign(first)
    for sign in others:
        found = known.saying(sign, found)
    return known.among([found])


def texts_saying(strategy: Strategy, words: str) -> Iterator[Text]:
    """The texts in which *words* stand as they are: what is asked of one region alone need not be looked for in others."""
    known = _know(strategy)
    among = Joined(known.encoded, known.joined.starts).with_sign(in_bytes(words))
    return (text for text in map(known.texts.__getitem__, among) if words in text.words)


def texts_like(strategy: Strategy, *shapes: bytes) -> Iterator[Text]:
    """The texts in whose shape one of *shapes* stands."""
    known = _know(strategy)
    return known.among(known.with_shape(like) for like in shapes)


def texts_roughly_like(strategy: Strategy, *shapes: bytes) -> Iterator[Text]:
    """The texts with a piece in whose rough shape one of *shapes* stands: a blank is where it begins or ends.

    Where it says as much, fewer texts have to be looked for.
    """
    known = _know(strategy)
    return known.among(known.having(like) for like in shapes)


def matches(strategy: Strategy, pattern: Pattern, among: Iterable[Text] | None = None) -> Iterator[tuple[Text, str]]:
    """Each text in which *pattern* is found, with the surroundings of the first match.

    Args:
        strategy: whose texts.
        pattern: what to look for.
        among: the only texts in which it can stand: a pattern costs much more than a word or a shape.
    """
    if among is None:
        known = _know(strategy)
        among = (known.texts[index] for index in matching(known.joined, pattern))
    for text in among:
        match = pattern.search(text.words)
        if match is not None:
            yield text, excerpt(text.words, match.start(), match.end())


def places_like(strategy: Strategy, like: bytes) -> Iterator[tuple[Text, int]]:
    """Each text in whose shape *like* stands, and where: all places, in order."""
    known = _know(strategy)
    return ((known.texts[index], place) for index, place in known.shape.places(like))


def stretches_like(strategy: Strategy, pattern: bytes) -> Iterator[tuple[Text, int, int]]:
    """Each text in whose shape there is what a regular expression finds, and where it begins and ends: all places, in order."""
    known = _know(strategy)
    for found in re.finditer(pattern, known.shape.whole):
        index = known.shape.index(found.start())
        start = known.shape.starts[index]
        yield known.texts[index], found.start() - start, found.end() - start


def places_of(strategy: Strategy, sign: str) -> Iterator[tuple[Text, int]]:
    """Each text in which *sign*, in lower case, stands, and where: all places, in order."""
    known = _know(strategy)
    return known.places(sign, known.with_sign(sign))


def places_of_word(strategy: Strategy, word: str) -> Iterator[tuple[Text, int]]:
    """The same for a *word* without blanks that was met in the texts of *strategy* and need not be looked for in others."""
    known = _know(strategy)
    return known.places(word, known.with_word(word))


def repeating(strategy: Strategy) -> Iterator[Text]:
    """The texts in which what stands between blanks is what stood before it, or two of these are the two before them.

    A pattern that looks for what is repeated looks at each letter many times.
    """
    known = _know(strategy)
    return known.among([known.apart.repeating])


def words_like(strategy: Strategy, pattern: Pattern) -> set[Any]:
    """What *pattern* finds in lower case between the blanks of all texts; of an expression with one group what stands in it."""
    known = _know(strategy)
    pieces = known.apart.holders.keys() & known.lexicon.having(pattern)
    return set(pattern.findall(b" ".join(pieces).decode(PAGE)))


def russian_words_in(strategy: Strategy) -> Collection[bytes]:
    """All stretches of Russian letters, in small ones and in the encoding."""
    return _know(strategy).runs


def russian_words_with(strategy: Strategy, letter: str) -> list[bytes]:
    """Those that have a *letter*, in the order in which they stand first, and what stands beside them in a piece."""
    return russian_words(b" ".join(_know(strategy).pieces_with(letter)))


def first_with(strategy: Strategy, word: str) -> Text:
    """The first text in which *word*, one of :func:`russian_words_in`, stands by itself, in whatever case."""
    return next(text for text, start in places_of_word(strategy, word) if _alone(text.words.lower(), start, word))


def _alone(whole: str, start: int, word: str) -> bool:
    """Whether no letter stands before and behind the *word* at *start*."""
    run = SMALL_LETTERS.match(whole, start)
    return run is not None and run.group() == word and not SMALL_LETTERS.match(whole, max(0, start - 1), start)


def _know(strategy: Strategy) -> _Texts:
    found = _known.get(strategy)
    if found is None:
        found = _known[strategy] = _Texts(strategy)
    return found


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
    if len(text) > count * _USUAL:
        # The last word may go on.
        found = _stems(plain_words(text[: count * _USUAL])[:-1])[:count]
        if len(found) == count:
            return tuple(found)
    return tuple(_stems(plain_words(text))[:count])


def _stems(apart: list[bytes]) -> list[bytes]:
    return [word[:6] for word in apart if word not in PLAIN_STOP_WORDS]


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
