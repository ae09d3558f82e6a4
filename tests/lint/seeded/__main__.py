"""``python -m tests.lint.seeded [LIST]...``: what the linter says to each mistake, and the table of what is found."""

from __future__ import annotations

import sys
from collections import Counter

from stratkit.diagnostics.language import translations
from tests.lint.seeded.trial import HARMLESS, HERE, LISTS, Bench, judged, place_of, trials


def main(names: list[str]) -> None:
    """Try all changes of the lists one by one and print what came of them."""
    bench = Bench()
    translate = translations("ru").gettext
    for name in names or LISTS:
        counts: Counter[tuple[str, str, str]] = Counter()
        known = judged(name) if (HERE / name / "found.yaml").is_file() else {}
        for trial in trials(name):
            new = list(bench.new(bench.clean.changed(trial), base=trial.base))
            right = not {place_of(one) for one in new}.isdisjoint(known.get(trial.id, ()))
            mark = ("raises" if new else "silent") if trial.family == HARMLESS else "found" if right else "not found"
            counts[trial.family, trial.weight, mark] += 1
            print(f"{mark:9} {trial.id} {trial.weight}: {trial.says}")
            for one in new:
                print(f"    {one.severity.label} {place_of(one)}\n        {one.message.render(translate)}")
        _table(name, counts)


def _table(name: str, counts: Counter[tuple[str, str, str]]) -> None:
    print(f"\n{name}\n{'':14}{'serious':>10}{'minor':>10}{'all':>10}")
    for family in [*dict.fromkeys(family for family, _, _ in counts), ""]:
        if family != HARMLESS:
            print(
                f"{family or 'all':14}" + "".join(_share(counts, family, weight) for weight in ("serious", "minor", ""))
            )
    raising, silent = counts[HARMLESS, "", "raises"], counts[HARMLESS, "", "silent"]
    print(f"harmless edits that raise something: {raising} of {raising + silent}\n")


def _share(counts: Counter[tuple[str, str, str]], family: str, weight: str) -> str:
    chosen = Counter[str]()
    for (of, grave, mark), count in counts.items():
        if of != HARMLESS and family in ("", of) and weight in ("", grave):
            chosen[mark] += count
    return f"{chosen['found']:>6}/{chosen.total():<3}"


main(sys.argv[1:])
