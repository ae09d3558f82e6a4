"""Of which planned measure a sentence speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from stratkit.lint.amounts import SENTENCE_ENDS
from stratkit.lint.phrases import NEW_YEAR
from stratkit.lint.pieces import PLAIN_STOP_WORDS, Known, plain_words
from stratkit.lint.series import Value
from stratkit.lint.texts import Text, texts_with
from stratkit.lint.words import YEAR
from stratkit.model.linked import Indicator, Project, Strategy
from stratkit.model.numbers import Moment

_LETTERS = 5
"""Letters by which words are known, whatever their endings."""
_SHARED, _LEAST, _LEAST_OF_STRANGERS = 3, 0.45, 0.7
_PARTS = frozenset({"goal", "description", "milestones", "benefit", "beneficiaries"})
_CARD = frozenset({"results", "effects", "actions"})
Said = TypeVar("Said")
_projects: WeakKeyDictionary[Strategy, dict[str, Project]] = WeakKeyDictionary()


class Claim(NamedTuple, Generic[Said]):
    """A sentence that may promise something of a planned measure.

    Args:
        text: the text in which it stands.
        words: the sentence in small letters.
        project: whose it is; none in the card.
        said: what was found in it.
    """

    text: Text
    words: str
    project: Project | None
    said: Said

    @property
    def year(self) -> int | None:
        """The year for which it speaks, if it names one or stands in a milestone."""
        year = year_named(self.words)
        if year is not None:
            return year
        place = self.text.origin.pointer
        due = self.project is not None and place[0] == "milestones" and YEAR.search(self.words) is None
        if self.project is not None and due and isinstance(place[1], int):
            return Moment.parse(self.project.milestones[place[1]].by).year
        return None

    def measures(self, strategy: Strategy) -> Iterable[Indicator]:
        """What it can speak of."""
        return strategy.indicators if self.project is None else self.project.indicators

    def meant(self, strategy: Strategy, words: str, among: Callable[[Indicator], bool] = bool) -> Indicator | None:
        """The measure of the project of which *words* speak, or else one of the strategy."""
        found = _meant(self.measures(strategy), words, among)
        if found is None and self.project is not None:
            # Words that stand in any title make a stranger near.
            found = _meant(strategy.indicators, words, among, _SHARED + 1, _LEAST_OF_STRANGERS)
        return found


def year_named(words: str) -> int | None:
    """The year for whose end *words* say something, if they name one alone."""
    years = YEAR.findall(words)
    if len(years) != 1:
        return None
    return int(years[0]) - (NEW_YEAR.search(words) is not None)


def project_of(strategy: Strategy, text: Text) -> Project | None:
    """The project in whose file a *text* stands, if it is one of a project."""
    projects = _projects.get(strategy)
    if projects is None:
        projects = _projects[strategy] = {one.origin.path: one for one in strategy.projects}
    return projects.get(text.whole.path)


def claims(strategy: Strategy, says: Callable[[str], Said | None], *signs: str) -> Iterator[Claim[Said]]:
    """The sentences of projects and of the card that say something.

    Args:
        strategy: whose sentences.
        says: what a sentence in small letters says, or a text one sentence of which does; nothing for others.
        signs: without any of these in it, in small letters, none does.
    """
    for text in texts_with(strategy, *signs):
        project = project_of(strategy, text)
        if _PARTS.isdisjoint(text.steps) if project is not None else _CARD.isdisjoint(text.whole.pointer[:1]):
            continue
        words = text.words.lower()
        if says(words) is None:  # as most, which need not be taken apart
            continue
        for sentence in SENTENCE_ENDS.split(words):
            said = says(sentence)
            if said is not None:
                yield Claim(text, sentence, project, said)


def _meant(
    measures: Iterable[Indicator],
    words: str,
    among: Callable[[Indicator], bool],
    shared_least: int = _SHARED,
    near: float = _LEAST,
) -> Indicator | None:
    """The one of *measures* of whose whole *words* speak with so many words of its title that no other one is as near.

    Args:
        measures: what they can speak of.
        words: a sentence.
        among: whether one can be meant at all.
        shared_least: how many words both have at least.
        near: how large a part of the sentence these are at least.
    """
    said = _words(YEAR.sub("", words))
    best, most, tied = None, 0, False
    for one in measures:
        if _whole(one.title) not in said or not among(one):
            continue
        shared = len(said & _words(one.title if one.short_title is None else f"{one.title} {one.short_title}"))
        if shared < max(shared_least, near * len(said)):
            continue
        if shared == most:
            tied = True
        elif shared > most:
            best, most, tied = one, shared, False
    return None if tied else best


@lru_cache(maxsize=1024)
def _whole(title: str) -> bytes:
    """The second word of a title, which begins with «the share of …»: it names the whole. No word if there is none."""
    # Most need not be taken apart as a whole.
    second = plain_words(" ".join(title.split(maxsplit=3)[:3]))[1:2] or plain_words(title)[1:2]
    return _STEM[second[0]] if second else b""


def _words(text: str) -> frozenset[bytes]:
    return frozenset(filter(None, map(_STEM.__getitem__, plain_words(text))))


def _stem(word: bytes) -> bytes:
    if word in PLAIN_STOP_WORDS or len(word) < _SHARED or word.isdigit():
        return b""
    return word[: min(_LETTERS, max(_SHARED, len(word) - 1))]


_STEM = Known(_stem)


def planned(indicator: Indicator, year: int | None) -> Value | None:
    """What is planned for *year*, or at last if none is named; None where it is not known."""
    if year is not None:
        return indicator.plan.get(year)
    last = indicator.known[-1:]
    return last[0][1] if last and last[0][0] == max(indicator.plan) else None
