"""Fuzzing in bulk: ``python -m tests.fuzz.run --count 1000000 --seed 1``.

Prints the seed, what was tried and how far it came; a failure is written to a folder and the run goes on.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from tests.fuzz.mutations import CORPUS, REAL, Seeds, made_up
from tests.fuzz.road import FILE_SECONDS, bounded, corpus, judged, peak_memory, published, read_file

MEMORY = 500 * 1024 * 1024
"""Bytes that the process may hold at most."""

LAID = 12
"""Changed files that stand in one workspace together."""

PUBLISH_EVERY = 60
"""One workspace in so many becomes documents, exports and a website."""


class Run:
    """One run.

    Args:
        seed: of the chance.
        failures: where failing files are written; None: nowhere.
    """

    def __init__(self, seed: int, failures: Path | None) -> None:
        self.chance = random.Random(seed)
        self.failures = failures
        self.small, self.real = Seeds(CORPUS), Seeds(REAL, 4000)
        self.base = corpus(CORPUS)
        self.laid: dict[str, bytes] = {}
        self.count: Counter[str] = Counter()
        self.broken: Counter[str] = Counter()

    def step(self) -> None:
        """One file more."""
        seeds = self.real if self.chance.random() < 0.1 else self.small
        path, data = made_up(seeds, self.chance)
        self.count["files"] += 1
        accepted = self._try("file", {path: data}, lambda: read_file(path, data))
        if not accepted or seeds is self.real:
            return
        self.count["accepted"] += 1
        self.laid[path] = data
        if len(self.laid) >= LAID:
            self._workspace()

    def _workspace(self) -> None:
        files, self.laid = self.laid, {}
        self.count["workspaces"] += 1
        result = self._try("workspace", files, lambda: judged({**self.base, **files}))
        if result and self.count["workspaces"] % PUBLISH_EVERY == 0:
            made = self._try("website", files, lambda: published(*result))
            self.count["websites"] += bool(made)
            self.count["published"] += made or 0

    def _try(self, stage: str, files: dict[str, bytes], attempt):
        try:
            with bounded(FILE_SECONDS * max(1, len(files))):
                return attempt()
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            name = f"{stage}: {type(error).__name__} in {Path(last.filename).name}:{last.name}:{last.lineno}: {str(error)[:300]}"
            self.broken[name.partition(": ")[2].rpartition(":")[0] if stage == "file" else name] += 1
            if sum(self.broken.values()) <= 200:
                self._keep(name, files)
            return None

    def _keep(self, name: str, files: dict[str, bytes]) -> None:
        print(f"file {self.count['files']}: {name}", file=sys.stderr, flush=True)
        if self.failures is None:
            return
        folder = self.failures / f"{self.count['files']:07}"
        for path, data in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        (folder / "why.txt").write_text(name + "\n" + traceback.format_exc())


def main() -> int:
    """Run as asked; 1 if anything broke."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=1_000_000)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--failures", type=Path)
    asked.add_argument("--seconds", type=float, default=float("inf"), help="end earlier")
    options = asked.parse_args()
    started = time.monotonic()
    run = Run(options.seed, options.failures)
    for number in range(1, options.count + 1):
        run.step()
        if number % 50_000 == 0:
            print(f"{number} files, {time.monotonic() - started:.0f} s, broken: {run.broken.total()}", flush=True)
        if time.monotonic() - started > options.seconds:
            break
    memory = peak_memory()
    said = ", ".join(f"{name}: {number}" for name, number in run.count.items())
    print(
        f"seed: {options.seed}, {said}, seconds: {time.monotonic() - started:.0f}, memory: {memory >> 20} MB, broken: {run.broken.total()}"
    )
    for name, times in run.broken.most_common(30):
        print(f"{times:6}  {name}")
    return 1 if run.broken or memory > MEMORY else 0


if __name__ == "__main__":
    sys.exit(main())
