"""Two regions claim one id, one code, one capital or one name.

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

from stratkit.diagnostics import Finding, Message, Severity, say
from stratkit.lint.rule import Gathered, origin_of, place_of, workspace_rule
from stratkit.model.linked import Catalog, Strategy


def _claimed(strategy: Strategy) -> Gathered:
    region = strategy.frame.region
    said = {"id": strategy.frame.id, "code": region.code, "capital": region.capital, "name": region.name.nominative}
    steps = {"id": ("id",), "code": ("region", "code"), "capital": ("region", "capital")}
    named = ("region", "name", "nominative")
    return [[key, value, place_of(strategy.origin.at(*steps.get(key, named)))] for key, value in said.items() if value]


@workspace_rule("REG004", "region-claimed-twice", Severity.ERROR, _claimed, packs=("comparison",))
def region_claimed_twice(_catalog: Catalog, gathered: Mapping[str, Gathered]) -> Iterator[Finding]:
    first: dict[tuple[str, str], tuple[str, Gathered]] = {}
    for region, claims in gathered.items():
        for key, value, place in claims:
            other, earlier = first.setdefault((key, value), (region, place))
            if other != region:
                yield Finding(
                    origin_of(place),
                    _message(key, value),
                    say("give each region the name of its folder")
                    if key == "id"
                    else say("write what is this region's own"),
                    related=((origin_of(earlier), say("it is claimed here first")),),
                    subject=region,
                )


def _message(key: str, value: str) -> Message:
    if key == "id":
        return say("the id '{id}' is claimed by two regions", id=value)
    return say("'{value}' is claimed by two regions", value=value)
