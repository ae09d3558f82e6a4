"""Open data as the methodical recommendations 3.0 ask for it: a register, passports, structures, data.

Files are named by the taxpayer number of the publisher and by the dates of the data and of its
structure. The date is that of the strategy's last edition, so that the same data give the same
files. Without an address and a number there is no register: it would name nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from stratkit.diagnostics.language import LANGUAGES, translations
from stratkit.diagnostics.message import mark as _
from stratkit.exchange.csv_zip import csv_file, csv_lines
from stratkit.exchange.tables import Column, Table, strategy_tables
from stratkit.immutable import immutable
from stratkit.model.linked import Strategy
from stratkit.model.workspace import Site
from stratkit.site import address
from stratkit.site.editions.listed import editions
from stratkit.site.file import SiteFile
from stratkit.site.machine.web import absolute

STANDARD = "http://opendata.gosmonitor.ru/standard/3.0"
"""The identifier of the recommendations, version 3.0."""

_VERSION = _("Version of the methodical recommendations")
REGISTER = "opendata/list.csv"
_FORMATS = {"text": "string", "number": "decimal"}


@immutable
class DataSet:
    """One set of open data: a table of a region."""

    identifier: str
    title: str
    strategy: Strategy
    table: Table
    created: date
    modified: date

    def path(self, name: str) -> str:
        """A file of the set."""
        return f"opendata/{self.identifier}/{name}"

    @property
    def meta(self) -> str:
        """The passport."""
        return self.path("meta.csv")

    @property
    def structure(self) -> str:
        """What the columns mean."""
        return self.path(f"structure-{_day(self.modified)}.csv")

    @property
    def data(self) -> str:
        """The rows."""
        return self.path(f"data-{_day(self.modified)}-structure-{_day(self.modified)}.csv")


@immutable
class OpenSet:
    """A set as the register names it.

    Args:
        identifier: number of the publisher and code of the set.
        title: for people.
        meta: path of its passport.
    """

    identifier: str
    title: str
    meta: str


def opendata_files(strategy: Strategy, settings: Site) -> Iterator[SiteFile]:
    """The sets of open data of a region; none without an address and a number of the publisher."""
    base = address.base(settings.url)
    for one in _sets(strategy, settings):
        yield SiteFile(one.meta, partial(_passport, one, settings, base))
        yield SiteFile(one.structure, partial(_structure, one.table.columns))
        yield SiteFile(one.data, partial(csv_file, one.table))


def open_sets(strategy: Strategy, settings: Site) -> tuple[OpenSet, ...]:
    """What the register says of the open data of a region."""
    return tuple(OpenSet(one.identifier, one.title, one.meta) for one in _sets(strategy, settings))


def register_files(sets: Iterable[OpenSet], base: str) -> Iterator[SiteFile]:
    """The register of all sets, if there are any."""
    listed = list(sets)
    if listed:
        yield SiteFile(REGISTER, partial(_register, listed, base))


def _sets(strategy: Strategy, settings: Site) -> Iterator[DataSet]:
    if not address.base(settings.url) or settings.inn is None:
        return
    days = [day for day, _edition in editions(strategy)]
    for table in strategy_tables(strategy):
        code = f"{strategy.id}-{table.name}".replace("-", "")
        title = f"{strategy.frame.region.name.nominative}: {_words(table.title)}"
        yield DataSet(f"{settings.inn}-{code}", title, strategy, table, min(days), max(days))


def _register(sets: Iterable[OpenSet], base: str) -> bytes:
    rows = [(one.identifier, one.title, absolute(base, one.meta), "csv") for one in sets]
    head = [("property", "title", "value", "format"), ("standardversion", _words(_VERSION), STANDARD, "")]
    return csv_lines([*head, *rows])


def _passport(one: DataSet, settings: Site, base: str) -> bytes:
    owner = settings.operator or one.strategy.frame.region.name.nominative
    contact = settings.contact or ""
    rows = [
        ("property", "value"),
        ("standardversion", STANDARD),
        ("identifier", one.identifier),
        ("title", one.title),
        ("description", one.strategy.title),
        ("creator", owner),
        ("created", _day(one.created)),
        ("modified", _day(one.modified)),
        ("subject", ", ".join((_words(one.table.title), *(industry.title for industry in one.strategy.industries)))),
        ("format", "csv"),
        ("provenance", one.strategy.frame.source.title if one.strategy.frame.source else one.strategy.title),
        ("valid", _day(date(one.strategy.frame.period.to, 12, 31))),
        ("publishername", owner),
        ("publisherphone", "" if "@" in contact else contact),
        ("publishermbox", contact if "@" in contact else ""),
        (one.data.rpartition("/")[2].removesuffix(".csv"), absolute(base, one.data)),
        (one.structure.rpartition("/")[2].removesuffix(".csv"), absolute(base, one.structure)),
    ]
    return csv_lines(rows)


def _structure(columns: Sequence[Column]) -> bytes:
    rows = [(one.key, one.title, _words(one.title), _FORMATS[one.kind]) for one in columns]
    return csv_lines([("field name", "english description", "russian description", "format"), *rows])


def _day(moment: date) -> str:
    return moment.strftime("%Y%m%d")


def _words(text: str) -> str:
    return translations(LANGUAGES[0]).gettext(text)
