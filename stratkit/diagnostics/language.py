"""Languages of everything that a person reads."""

from __future__ import annotations

import gettext
import os
import struct
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("ru", "en")
"""The languages stratkit speaks; the first is the default."""

LANGUAGE_NAMES = {"ru": "Русский", "en": "English"}
"""What each language calls itself."""

_LOCALES = Path(__file__).parent.parent / "locales"
_LITTLE_ENDIAN = b"\xde\x12\x04\x95"


class Sentences(gettext.NullTranslations):
    """A compiled catalogue, looked into where it lies.

    Its sentences are sorted, and a run shows a few of some thousands: taking all of them apart would be a tenth of the
    time of ``stratkit --help``.

    Args:
        data: the bytes of the catalogue.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data
        order = "<" if data[:4] == _LITTLE_ENDIAN else ">"
        _magic, _version, count, keys, texts = struct.unpack_from(f"{order}5I", data)
        self._entry = struct.Struct(f"{order}2I")
        self._keys = range(keys, keys + count * self._entry.size, self._entry.size)
        self._texts = texts - keys
        self._known: dict[str, str] = {}
        plural = next(line for line in self._at(texts).decode().splitlines() if line.startswith("Plural-Forms:"))
        self._form = gettext.c2py(plural.partition("plural=")[2].rstrip(";"))

    def gettext(self, message: str) -> str:
        """*message* in the language of the catalogue; itself if it is not there."""
        if message not in self._known:
            found = self._find(message)
            self._known[message] = message if found is None else found
        return self._known[message]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form for *n* of a sentence that counts, which is *msgid1* for one and *msgid2* for more."""
        found = self._find(f"{msgid1}\0{msgid2}")
        return super().ngettext(msgid1, msgid2, n) if found is None else found.split("\0")[self._form(n)]

    def _at(self, entry: int) -> bytes:
        """The bytes to which an entry of one of the tables leads."""
        length, start = self._entry.unpack_from(self._data, entry)
        return self._data[start : start + length]

    def _find(self, key: str) -> str | None:
        wanted = key.encode()
        place = bisect_left(self._keys, wanted, key=self._at)
        if place == len(self._keys) or self._at(self._keys[place]) != wanted:
            return None
        return self._at(self._keys[place] + self._texts).decode()


@lru_cache(maxsize=4)
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of *language*; English is the language of the keys themselves."""
    if language == "en":
        return gettext.NullTranslations()
    return Sentences((_LOCALES / language / "LC_MESSAGES" / "stratkit.mo").read_bytes())


def choose_language(asked: str | None = None) -> str:
    """The language to speak: *asked*, then ``STRATKIT_LANG``, then the locale, then Russian."""
    for candidate in (asked, os.environ.get("STRATKIT_LANG"), os.environ.get("LC_ALL"), os.environ.get("LANG")):
        code = (candidate or "").replace("-", "_").split("_")[0].split(".")[0].lower()
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]
