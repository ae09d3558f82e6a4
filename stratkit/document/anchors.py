"""Addresses by meaning -> anchors of a page."""

from __future__ import annotations


def anchor(key: str) -> str:
    """The anchor of the part with the address *key*: stable, and legal in HTML, DOCX and ODT alike."""
    return key.replace("/", ".")
