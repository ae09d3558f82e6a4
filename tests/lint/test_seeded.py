"""What is found of the seeded mistakes does not shrink, and harmless edits stay silent.

Mistakes in different files are tried together, so that a handful of runs is enough; ``python -m tests.lint.seeded``
tries each alone and prints the table.
"""

from __future__ import annotations

import pytest

from tests.lint.seeded.trial import HARMLESS, LISTS, Bench, Trial, batches, judged, place_of, trials


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench()


@pytest.mark.parametrize("name", LISTS)
def test_what_was_found_is_found(name: str, bench: Bench) -> None:
    wanted = judged(name)
    known = [trial for trial in trials(name) if trial.id in wanted and trial.family != HARMLESS]
    assert wanted.keys() - {trial.id for trial in trials(name)} == set()
    breaking = {id_ for id_, places in wanted.items() if places[0].startswith(("YML", "SCH"))}
    lost = []
    for together in batches(known, bench.clean.paths, breaking):
        found = _found(bench, *together)
        lost += [trial for trial in together if found.isdisjoint(wanted[trial.id])]
    # One mistake may hide another that speaks of the same thing: then each is tried alone.
    assert [trial.id for trial in lost if _found(bench, trial).isdisjoint(wanted[trial.id])] == []


@pytest.mark.parametrize("name", LISTS)
def test_nothing_is_wrong_with_harmless_edits(name: str, bench: Bench) -> None:
    known = {id_: set(places) for id_, places in judged(name).items() if id_.startswith(HARMLESS)}
    harmless = [trial for trial in trials(name) if trial.family == HARMLESS]
    raised = []
    for together in batches(harmless, bench.clean.paths):
        expected = {place for trial in together for place in known.get(trial.id, ())}
        found = _found(bench, *together)
        raised += [(place, [trial.id for trial in together]) for place in sorted(found - expected)]
    assert raised == []


def _found(bench: Bench, *together: Trial) -> set[str]:
    """Where something new is found after all of these changes."""
    return {place_of(one) for one in bench.new(bench.clean.changed(*together), base=together[0].base)}
