"""``stratkit site``: what is done to a website that was built."""

from __future__ import annotations

from stratkit.cli.commands import LazyGroup
from stratkit.diagnostics.message import mark as _

COMMANDS = {
    "merge": ("stratkit.cli.site_merge", _("Join shares of a website into the whole.")),
}

main = LazyGroup(name="site", table=COMMANDS, help=_("Work on a website that was built in shares."))
