"""The pictures that links to a page show in messengers and social networks (OpenGraph).

A picture for each page would take longer than all the rest of the website; here each region has one
for each kind of page, set by Typst in one run. Typst and its font come with the extra ``pdf``: without
them, and on pages above the regions, the picture of the whole website is shown.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache, partial

from stratkit.diagnostics import mark
from stratkit.diagnostics.language import translations
from stratkit.diagnostics.visible import visible
from stratkit.document.formats.fonts import folders
from stratkit.document.typography import clean
from stratkit.model.linked import Strategy
from stratkit.site.file import SiteFile
from stratkit.site.page import CONTENT_LANGUAGE, Page
from stratkit.source.shipped import shipped

COMMON = "assets/share.png"
"""The picture of the whole website."""

_TEMPLATE = "share.typ"
_LONGEST = 150
_KINDS: Mapping[str, str] = {
    "index": mark("Overview"), "projects": mark("Project"), "indicators": mark("Indicator"),
    "industries": mark("Industry"), "challenges": mark("Challenge"), "tasks": mark("Task"),
    "bodies": mark("Responsible body"), "beneficiaries": mark("Beneficiary"), "technologies": mark("Technology"),
    "programmes": mark("State programme"), "acts": mark("Act"), "changes": mark("Changes"),
}  # fmt: skip
"""Kinds of pages by their folder, in words of the interface; all others show the overview."""


@lru_cache(maxsize=1)
def available() -> bool:
    """Whether pictures of regions can be made here."""
    return importlib.util.find_spec("typst") is not None and bool(folders())


def picture_path(page: Page) -> str:
    """The picture that stands for *page*."""
    if page.region is None or not available():
        return COMMON
    folder = page.path.removeprefix(f"{page.region}/").rpartition("/")[0]
    return f"{page.region}/share/{folder if folder in _KINDS else 'index'}.png"


def share_files(strategy: Strategy, website: str) -> Iterator[SiteFile]:
    """The pictures of a region, all made in one run when the first is asked for; none if they cannot be made.

    Args:
        strategy: the region.
        website: what the website is called.
    """
    if not available():
        return
    drawn = cache(partial(_drawn, strategy, website))
    for index, name in enumerate(_KINDS):
        yield SiteFile(f"{strategy.id}/share/{name}.png", partial(_picture, drawn, index))


def _picture(drawn: Callable[[], tuple[bytes, ...]], index: int) -> bytes:
    return drawn()[index]


def _drawn(strategy: Strategy, website: str) -> tuple[bytes, ...]:
    words = translations(CONTENT_LANGUAGE).gettext
    title = f"{strategy.title}, {strategy.frame.period.from_}–{strategy.frame.period.to}"
    data = {
        "region": _plain(strategy.frame.region.name.nominative),
        "title": _plain(title),
        "site": _plain(website),
        "kinds": [words(kind) for kind in _KINDS.values()],
    }
    engine = importlib.import_module("typst")
    made = engine.compile(
        (shipped("site_templates") / _TEMPLATE).read_bytes(), format="png", ppi=72.0, sys_inputs={"data": json.dumps(data)},
        font_paths=[str(folder) for folder in folders()], ignore_system_fonts=True,
    )  # fmt: skip
    return tuple(bytes(one) for one in made)


def _plain(text: str) -> str:
    """*text* in one line that fits."""
    line = visible(clean(text))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
