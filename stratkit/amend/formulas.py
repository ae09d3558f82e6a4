"""The formulas that acts are written with; their words are data, their names stand here."""

from __future__ import annotations

from collections.abc import Mapping

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import ConfigError
from stratkit.model.amendments import Amendments

NEEDED: Mapping[str, tuple[str, ...]] = {
    "section": ("section", "subsection", "named-section", "named-subsection"),
    "part": ("part",),
    "list": ("list",),
    "in-list": ("none", "some"),
    "paragraph": ("point", "ordinal", "beginning"),
    "row": ("numbered", "named"),
    "position": ("named", "ordinal"),
    "in-position": ("none", "some"),
    "column": ("named", "numbered"),
    "edit": ("replace", "remove", "insert"),
    "cell": ("cell",),
    "body": (
        "edit",
        "wording",
        "add-point",
        "add-point-in-list",
        "add",
        "add-several",
        "after",
        "after-several",
        "before",
        "before-several",
        "repeal",
        "remove",
    ),
    "table": (
        "cells",
        "cell-text",
        "cell-addition",
        "cell-fill",
        "cell-wording",
        "row-wording",
        "add-row",
        "remove-row",
        "note-wording",
        "add-note",
        "remove-note",
        "part-title",
        "remove-part",
        "add-part",
        "add-part-after",
        "add-part-before",
        "add-parts",
        "add-parts-after",
        "add-parts-before",
    ),
    "place": ("table",),
    "scope": ("section", "section-whole", "table", "table-whole", "part", "part-whole"),
    "new-unit": ("section", "section-numbered", "sections", "subsection", "subsection-numbered", "subsections"),
    "document": (
        "title",
        "section-title",
        "section-wording",
        "table-wording",
        "repeal-section",
        "add-section",
        "add-section-in",
        "add-section-after",
        "add-section-before",
        "whole",
    ),
}
"""The forms of each rule."""


def check_formulas(data: Amendments) -> None:
    """Check that *data* has every formula.

    Raises:
        ConfigError: one is missing.
    """
    for rule, forms in NEEDED.items():
        for form in forms:
            if form not in data.rules.get(rule, {}):
                raise ConfigError(
                    say("the formulas of the amending act lack '{rule}/{form}'", rule=rule, form=form),
                    say("compare 'catalog/amendments.yaml' with the one that 'stratkit new workspace' makes"),
                )
