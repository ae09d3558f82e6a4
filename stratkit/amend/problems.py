"""Why an act cannot be written, read or carried out."""

from __future__ import annotations


class Larger(Exception):  # noqa: N818 - not an error: it asks for the next larger unit
    """No formula expresses this change without doubt; the next larger unit must be given anew."""


class Unproven(Exception):  # noqa: N818 - a verdict
    """The words of an act do not lead to the new edition.

    Args:
        place: the words at which it fails.
        part: key of the section that is concerned; empty if it is not known.
    """

    def __init__(self, place: str, part: str = "") -> None:
        super().__init__(place)
        self.place = place
        self.part = part


class Missing(Unproven):
    """What the act names is not there."""


class Ambiguous(Unproven):
    """What the act names is there twice, or its words may be understood in two ways."""
