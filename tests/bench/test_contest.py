"""A way that fails or takes too long is named with the reason, and the others go on."""

import math

import pytest

from bench import documents, editions, measure
from bench.report import AIMS, Results


def test_one_that_is_given_up_keeps_nobody_from_going_on(monkeypatch):
    def run(way, limit, *, looks):
        if way.name == "slow":
            raise measure.FailedError(f"{way.name}: given up after {limit:.0f} s")
        return measure.Figures(1, 1, 1 if looks else math.nan)

    monkeypatch.setattr(measure, "run", run)
    ways = [measure.Way(name, ["program"]) for name in ("quick", "slow")] + [measure.Way("missing", [])]
    quick, slow, missing = measure.contest(ways, runs=2, limit=60, tell=lambda _: None)
    assert len(quick.runs) == 2
    assert quick.memory == 1
    assert not slow.runs
    assert slow.why == "slow: given up after 60 s"
    assert missing.why == "not installed"


@pytest.mark.parametrize("issue", [5, 7])
def test_the_report_finds_the_rows_that_it_judges(tmp_path, issue):
    groups = {"document 1": documents.ways(tmp_path, []), "editions 1": editions.ways(tmp_path, tmp_path)}
    rows = {
        group: {"rows": [{"name": way.name, "runs": [[1, 1, 1]], "why": "", "pages": None} for way in ways]}
        for group, ways in groups.items()
    }
    judged = [aim for aim in AIMS if aim.issue == issue]
    assert judged
    assert all(aim.figure(Results(rows)) == 1 for aim in judged)


def test_times_are_those_of_runs_that_nobody_looked_at():
    looked, alone = measure.Figures(3, 2, 50), [measure.Figures(wall, 1, math.nan) for wall in (1, 2, 1.5)]
    both = measure.Measured("both", [looked, *alone])
    assert (both.wall, both.cpu, both.memory) == (1.5, 1, 50)
    once = measure.Measured("once", [looked])
    assert (once.wall, once.cpu, once.memory) == (3, 2, 50)


def test_who_takes_too_long_is_ended_though_nobody_looks():
    way = measure.Way("slow", ["sleep", "30"])
    with pytest.raises(measure.FailedError, match="given up"):
        measure.run(way, 0.2, looks=False)
