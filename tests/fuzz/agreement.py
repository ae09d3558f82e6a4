"""The two ways of reading a file against each other: what is read line by line must be what libyaml reads."""

from __future__ import annotations

import json

from stratkit.source.events import read_events
from stratkit.source.parsed import Parsed, Positions
from stratkit.source.usual import read_usual
from stratkit.source.usual_places import LinePositions


def agree(text: str) -> bool:
    """Whether *text* is read line by line; if it is, libyaml must say the same of it, with every place, and find nothing."""
    usual = read_usual(text)
    if usual is None:
        return False
    parsed = Parsed(Positions("a.yaml"))
    read_events(text, parsed)
    assert (parsed.findings, parsed.trapped) == ([], {}), text
    # As JSON a number with a fraction of nothing, a truth value and the order of keys show, too.
    assert json.dumps(usual.value) == json.dumps(parsed.value), text
    ours, theirs = LinePositions("a.yaml", usual), parsed.places
    assert list(ours.values.items()) == list(theirs.values.items()), text
    assert list(ours.keys.items()) == list(theirs.keys.items()), text
    for pointer in theirs.values:
        assert (ours.names(pointer), ours.key(pointer)) == (theirs.names(pointer), theirs.key(pointer)), text
        assert ours.shown(pointer) == theirs.shown(pointer), text
        for step in ("id", 0, -1, 10**6):
            beyond = (*pointer, step)
            assert ours.value(beyond) == theirs.value(beyond), text
            assert ours.key(beyond) == theirs.key(beyond), text
            assert ours.shown(beyond) == theirs.shown(beyond), text
            assert ours.names(beyond) == theirs.names(beyond), text
    return True
