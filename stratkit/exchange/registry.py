"""The data formats; the list exists once."""

from __future__ import annotations

from collections.abc import Callable

from stratkit.exchange import csv_zip, strategy_json, xlsx
from stratkit.immutable import immutable
from stratkit.model.linked import Catalog, Strategy


@immutable
class Export:
    """One way to write a strategy as data.

    Args:
        name: as on the command line.
        suffix: of the file, with the dot.
        media_type: for the web.
        render: the data as bytes; pure: the same strategy gives the same bytes.
    """

    name: str
    suffix: str
    media_type: str
    render: Callable[[Strategy, Catalog], bytes]


EXPORTS: dict[str, Export] = {
    one.name: one
    for one in (
        Export("json", ".json", "application/json", strategy_json.render),
        Export("csv", ".csv.zip", "application/zip", csv_zip.render),
        Export("xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx.render),
    )
}
