"""Packs of rules: what is switched on and off together, by ``pack:NAME`` wherever codes of rules stand."""

from __future__ import annotations

from typing import Final, Literal, get_args

from stratkit.diagnostics import mark

Pack = Literal[
    "form",
    "references",
    "methodology",
    "figures",
    "terms",
    "acts",
    "texts",
    "typography",
    "official-text",
    "accessibility",
    "comparison",
    "history",
    "strict",
    "language",
]
"""The name of a pack."""

PREFIX: Final = "pack:"
"""What stands before the name of a pack where a code could stand as well."""

MEANINGS: Final[dict[Pack, str]] = {
    "form": mark("Files, keys, encodings and suppressions: without these nothing can be read."),
    "references": mark("Ids, numbers and references."),
    "methodology": mark(
        "What a strategy has to hold together: tasks, challenges, projects, indicators, bodies, money."
    ),
    "figures": mark("Plausibility of planned values."),
    "terms": mark("Dates, terms and milestones."),
    "acts": mark("Legal acts, their dates and numbers."),
    "texts": mark("Texts against figures, against each other and against themselves."),
    "typography": mark("Quotes, dashes, spaces and letters."),
    "official-text": mark("Electronic texts of legal acts."),
    "accessibility": mark("What readers with a screen reader need from the published result."),
    "comparison": mark("Regions against each other and against the catalogue."),
    "history": mark("This state against an earlier one; needs --base."),
    "strict": mark("Off unless asked for: right less often, or a matter of taste."),
    "language": mark("Off unless asked for: spelling and grammar by a dictionary, which the extra 'words' brings."),
}
"""What each pack is about, in the order in which packs are shown."""

OPT_IN: Final[tuple[Pack, ...]] = ("strict", "language")
"""Packs of rules that are off unless they are asked for."""

PACKS: Final[tuple[Pack, ...]] = get_args(Pack)
"""All packs in the order in which they are shown."""
