"""The editions of a strategy as it lists them; those that name a revision are read only where there are any."""

from __future__ import annotations

from datetime import date

from stratkit.diagnostics import say
from stratkit.document.fields import act_text
from stratkit.immutable import immutable
from stratkit.load.catalog import link_act, moment
from stratkit.model.linked import Catalog, Strategy
from stratkit.model.numbers import Moment
from stratkit.model.strategy import Edition
from stratkit.site.editions.views import EditionView, RegionEditions
from stratkit.source import Tree


def edition_views(strategy: Strategy, catalog: Catalog, tree: Tree | None = None) -> RegionEditions:
    """What the website shows of the editions of *strategy*.

    Args:
        strategy: as the website shows it.
        catalog: of the same tree.
        tree: where it comes from; without it former states are not shown.
    """
    listed = {one.id: one for one in strategy.frame.editions}
    if not any(one.revision for one in listed.values()):
        last = next(reversed(listed), None)
        return RegionEditions(
            tuple(listed_view(one, strategy, catalog, latest=one.id == last) for one in listed.values())
        )
    from stratkit.site.editions.chain import chained  # noqa: PLC0415 - loads what compares

    return chained(strategy, catalog, tree)


def listed_view(one: Edition, strategy: Strategy, catalog: Catalog, *, latest: bool) -> EditionView:
    """An edition without its state, and without what it changed."""
    note = None if latest else say("the text of the edition '{id}' is not kept: it names no revision", id=one.id)
    day, sortable = _day(one, strategy)
    return EditionView(one.id, day, sortable, _act(one, strategy, catalog), latest, None, None, note)


def editions(strategy: Strategy) -> list[tuple[date, Edition | None]]:
    """The editions of *strategy*, each with its day; where none is listed, the approval alone."""
    found: list[tuple[date, Edition | None]] = [(_day(one, strategy)[1], one) for one in strategy.frame.editions]
    return found or [((strategy.approval_act.date or Moment(strategy.frame.year)).first, None)]


def _day(one: Edition, strategy: Strategy) -> tuple[Moment | None, date]:
    """The date of an edition or of its act, and the first day that it may mean."""
    approved = strategy.approval_act.date or Moment(strategy.frame.year)
    known = moment(one.date or (one.act.date if one.act else None))
    return known, (known or approved).first


def _act(edition: Edition, strategy: Strategy, catalog: Catalog) -> str:
    """The act that brought the edition about, as the document cites acts; empty if it is unknown."""
    if edition.act is None or strategy.profile is None:
        return ""
    act = link_act(edition.act, catalog.act_kinds, strategy.origin, edition.id)
    return act_text(act, strategy.profile.words)


@immutable
class News:
    """The last edition of a region, for the home page.

    Args:
        edition: its id.
        day: when it came, as exact as it is known.
        sortable: the first day that may be meant.
        act: the act that brought it about, cited.
        changes: how many changes it brought; None for a first edition.
    """

    edition: str
    day: Moment | None
    sortable: date
    act: str
    changes: int | None


def news_of(found: RegionEditions) -> News | None:
    """The last edition; None if the strategy names none."""
    last = found.latest
    if last is None:
        return None
    return News(last.id, last.day, last.sortable, last.act, last.changed.total if last.changed else None)
