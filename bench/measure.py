"""The clock: whole processes, with everything that they start.

Wall time is from the start of the process to its end; processor time is that of the process and of all that it
waited for; memory is the greatest sum over the whole tree of processes at one moment, where a page that several
share is counted once (PSS), looked at about every 20 ms. Who is looked at stands still meanwhile, so the first run of a
way tells its memory and the others its times, where there are others.
"""

from __future__ import annotations

import math
import os
import resource
import signal
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

PAUSE = 0.02
"""Seconds between two looks at the memory; longer where a look itself is dear."""
SHARE = 20
"""A look may cost one part in so many of the time."""


class FailedError(Exception):
    """A command ended otherwise than it should, or took too long."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One run: seconds of wall and processor time, MB of memory; nan if nobody looked at it."""

    wall: float
    cpu: float
    memory: float


@dataclass(slots=True)
class Way:
    """One way to do a thing.

    Args:
        name: as it stands in the table.
        command: what is run; empty if the way is not installed here.
        prepare: called before each run, not measured.
        cwd: the folder in which it runs.
        env: variables beside those of this process.
        codes: exit codes that mean success.
        pages: how many pages it makes, where that is compared.
    """

    name: str
    command: Sequence[str]
    prepare: Callable[[], object] | None = None
    cwd: Path | None = None
    env: Mapping[str, str] = field(default_factory=dict)
    codes: frozenset[int] = frozenset({0})
    pages: int | None = None


def _children(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            for task in Path(f"/proc/{one}/task").iterdir():
                children = (task / "children").read_text().split()
                found += [int(child) for child in children if int(child) not in found]
        except OSError:  # it has just ended
            continue
    return found


def _kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has just ended
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def peak_of(pid: int) -> float:
    """MB that the process *pid* and its children hold now."""
    return sum(map(_kilobytes, _children(pid))) / 1024


class _Watch(threading.Thread):
    """Looks at the memory of a process and its children until told to stop, if anybody asks; ends it after the limit."""

    def __init__(self, pid: int, limit: float, *, looks: bool) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.looks = looks
        self.until = time.perf_counter() + limit
        self.peak = 0
        self.ended = threading.Event()
        self.late = False

    def run(self) -> None:
        pause = 0.002
        while not self.ended.wait(pause if self.looks else max(pause, self.until - time.perf_counter())):
            start = time.perf_counter()
            if self.looks:
                self.peak = max(self.peak, sum(map(_kilobytes, _children(self.pid))))
                pause = max(PAUSE, SHARE * (time.perf_counter() - start))
            if start > self.until:
                self.late = True
                os.killpg(self.pid, signal.SIGKILL)
                return


def run(way: Way, limit: float = 600, *, looks: bool = True) -> Figures:
    """Run *way* once, and look at its memory if *looks*.

    Raises:
        FailedError: it did not end well within *limit* seconds.
    """
    if way.prepare is not None:
        way.prepare()
    start = time.perf_counter()
    process = subprocess.Popen(
        way.command,
        cwd=way.cwd,
        env={**os.environ, **way.env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    watch = _Watch(process.pid, limit, looks=looks)
    watch.start()
    told: list[bytes] = []
    assert process.stderr is not None
    reader = threading.Thread(target=told.extend, args=(process.stderr,), daemon=True)
    reader.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    watch.ended.set()
    watch.join()
    reader.join(1)
    if not reader.is_alive():  # else somebody that it started still holds the pipe
        process.stderr.close()
    code = process.returncode = os.waitstatus_to_exitcode(status)
    if watch.late or code not in way.codes:
        why = f"given up after {limit:.0f} s" if watch.late else f"exit code {code}"
        raise FailedError(f"{way.name}: {why}\n{b''.join(told[-5:]).decode(errors='replace')}")
    # A process too short to be looked at has what the system remembers of its largest part; but the system counts
    # this process too, from which the other one began.
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak = max(watch.peak, usage.ru_maxrss if usage.ru_maxrss > own else 0)
    return Figures(wall, usage.ru_utime + usage.ru_stime, peak / 1024 if looks else math.nan)


@dataclass(slots=True)
class Measured:
    """All runs of one way; none, with the reason, if it could not be measured."""

    name: str
    runs: list[Figures] = field(default_factory=list)
    why: str = ""
    pages: int | None = None

    @property
    def timed(self) -> list[Figures]:
        """The runs whose times count: those that nobody looked at, if there are any."""
        return [one for one in self.runs if math.isnan(one.memory)] or self.runs

    @property
    def wall(self) -> float:
        """Median seconds of wall time; nan if it was not measured."""
        return statistics.median(one.wall for one in self.timed) if self.runs else math.nan

    @property
    def cpu(self) -> float:
        """Median seconds of processor time; nan if it was not measured."""
        return statistics.median(one.cpu for one in self.timed) if self.runs else math.nan

    @property
    def memory(self) -> float:
        """The greatest memory in MB; nan if it was not measured."""
        return max((one.memory for one in self.runs if not math.isnan(one.memory)), default=math.nan)

    @property
    def spread(self) -> float:
        """Median absolute deviation of wall time in seconds."""
        middle = self.wall
        return statistics.median(abs(one.wall - middle) for one in self.timed) if self.runs else math.nan


def contest(
    ways: Sequence[Way],
    runs: int = 3,
    limit: float = 600,
    budget: float = math.inf,
    tell: Callable[[str], None] = print,
) -> list[Measured]:
    """Run all *ways* in turn, in the other order every second time, so that a busy moment meets all alike.

    Args:
        ways: what is compared.
        runs: of each way.
        limit: seconds after which a run is given up, and the way with it.
        budget: a way that has taken so many seconds is not run again.
        tell: is told of each run.
    """
    done = {way.name: Measured(way.name, pages=way.pages) for way in ways}
    for turn in range(runs):
        for way in ways if turn % 2 == 0 else reversed(ways):
            measured = done[way.name]
            if not way.command:
                measured.why = "not installed"
            if measured.why or sum(one.wall for one in measured.runs) > budget:
                continue
            try:
                figures = run(way, limit, looks=not measured.runs)
            except FailedError as failure:
                measured.why = str(failure).strip()
                tell(measured.why)
            else:
                measured.runs.append(figures)
                memory = "" if math.isnan(figures.memory) else f", {figures.memory:.0f} MB"
                tell(f"{way.name}: {figures.wall:.3f} s, {figures.cpu:.3f} s cpu{memory}")
    return list(done.values())


def exponent(sizes: Sequence[float], values: Sequence[float]) -> float:
    """The power of growth: the slope of the line of least squares through both logarithms; nan for fewer than two."""
    pairs = [(math.log(a), math.log(b)) for a, b in zip(sizes, values, strict=True) if b > 0]  # nan is left out
    if len(pairs) < 2:
        return math.nan
    return statistics.linear_regression([a for a, _ in pairs], [b for _, b in pairs]).slope
