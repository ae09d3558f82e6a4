"""Pages of the editions of a region: what each of them changed, and how the strategy stood before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stratkit.diagnostics.message import mark as _
from stratkit.immutable import immutable
from stratkit.model import linked
from stratkit.site import address
from stratkit.site.editions.views import FormerPlan, RegionEditions
from stratkit.site.page import Crumb, Page


@immutable
class Target:
    """What was promised for a year, edition by edition, the oldest first; the last one is the plan in force."""

    year: int
    plans: tuple[FormerPlan | linked.Indicator, ...]


def plan_against_plan(indicator: linked.Indicator, plans: Sequence[FormerPlan]) -> tuple[Target, ...]:
    """The years for which editions promise different values."""
    row: tuple[FormerPlan | linked.Indicator, ...] = (*reversed(plans), indicator)
    years = sorted({year for one in row for year in one.plan})
    differing = [year for year in years if any(one.plan.get(year) != indicator.plan.get(year) for one in row)]
    return tuple(Target(year, tuple(one for one in row if year in one.plan)) for year in differing)


def change_pages(strategy: linked.Strategy, found: RegionEditions) -> Iterator[Page]:
    """All editions, what each of them changed, and the former ones as they stood."""
    newest = tuple(reversed(found.editions))
    view = {"editions": newest, "draft": found.draft}
    yield _page(strategy, address.changes_path(strategy.id), "changes.html", _("What changed"), view)
    own = Crumb(_("What changed"), address.changes_path(strategy.id))
    for one in found.editions:
        values = {"id": one.id}
        if one.changed is not None:
            path = address.changes_path(strategy.id, one.id)
            shown = {"edition": one, "comparison": one.changed, "former": _with_page(found)}
            yield _page(strategy, path, "change.html", _("What edition %(id)s changed"), shown, values, own)
        if one.state is not None:
            path = address.edition_path(strategy.id, one.id)
            shown = {"edition": one, "state": one.state, "latest": found.latest}
            yield _page(strategy, path, "edition.html", _("The strategy in edition %(id)s"), shown, values, own)
    if found.draft is not None:
        shown = {"edition": None, "comparison": found.draft, "former": _with_page(found)}
        title = _("What no edition holds yet")
        yield _page(strategy, address.draft_path(strategy.id), "change.html", title, shown, {}, own)


def _with_page(found: RegionEditions) -> frozenset[str]:
    """The editions that have a page of their own."""
    return frozenset(one.id for one in found.editions if one.state is not None)


def _page(
    strategy: linked.Strategy, path: str, template: str, title: str, view: Mapping[str, Any],
    values: Mapping[str, str] | None = None, *crumbs: Crumb,
) -> Page:  # fmt: skip
    top = Crumb(strategy.frame.region.name.nominative, address.region_path(strategy.id), content=True)
    return Page(
        path, template, title, {"strategy": strategy, **view}, (top, *crumbs), strategy.id, content_title=False,
        values=values or {},
    )  # fmt: skip
