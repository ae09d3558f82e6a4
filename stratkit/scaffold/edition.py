"""A new edition: an entry in the frame of the strategy."""

from __future__ import annotations

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import ConfigError
from stratkit.immutable import immutable
from stratkit.model.linked import Catalog, Strategy
from stratkit.model.numbers import Moment
from stratkit.model.strategy import Edition
from stratkit.scaffold.indicator import extended
from stratkit.scaffold.known import checked_id, one_of
from stratkit.scaffold.plan import Plan
from stratkit.scaffold.texts import scalar
from stratkit.source.tree import Tree

_LIST = "editions"


@immutable
class NewEdition:
    """What is known of a new edition.

    Args:
        id: its id, new in the strategy.
        kind: the kind of its act: an id of catalog/act-kinds.yaml.
        issuer: who issued the act, in the genitive case.
        date: the date of the act, at least its year.
        number: the number of the act.
        title: the title of the act, if it has one.
        revision: the tag that will hold the edition.
    """

    id: str
    kind: str
    issuer: str
    date: str
    number: str
    title: str | None
    revision: str


def plan_edition(strategy: Strategy, catalog: Catalog, tree: Tree, new: NewEdition) -> Plan:
    """The frame of *strategy* with one edition more; comments and everything else stay.

    Raises:
        ConfigError: the id is taken, the act is not named properly, the edition is older than the last one or
            the second of its year, or the file cannot be extended.
    """
    checked_id(new.id)
    editions = strategy.frame.editions
    if any(one.id == new.id for one in editions):
        raise ConfigError(say("there is an edition '{id}' already", id=new.id), say("choose another id"))
    one_of(new.kind, catalog.act_kinds, say("the catalogue has no kind of act '{id}'", id=new.kind))
    try:
        date = Moment.parse(new.date)
    except (ValueError, TypeError) as error:
        raise ConfigError(
            say("there is no such date: {value}", value=new.date),
            say("a date is written 2024, '2024-07' or 2024-07-31"),
        ) from error
    for one in editions:
        _check_date(date, one)
    path = strategy.origin.path
    file = extended(tree, path, _LIST, _item(new, date))
    step = say(
        "commit {path}, then name the commit: git tag -a {tag} -m '{id}'", path=path, tag=new.revision, id=new.id
    )
    return Plan((file,), path, step)


def _check_date(date: Moment, former: Edition) -> None:
    stated = former.date or (former.act.date if former.act else None)
    if stated is None:
        return
    before = Moment.parse(stated)
    if before.year == date.year:
        raise ConfigError(
            say("the edition '{id}' is of {year} already", id=former.id, year=before.year),
            say("a strategy is updated once a year: check the date, or change that edition"),
        )
    if date.last < before.first:
        raise ConfigError(
            say("the edition '{id}' is of {date}, later than this one", id=former.id, date=before.iso()),
            say("editions follow each other in time: check the date"),
        )


def _item(new: NewEdition, date: Moment) -> str:
    details = (
        ("kind", new.kind),
        ("issuer", scalar(new.issuer)),
        ("date", _date(date)),
        ("act_number", scalar(new.number)),
    )
    act = [f"  {key}: {value}" for key, value in details]
    title = [f"  title: {scalar(new.title)}"] if new.title else []
    lines = [f"id: {scalar(new.id)}", "act:", *act, *title, f"date: {_date(date)}", f"revision: {scalar(new.revision)}"]
    return "\n".join(lines)


def _date(date: Moment) -> str:
    return f"'{date.iso()}'" if date.month is not None and date.day is None else date.iso()
