"""Languages of everything that a person reads."""

from __future__ import annotations

import gettext
import os
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("ru", "en")
"""The languages stratkit speaks; the first is the default."""

LANGUAGE_NAMES = {"ru": "Русский", "en": "English"}
"""What each language calls itself."""

_LOCALES = Path(__file__).parent.parent / "locales"


@lru_cache(maxsize=4)
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of *language*; English is the language of the keys themselves."""
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("stratkit", _LOCALES, [language])


def choose_language(asked: str | None = None) -> str:
    """The language to speak: *asked*, then ``STRATKIT_LANG``, then the locale, then Russian."""
    for candidate in (asked, os.environ.get("STRATKIT_LANG"), os.environ.get("LC_ALL"), os.environ.get("LANG")):
        code = (candidate or "").replace("-", "_").split("_")[0].split(".")[0].lower()
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]
