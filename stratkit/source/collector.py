"""Python's search for cyclic garbage, kept out of stretches that only build up or in which somebody waits."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_MUCH = 300_000
"""Objects after which a search takes less time than they took to be made."""
_LEISURE = 2.0
"""Seconds without work after which nobody minds a search."""


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for garbage meanwhile.

    A workspace is a hundred thousand objects that hold each other and stay: while they are made
    the collector walks all of them again and again and finds nothing, which takes up to half of
    the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def collect_much() -> None:
    """Search for garbage if much may have come together since the last search.

    For where one region after the other is done with: what it was made of holds itself, and without a search would
    stay until the end.
    """
    if gc.get_count()[0] > _MUCH:
        gc.collect()


@contextmanager
def collected_at_leisure(seconds: float = _LEISURE) -> Iterator[Callable[[], None]]:
    """Garbage is searched for only when nothing was done for a while; gives what is called after each piece of work.

    Of a large workspace a search takes longer than to read a file anew and to draw the page that shows it.
    """
    timers: list[threading.Timer] = []

    def worked() -> None:
        while timers:
            timers.pop().cancel()
        timer = threading.Timer(seconds, gc.collect)
        timer.daemon = True
        timers.append(timer)
        timer.start()

    with uncollected():
        try:
            yield worked
        finally:
            while timers:
                timers.pop().cancel()
