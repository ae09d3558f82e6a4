"""Which texts name the technologies of a strategy."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from stratkit.lint.names import texts_naming
from stratkit.lint.texts import Text
from stratkit.model.linked import Strategy, Technology

_Told = list[tuple[Technology, list[Text]]]
_known: WeakKeyDictionary[Strategy, _Told] = WeakKeyDictionary()


def told_technologies(strategy: Strategy) -> _Told:
    """Each technology of *strategy* with the texts that name it, in whatever case; looked for once."""
    found = _known.get(strategy)
    if found is None:
        found = _known[strategy] = [
            (one, [text for text, _ in texts_naming(strategy, one.title.lower())]) for one in strategy.technologies
        ]
    return found
