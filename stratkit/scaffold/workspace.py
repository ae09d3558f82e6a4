"""A new workspace: settings, the shared catalogue and the schemas for editors."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import say
from stratkit.scaffold.plan import Plan, PlannedFile
from stratkit.scaffold.texts import new_file
from stratkit.source.home import CATALOG, SETTINGS
from stratkit.source.reader import parse
from stratkit.source.tree import Tree

_PROFILES = f"{CATALOG}/profiles/"


def plan_workspace(shipped: Tree, schemas: dict[str, str]) -> Plan:
    """The files of an empty workspace, relative to its folder of strategies.

    Args:
        shipped: a workspace whose catalogue is taken over, without the profiles of single regions.
        schemas: the schema files by name; they go to the folder beside the strategies.
    """
    profile = _value(shipped, SETTINGS, "profile")
    wanted = set(_based_on(shipped, profile))
    catalog = (path for path in shipped.paths if path.startswith(f"{CATALOG}/"))
    files = (
        new_file(SETTINGS, "workspace.yaml", profile=profile),
        *(
            PlannedFile(path, shipped.read(path))
            for path in catalog
            if not path.startswith(_PROFILES) or path in wanted
        ),
        *(PlannedFile(f"../schema/{name}", text.encode("utf-8")) for name, text in schemas.items()),
    )
    return Plan(files, SETTINGS, say("write the title in {file}; then: stratkit new region ID --name …", file=SETTINGS))


def _based_on(shipped: Tree, profile: str | None) -> Iterator[str]:
    """The files of *profile* and of all that it is based on."""
    seen: set[str] = set()
    while profile is not None and profile not in seen:
        seen.add(profile)
        path = f"{_PROFILES}{profile}.yaml"
        yield path
        profile = _value(shipped, path, "based_on")


def _value(tree: Tree, path: str, key: str) -> str | None:
    content = parse(tree.read(path), path).value
    found = content.get(key) if isinstance(content, dict) else None
    return str(found) if found is not None else None
