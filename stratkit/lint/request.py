"""What is asked of a check, and with what it works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from stratkit.lint.remembering import Kept
from stratkit.source.cache import CacheFolder
from stratkit.source.tree import Tree

if TYPE_CHECKING:
    from stratkit.lint.formats.style import Style
    from stratkit.lint.scout import Scout


@dataclass(frozen=True)
class Request:
    """What is asked of a check.

    Args:
        regions: only these; findings of the catalogue are always shown.
        select: only these rules.
        ignore: not these rules.
        today: the day on which suppressions are judged; None: they hold for good.
        base: a former state; without it the rules about history do not run.
    """

    regions: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: date | None = None
    base: Tree | None = None


@dataclass(frozen=True)
class Means:
    """With what a check works.

    Args:
        cache: keeps what was found from one run to the next.
        kept: keeps it from one check to the next; is filled.
        jobs: how many processes may work at a time.
        progress: is told how many regions have to be judged, and gives what is called after each.
        seconds: is filled with the time that each rule took.
        style: how the findings are going to be shown: they are drawn where they are found, and as seldom.
        scout: a process that went ahead, to judge the region that changed if it is one.
    """

    cache: CacheFolder | None = None
    kept: Kept | None = None
    jobs: int = 1
    progress: Callable[[int], Callable[[int], object]] | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    style: Style | None = None
    scout: Scout | None = None
