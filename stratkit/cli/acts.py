"""Editions and their acts in one line."""

from __future__ import annotations

from stratkit.model.strategy import Edition


def edition_date(one: Edition) -> str:
    """The date of an edition, or of its act; a dash where neither is known."""
    date = one.date or (one.act.date if one.act else None)
    return str(date) if date is not None else "–"


def edition_act(one: Edition) -> str:
    """The act of an edition: kind, issuer, number; a dash where it is unknown."""
    if one.act is None:
        return "–"
    number = f"№ {one.act.act_number}" if one.act.act_number else ""
    return " ".join(part for part in (one.act.kind, one.act.issuer or "", number) if part)
