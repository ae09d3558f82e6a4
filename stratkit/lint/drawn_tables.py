"""The tables that the document profile of a strategy draws."""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Origin
from stratkit.model.linked import Strategy
from stratkit.model.profile import TableBlock


def drawn_tables(strategy: Strategy) -> Iterator[tuple[str, Origin, TableBlock]]:
    """Every table with the name of its part and its place in the file of the profile.

    What the profile takes from the one that it is based on has no place of its own: then its file is shown.
    """
    profile = strategy.profile
    if profile is None:
        return
    origin = Origin(f"catalog/profiles/{profile.id}.yaml")
    for name, section in profile.sections.items():
        for index, block in enumerate(section.blocks):
            if isinstance(block, TableBlock):
                yield name, origin.at("sections", name, "blocks", index), block
    for index, table in enumerate(profile.passport.tables if profile.passport else ()):
        yield "passport", origin.at("passport", "tables", index), table
