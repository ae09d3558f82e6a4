"""What ``build`` and ``serve`` share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from stratkit.cli.app import App
from stratkit.cli.commands import option
from stratkit.diagnostics.message import mark as _
from stratkit.diagnostics.message import say


def documents_option() -> Callable[[Any], Any]:
    """``--documents FORMATS``."""
    return option(
        "--documents",
        default="html",
        metavar="FORMATS",
        help=_("Formats of the document offered for download, by commas."),
    )


def document_formats(app: App, documents: str) -> tuple[str, ...]:
    """The formats named in *documents*, each once.

    Raises:
        click.BadParameter: one of them does not exist.
    """
    from stratkit.document.registry import FORMATS

    names = tuple(dict.fromkeys(name.strip() for name in documents.split(",") if name.strip()))
    for name in names:
        if name not in FORMATS:
            message = say("unknown format '{name}'; there are: {names}", name=name, names=", ".join(FORMATS))
            raise click.BadParameter(app.words(message), param_hint="--documents")
    return names
