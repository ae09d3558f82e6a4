"""The data of a region for search engines: schema.org in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from stratkit.immutable import immutable
from stratkit.model.linked import Strategy
from stratkit.site import address
from stratkit.site.machine.web import absolute
from stratkit.site.page import CONTENT_LANGUAGE


@immutable
class Download:
    """A file of a region that is offered for download.

    Args:
        path: within the website.
        name: how the link is called, e.g. ``XLSX``.
        media_type: for the web.
        data: it holds the data and not the printed document.
    """

    path: str
    name: str
    media_type: str
    data: bool = True


def jsonld_path(region: str) -> str:
    """The description of a region's data set."""
    return f"{region}/dataset.jsonld"


def dataset(strategy: Strategy, downloads: Iterable[Download], base: str, publisher: str | None) -> dict[str, Any]:
    """The data set of *strategy* as a ``schema.org/Dataset``.

    Args:
        strategy: the region.
        downloads: its files.
        base: address of the website with a slash at its end; without it addresses are relative
            to the file of :func:`jsonld_path`.
        publisher: who publishes the website, if the settings say so.
    """
    region = strategy.frame.region
    period = strategy.frame.period

    def place(path: str) -> str:
        return absolute(base, path) if base else path.removeprefix(f"{strategy.id}/")

    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": strategy.title,
        "description": strategy.goal.text if strategy.goal else strategy.title,
        "url": place(address.region_path(strategy.id)),
        "identifier": strategy.id,
        "inLanguage": CONTENT_LANGUAGE,
        "temporalCoverage": f"{period.from_}/{period.to}",
        "spatialCoverage": {"@type": "AdministrativeArea", "name": region.name.nominative, "identifier": region.code},
        "isAccessibleForFree": True,
        "variableMeasured": sorted({one.title for one in strategy.indicators}),
        "distribution": [
            {"@type": "DataDownload", "name": one.name, "contentUrl": place(one.path), "encodingFormat": one.media_type}
            for one in downloads
            if one.data
        ],
    }
    if region.code is None:
        del described["spatialCoverage"]["identifier"]
    if strategy.approval_act.date is not None:
        described["datePublished"] = strategy.approval_act.date.iso()
    if publisher:
        described["publisher"] = {"@type": "Organization", "name": publisher}
    return described


def inert_json(data: object) -> str:
    """*data* as JSON that stays data wherever it is put, even between the tags of a script."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text + "\n"
