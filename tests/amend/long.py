"""The long run of the proof: ``python -m tests.amend.long --cases 10000 --seed 1``."""

from __future__ import annotations

import argparse
import collections
import sys
import time
import traceback

from stratkit.amend.build import Amendment, amend
from tests.amend.mutations import edited, read_editions


def tally(amendment: Amendment | None) -> str:
    """What kind of act came out."""
    if amendment is None:
        return "no act: the text is the same"
    if amendment.operations[0].action.form == "whole":
        return "whole document"
    return "enlarged to be proven" if amendment.anew else "changes"


def main() -> int:
    """Try the cases and print what came out; 1 if an act could not be proven."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    editions = read_editions()
    kinds: collections.Counter[str] = collections.Counter()
    forms: collections.Counter[str] = collections.Counter()
    failed = 0
    start = time.monotonic()
    formulas = next(iter(editions.values())).workspace.catalog.amendments
    assert formulas is not None
    olds = {region: edition.linked() for region, edition in editions.items()}
    for seed in range(options.seed, options.seed + options.cases):
        region = sorted(editions)[seed % len(editions)]
        names: list[str] = []
        try:
            _, new, names = edited(editions[region], seed)
            made = amend(olds[region], new.linked(), formulas)
        except Exception:
            failed += 1
            print(f"FAILED seed {seed} {region} {names}")
            traceback.print_exc(file=sys.stdout)
            continue
        kinds[f"{region}: {tally(made)}"] += 1
        forms.update(one.action.form for one in (made.operations if made else ()))
        if options.verbose and made and made.anew:
            print(f"seed {seed} {region} anew {made.anew} {names}")
    print(
        f"seeds {options.seed} to {options.seed + options.cases - 1}, {time.monotonic() - start:.0f} s, failed: {failed}"
    )
    for counter in (kinds, forms):
        for name, count in sorted(counter.items()):
            print(f"  {name}: {count}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
