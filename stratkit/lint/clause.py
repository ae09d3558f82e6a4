"""The provision on which a rule rests."""

from __future__ import annotations

from typing import Any, Final

from stratkit.diagnostics import Message, mark, say
from stratkit.diagnostics.message import Translate
from stratkit.immutable import immutable


@immutable
class Clause:
    """A provision of an act, in the edition that the rule was written from.

    Args:
        document: the act, marked for translation.
        edition: its date, ISO 8601, or its year.
        in_force: the first day on which the edition holds, ISO 8601; None: unknown.
        item: number of the provision; None: the rule follows from the act as a whole, or the number is not known.
    """

    document: str
    edition: str
    in_force: str | None = None
    item: str | None = None

    @property
    def sentence(self) -> Message:
        """The clause as it is shown to people."""
        document = say(self.document)
        named = document if self.item is None else say("{document}, item {item}", document=document, item=self.item)
        if self.in_force is None:
            return named
        return say("{document} (in force since {date})", document=named, date=self.in_force)

    def as_data(self, translate: Translate) -> dict[str, Any]:
        """The clause for machines; the name of the document is in the language of *translate*."""
        return {
            "document": translate(self.document),
            "edition": self.edition,
            "in_force": self.in_force,
            "item": self.item,
        }


ELECTRONIC_ACTS: Final = Clause(
    mark("order of the Federal Protective Service of Russia of 4 July 2024 No. 92"), "2024-07-04", "2025-01-01"
)
"""Requirements on the electronic text of legal acts; the source at hand lists them without numbers."""

ACCESSIBLE_SITES: Final = Clause(
    mark("resolution of the Government of the Russian Federation of 7 February 2026 No. 102"),
    "2026-02-07",
    "2026-03-01",
)
"""Accessibility of the sites of public bodies; the source at hand gives no numbers of items."""

ACCESSIBLE_CONTENT: Final = Clause(mark("GOST R 52872-2019"), "2019", "2020-04-01")
"""Accessibility of content, close to WCAG 2.1."""
