"""Folders that ship with the package: schemas and templates."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent


def shipped(name: str) -> Path:
    """The folder *name* (``schema`` or ``site_templates``): inside a wheel, or beside the package in a checkout."""
    inside = _PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
