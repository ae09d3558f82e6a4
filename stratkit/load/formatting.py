"""Laying out one file of a workspace: its kind gives the order of its keys and the line for editors."""

from __future__ import annotations

from stratkit.diagnostics import Finding, Origin, say
from stratkit.load.documents import kind_of_file
from stratkit.load.schemas import schema
from stratkit.model.kinds import Kind
from stratkit.source.format import Formatted, format_yaml, readable
from stratkit.source.keyorder import KeyOrder
from stratkit.source.reader import parse

MODELINE = "# yaml-language-server: $schema={address}"


def format_file(data: bytes, path: str) -> Formatted:
    """The file *path* as it ought to look; refused, with the reason, if it cannot be read or is of no known kind.

    Args:
        data: its bytes.
        path: its place within the workspace; the schemas are in the folder ``schema`` beside the workspace.
    """
    refused = readable(data, path)
    if refused is not None:
        return Formatted(data, refused)
    value = parse(data, path).value
    if not isinstance(value, dict):
        return Formatted(data, Finding(Origin(path), say("the file does not hold keys and values")))
    kind, findings = kind_of_file(value, path)
    if kind is None:
        return Formatted(data, findings[0])
    return format_yaml(data, path, modeline(path, kind), KeyOrder(schema(kind.schema)))


def modeline(path: str, kind: Kind) -> str:
    """The first line of the file *path*: it tells editors which schema explains the keys."""
    return MODELINE.format(address=f"{'../' * (path.count('/') + 1)}schema/{kind.schema}.json")
