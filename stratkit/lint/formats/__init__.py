"""Forms of the report; the list exists once."""

from collections.abc import Callable

from stratkit.lint.formats import concise, github, gitlab, json, junit, markdown, sarif, text
from stratkit.lint.formats.report import Report

REPORTS: dict[str, Callable[[Report], str]] = {
    "text": text.render,
    "concise": concise.render,
    "json": json.render,
    "sarif": sarif.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "junit": junit.render,
    "markdown": markdown.render,
}

__all__ = ["REPORTS", "Report"]
