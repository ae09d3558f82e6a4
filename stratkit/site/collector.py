"""Python's search for cyclic garbage, kept out of stretches that only build up."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
            # What is left counts as old, as it is: else the first search would walk all of it at once.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
