"""A copy of this process that works beside it, and tells piece by piece what it worked out.

A pool of :mod:`concurrent.futures` takes as long to load and to start as a small piece of work takes. The pieces lie in
a file, so that nobody has to wait until somebody listens; a word in a pipe tells that there is another one.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any, NoReturn

_WORD = 8
"""The bytes of a word: how far the pieces reach now."""


class EarlyEndError(Exception):
    """A process came to its end before it had told everything."""


class Beside:
    """What the process beside this one tells.

    Args:
        words: where it says that there is another piece.
        pieces: the file in which they stand.
    """

    def __init__(self, words: int, pieces: int) -> None:
        self._words = words
        self._pieces = pieces
        self._read = 0

    def ready(self) -> bool:
        """Whether the next piece can be had without waiting."""
        return bool(select.select([self._words], [], [], 0)[0])

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        """The next piece, once it is there.

        Raises:
            EarlyEndError: the process has come to its end.
            Exception: whatever ended its work.
        """
        word = os.read(self._words, _WORD)  # so few bytes come at once
        if len(word) < _WORD:
            raise EarlyEndError
        start, self._read = self._read, int.from_bytes(word)
        done, piece = pickle.loads(os.pread(self._pieces, self._read - start, start))  # noqa: S301 - our own copy wrote it
        if not done:
            raise piece
        return piece


@contextmanager
def beside(work: Callable[[], Iterable[Any]]) -> Iterator[Beside]:
    """Let a copy of this process do *work*, which gives pieces; at the end of the block it is no more.

    It must write nothing of which half would do harm.
    """
    words, mouth = os.pipe()
    with tempfile.TemporaryFile() as pieces:
        process = os.fork()
        if process == 0:
            os.close(words)
            _tell(work, pieces, mouth)
        os.close(mouth)
        try:
            yield Beside(words, pieces.fileno())
        finally:
            os.close(words)
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _tell(work: Callable[[], Iterable[Any]], pieces: IO[bytes], mouth: int) -> NoReturn:
    """In the copy: work, tell, and end without all that this process would do at its end."""

    def tell(done: bool, piece: Any) -> None:
        pickle.dump((done, piece), pieces, protocol=pickle.HIGHEST_PROTOCOL)
        pieces.flush()
        os.write(mouth, pieces.tell().to_bytes(_WORD))

    try:
        for piece in work():
            tell(True, piece)
    except Exception as error:  # noqa: BLE001 - whoever asks for the next piece gets it
        import traceback  # noqa: PLC0415 - seldom needed, and takes a millisecond

        error.add_note(traceback.format_exc())
        tell(False, error)
    finally:
        os._exit(0)
