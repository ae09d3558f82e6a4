"""Which fonts a PDF is set in: those of the profile that are installed, then others with Cyrillic."""

from __future__ import annotations

import importlib.util
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from stratkit.diagnostics import Message, say
from stratkit.document.formats.fontfile import coverage
from stratkit.document.measure import known_signs
from stratkit.immutable import immutable

STAND_INS = ("Times New Roman", "PT Astra Serif", "Liberation Serif", "Tinos", "PT Serif", "Libertinus Serif")
"""What stands in for fonts that are not installed, the best first. PT Serif comes with the extra
``pdf``, Libertinus Serif with Typst itself, so that there is always one."""

SIGNS = ("DejaVu Serif", "DejaVu Sans", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", "Noto Emoji", "Symbola")
"""Fonts for single signs that fonts for text lack."""

BOX = "\u25a1"
"""What stands in for a sign that no font has."""

_PACKAGE = "fontpkg_pt_serif"


class Font(Protocol):
    """What Typst tells about an installed font; one inside Typst itself has no path."""

    family: str
    style: str
    weight: int
    path: str | None
    index: int


@immutable
class Choice:
    """The fonts of a document.

    Args:
        families: in the order in which a sign is looked up.
        missing: signs that none of them has.
        warnings: what a person should know.
    """

    families: tuple[str, ...]
    missing: tuple[str, ...]
    warnings: tuple[Message, ...]

    def mend(self, text: str) -> str:
        """*text* with boxes for the signs that no font has; marks that show nothing are dropped."""
        box = BOX if BOX not in self.missing else "?"
        return text.translate({ord(sign): "" if _unseen(sign) else box for sign in self.missing})


def folders() -> list[Path]:
    """Folders of fonts that come with packages."""
    found = importlib.util.find_spec(_PACKAGE)
    return [Path(place) / "files" for place in (found.submodule_search_locations or [])] if found else []


def choose(asked: Sequence[str], installed: Sequence[Font], text: str) -> Choice:
    """The fonts for *text*: of those *asked* for the first that is installed, then what may stand in."""
    there = {one.family.lower(): one.family for one in installed}
    wanted = dict.fromkeys(name.lower() for name in (*asked, *STAND_INS, *SIGNS))
    families = tuple(there[name] for name in wanted if name in there)
    needed = {*text, BOX}
    for family in families:
        needed -= _signs(one for one in installed if one.family == family)
    missing = tuple(sorted(needed))
    return Choice(families, missing, tuple(_warnings(asked, families, missing)))


def _signs(faces: Iterable[Font]) -> set[str]:
    """The signs that the upright faces of a family have, the regular and the bold one alike."""
    sets = [
        {chr(sign) for sign in coverage(Path(one.path), one.index)} if one.path else set(known_signs())
        for one in faces
        if one.style == "normal" and one.weight in (400, 700)
    ]
    return set.intersection(*sets) if sets else set()


def _warnings(asked: Sequence[str], families: Sequence[str], missing: Sequence[str]) -> Iterable[Message]:
    if families[0].lower() not in {name.lower() for name in asked}:
        names = ", ".join(f"'{name}'" for name in asked)
        yield say("no font of the profile is installed ({names}): '{font}' stands in", names=names, font=families[0])
    seen = [sign for sign in missing if not _unseen(sign) and sign != BOX]
    if seen:
        yield say("no installed font has the signs {signs}: a box stands in their place", signs=" ".join(seen))


def _unseen(sign: str) -> bool:
    """Whether *sign* only changes its neighbours: joiners and selectors of variants."""
    return unicodedata.category(sign) in ("Cf", "Mn", "Me", "Cc")
