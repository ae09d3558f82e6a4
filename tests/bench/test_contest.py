"""A way that fails or takes too long is named with the reason, and the others go on."""

import pytest

from bench import documents, editions, measure
from bench.report import AIMS, Results


def test_one_that_is_given_up_keeps_nobody_from_going_on(monkeypatch):
    def run(way, limit):
        if way.name == "slow":
            raise measure.FailedError(f"{way.name}: given up after {limit:.0f} s")
        return measure.Figures(1, 1, 1)

    monkeypatch.setattr(measure, "run", run)
    ways = [measure.Way(name, ["program"]) for name in ("quick", "slow")] + [measure.Way("missing", [])]
    quick, slow, missing = measure.contest(ways, runs=2, limit=60, tell=lambda _: None)
    assert len(quick.runs) == 2
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
