"""What the part above the regions needs to know of one."""

from __future__ import annotations

from functools import cache

from stratkit.compare import RegionFacts, facts_of
from stratkit.immutable import immutable
from stratkit.model.linked import Strategy
from stratkit.model.workspace import Settings
from stratkit.site.editions.listed import News, news_of
from stratkit.site.editions.views import RegionEditions
from stratkit.site.machine.data import Download
from stratkit.site.machine.downloads import downloads
from stratkit.site.machine.opendata import OpenSet, open_sets
from stratkit.site.options import SiteOptions
from stratkit.source.json_form import JsonForm


@immutable
class Brief:
    """What the part above the regions needs to know of one.

    Args:
        facts: what it brings to comparisons.
        files: its downloads.
        sets: its open data, as the register names them.
        news: its last edition.
    """

    facts: RegionFacts
    files: tuple[Download, ...]
    sets: tuple[OpenSet, ...]
    news: News | None


def brief(strategy: Strategy, settings: Settings, options: SiteOptions, editions: RegionEditions) -> Brief:
    """What the part above the regions needs to know of *strategy*."""
    files, sets = downloads(strategy, options.documents), open_sets(strategy, settings.site)
    return Brief(facts_of(strategy), files, sets, news_of(editions))


def brief_json(one: Brief | None) -> bytes:
    """What the part above the regions needs to know of a region, as it is written; nothing if there is no strategy."""
    return _form().dump(one) if one is not None else b""


def brief_of(data: bytes) -> Brief | None:
    """What :func:`brief_json` wrote.

    Raises:
        ValueError: this is something else.
    """
    return _form().load(data) if data else None


@cache
def _form() -> JsonForm[Brief]:
    return JsonForm(Brief)
