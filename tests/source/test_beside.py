"""A copy of this process that works beside it: what it tells comes whole and in order, and its end is never overlooked."""

import os
import signal
import time

import pytest

from stratkit.source.beside import EarlyEndError, beside

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here")


def test_pieces_come_in_order_however_large():
    large = os.urandom(1 << 22)
    with beside(lambda: iter([1, large, {"last": large}])) as other:
        assert next(other) == 1
        assert next(other) == large
        assert next(other) == {"last": large}
        with pytest.raises(EarlyEndError):
            next(other)


def test_it_waits_for_nobody_and_says_when_there_is_something(tmp_path):
    def work():
        while not (tmp_path / "go").exists():
            time.sleep(0.01)
        yield b"x" * (1 << 22)
        (tmp_path / "done").touch()
        yield "rest"

    with beside(work) as other:
        assert not other.ready()
        (tmp_path / "go").touch()
        while not (tmp_path / "done").exists():
            time.sleep(0.01)
        assert other.ready()
        assert len(next(other)) == 1 << 22
        assert next(other) == "rest"


def test_what_it_cannot_do_is_told_with_its_place():
    def work():
        yield "first"
        raise LookupError("nothing there")

    with beside(work) as other:
        assert next(other) == "first"
        with pytest.raises(LookupError, match="nothing there") as told:
            next(other)
    assert "in work" in told.value.__notes__[0]


def test_a_process_that_is_killed_says_nothing_more():
    def work():
        yield os.getpid()
        time.sleep(60)

    with beside(work) as other:
        os.kill(next(other), signal.SIGKILL)
        with pytest.raises(EarlyEndError):
            next(other)


def test_at_the_end_of_the_block_it_is_no_more(tmp_path):
    def work():
        yield os.getpid()
        time.sleep(60)

    with beside(work) as other:
        process = next(other)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
