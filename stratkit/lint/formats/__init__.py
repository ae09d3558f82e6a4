"""Forms of the report; the list exists once."""

from collections.abc import Callable

from stratkit.lint.formats import concise, github, json, text
from stratkit.lint.formats.report import Report

REPORTS: dict[str, Callable[[Report], str]] = {
    "text": text.render,
    "concise": concise.render,
    "json": json.render,
    "github": github.render,
}

__all__ = ["REPORTS", "Report"]
