"""A new indicator: an entry in the file of its industry."""

from __future__ import annotations

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import ConfigError
from stratkit.immutable import immutable
from stratkit.model.linked import Catalog
from stratkit.scaffold.known import checked_id, contents, entries, one_of, refuse_taken, retired
from stratkit.scaffold.plan import Plan, PlannedFile
from stratkit.scaffold.project import industry_file
from stratkit.scaffold.texts import filled, new_file
from stratkit.source.append import append_item
from stratkit.source.reader import parse
from stratkit.source.reorder import UnmovableError
from stratkit.source.tree import Tree

_LIST = "indicators"


@immutable
class NewIndicator:
    """What is known of a new indicator.

    Args:
        region: id of the region, which exists.
        industry: id of the industry in the catalogue.
        id: id of the indicator, new in the region.
        years: the years whose values are yet unknown.
        title: its title; None with *common*.
        unit: id of a unit; None with *common*.
        direction: which way is good; None with *common*.
        common: the common indicator of the catalogue that it is.
    """

    region: str
    industry: str
    id: str
    years: tuple[int, ...]
    title: str | None = None
    unit: str | None = None
    direction: str | None = None
    common: str | None = None


def plan_indicator(catalog: Catalog, tree: Tree, new: NewIndicator) -> Plan:
    """The file of the indicators of the industry with one entry more.

    Raises:
        ConfigError: the industry, unit or common indicator is unknown, the id cannot be used, or the file cannot be extended.
    """
    indicator = checked_id(new.id)
    one_of(
        new.industry,
        catalog.industries,
        say("there is no industry '{id}' in catalog/industries.yaml: add it there first", id=new.industry),
    )
    if new.unit is not None:
        one_of(
            new.unit,
            catalog.units,
            say("there is no unit '{id}' in catalog/units.yaml: add it there first", id=new.unit),
        )
    if new.common is not None:
        one_of(
            new.common, catalog.common_indicators, say("the catalogue has no common indicator '{id}'", id=new.common)
        )
    files = dict(contents(tree, f"{new.region}/{_LIST}"))
    used = (str(one.get("id")) for value in files.values() for one in entries(value, _LIST))
    refuse_taken(indicator, used, (str(one.get("id")) for one in retired(tree, new.region, "indicator")))
    lines = filled(
        "indicator.yaml",
        id=indicator, common=new.common, title=new.title, unit=new.unit, direction=new.direction, plan=new.years,
    ).splitlines()  # fmt: skip
    item = "\n".join(line for line in lines if not line.endswith(": null"))
    path = f"{new.region}/{_LIST}/{new.industry}.yaml"
    file = extended(tree, path, _LIST, item) if path in files else _started(path, new.industry, item)
    step = say(
        "write the values by year in {path} and name the indicator in a project: {{id: {id}}}", path=path, id=indicator
    )
    return Plan((file, *industry_file(tree, new.region, new.industry)), path, step)


def _started(path: str, industry: str, item: str) -> PlannedFile:
    data = new_file(path, "indicators.yaml", industry=industry).data
    return PlannedFile(path, append_item(data.decode("utf-8"), _LIST, item).encode("utf-8"))


def extended(tree: Tree, path: str, key: str, item: str) -> PlannedFile:
    """The file *path* with *item* at the end of the list under *key* and nothing else changed.

    Raises:
        ConfigError: that cannot be done without rewriting the file.
    """
    before = tree.read(path)
    text = before.decode("utf-8")
    refusal = ConfigError(
        say("'{path}' cannot be extended without rewriting it", path=path),
        say("run 'stratkit fmt' and write the list one item below the other"),
    )
    try:
        after = append_item(text if text.endswith("\n") else f"{text}\n", key, item).encode("utf-8")
    except UnmovableError as error:
        raise refusal from error
    old, new = parse(before, path).value, parse(after, path).value
    if new != {**old, key: [*(old.get(key) or []), parse(item.encode("utf-8"), path).value]}:
        raise refusal
    return PlannedFile(path, after, extends=True)
