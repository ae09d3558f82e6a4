"""Garbage is searched for when nobody waits, and it is searched for."""

import gc
import threading
import weakref

from stratkit.source.collector import collected_at_leisure, uncollected
from tests.conftest import PATIENCE


class Knot:
    """Something that holds itself."""

    def __init__(self):
        self.itself = self


def test_nothing_is_searched_for_meanwhile():
    gc.enable()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_work_leaves_behind_goes_when_there_is_leisure():
    gone = threading.Event()
    with collected_at_leisure(0.0) as worked:
        weakref.finalize(Knot(), gone.set)
        assert not gone.is_set()
        worked()
        assert gone.wait(PATIENCE)
    assert gc.isenabled()


def test_work_puts_the_search_off_and_the_end_calls_it_off():
    gone = threading.Event()
    with collected_at_leisure(3600) as worked:
        weakref.finalize(Knot(), gone.set)
        for _ in range(3):
            worked()
        waiting = [one for one in threading.enumerate() if isinstance(one, threading.Timer)]
        assert sum(not one.finished.is_set() for one in waiting) == 1
        assert not gone.is_set()
    assert all(one.finished.is_set() for one in waiting)
