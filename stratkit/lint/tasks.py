"""What processes that judge regions are told, and what they say."""

from __future__ import annotations

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import WorkError
from stratkit.immutable import immutable


@immutable
class Task:
    """A region to be judged.

    Args:
        region: its folder.
        paths: its files.
        whole: False: only what the rules across regions have to know is wanted of it.
        sent: what was found is sent back even if it is kept.
    """

    region: str
    paths: tuple[str, ...]
    whole: bool
    sent: bool = False


@immutable
class Done:
    """A region that was judged.

    Args:
        region: its folder.
        outside: what its part says of itself.
        inside: what was found; None if it can be had from the cache.
        drawn: how its files are shown; None if nobody has to know, or it can be had from the cache.
        digest: of its files as they were read; None if nobody has to remember.
        seconds: the time that each rule took.
    """

    region: str
    outside: bytes
    inside: bytes | None
    drawn: bytes | None
    digest: str | None
    seconds: dict[str, float]


@immutable
class Glimpse:
    """What others have to know of a region, before its own rules ran.

    Args:
        region: its folder.
        outside: what its part says of itself, but for where something was found.
        digest: of its files as they were read; None if nobody has to remember.
    """

    region: str
    outside: bytes
    digest: str | None


def died() -> WorkError:
    """What is said when a process came to an early end."""
    return WorkError(
        say("a process that checked the regions came to an early end"),
        say("try again with --jobs 1; perhaps there was not enough memory"),
    )
