"""Forms of the report; the list exists once."""

from collections.abc import Callable

from stratkit.diff.formats import github, html, json, markdown, text
from stratkit.diff.formats.report import Report

REPORTS: dict[str, Callable[[Report], str]] = {
    "text": text.render,
    "json": json.render,
    "markdown": markdown.render,
    "html": html.render,
    "github": github.render,
}

__all__ = ["REPORTS", "Report"]
