"""Which fonts a PDF is set in: those of the profile that are installed, then others with Cyrillic."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stratkit.diagnostics import Message, say

STAND_INS = ("Times New Roman", "PT Astra Serif", "Liberation Serif", "Tinos", "PT Serif", "Libertinus Serif")
"""What stands in for fonts that are not installed, the best first. PT Serif comes with the extra
``pdf``, Libertinus Serif with Typst itself, so that there is always one."""

SIGNS = ("DejaVu Serif", "DejaVu Sans", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", "Noto Emoji", "Symbola")
"""Fonts for single signs that fonts for text lack."""

_PACKAGE = "fontpkg_pt_serif"


@dataclass(frozen=True, slots=True)
class Choice:
    """The fonts of a document.

    Args:
        families: in the order in which a sign is looked up.
        asked: the fonts that the profile names.
    """

    families: tuple[str, ...]
    asked: tuple[str, ...]

    @property
    def warning(self) -> Message | None:
        """What stands in for the fonts of the profile; None if one of them is installed."""
        if self.families[0] in self.asked:
            return None
        names = ", ".join(f"'{name}'" for name in self.asked)
        return say("no font of the profile is installed ({names}): '{font}' stands in", names=names, font=self.families[0])


def folders() -> list[Path]:
    """Folders of fonts that come with packages."""
    found = importlib.util.find_spec(_PACKAGE)
    return [Path(place) / "files" for place in (found.submodule_search_locations or [])] if found else []


def choose(asked: Sequence[str], installed: Iterable[str]) -> Choice:
    """The fonts to use: of those *asked* for the first that is installed, then what may stand in."""
    there = {name.lower(): name for name in installed}
    wanted = dict.fromkeys((*asked, *STAND_INS, *SIGNS))
    return Choice(tuple(there[name.lower()] for name in wanted if name.lower() in there), tuple(asked))
