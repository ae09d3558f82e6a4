"""``stratkit lsp``."""

from __future__ import annotations

from datetime import UTC, datetime

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option
from stratkit.diagnostics.errors import MissingExtra
from stratkit.diagnostics.message import mark as _

_LIBRARIES = ("pygls", "lsprotocol")


@command("lsp", examples=("stratkit lsp",))
@option(
    "--stdio",
    is_flag=True,
    expose_value=False,
    help=_("Standard input and output, the only way; editors may ask for it."),
)
@pass_app
def main(app: App) -> None:
    """Help an editor while you write: findings, completion of ids, places, other names, corrections."""
    try:
        from stratkit.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        raise MissingExtra("lsp") from error
    serve(app.translate, lambda: datetime.now(tz=UTC).astimezone().date(), app.folder if app.root else None)
