"""Two regions claim one id.

## Why this is bad
Addresses of the website and files of the exports would overwrite each other.

## Example
    # sample/strategy.yaml
    id: demo   # error: REG004

## Use instead
    # sample/strategy.yaml
    id: sample
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import Gathered, origin_of, place_of, workspace_rule
from stratkit.model.linked import Catalog, Strategy


def _claimed(strategy: Strategy) -> Gathered:
    return [strategy.frame.id, place_of(strategy.origin.at("id"))]


@workspace_rule("REG004", "region-claimed-twice", Severity.ERROR, _claimed, packs=("comparison",))
def region_claimed_twice(_catalog: Catalog, gathered: Mapping[str, Gathered]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for region, (claimed, place) in gathered.items():
        other = first.setdefault(claimed, region)
        if other != region:
            yield Finding(
                origin_of(place),
                say("the id '{id}' is claimed by two regions", id=claimed),
                say("give each region the name of its folder"),
                related=((origin_of(gathered[other][1]), say("it is claimed here first")),),
                subject=region,
            )
