"""Text of others inside a report: escaped as the form of the report needs it."""

from __future__ import annotations

import re

from stratkit.diagnostics.visible import visible

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")


def markdown(text: str) -> str:
    """*text* on one line, so that Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\1", visible(text.replace("\n", " ")))


def workflow_text(text: str) -> str:
    """*text* as the message of a workflow command of GitHub Actions."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def workflow_property(text: str) -> str:
    """*text* as a property of a workflow command."""
    return workflow_text(text).replace(":", "%3A").replace(",", "%2C")
