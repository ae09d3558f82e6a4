"""The search index: small, without a server, and working from a disk.

Words are reduced to stems when the site is built. Russian inflects at the end of words, so the
page finds every form by looking for the stems with which a typed word begins: no stemmer has
to be shipped to the browser. «ё» counts as «е».
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from stratkit.immutable import immutable

_WORD = re.compile(r"[0-9a-zа-я]+")
_NAME, _TITLE, _TEXT = 5, 3, 1
_SHOWN = 600
"""Characters of a text that are kept for showing where the words stand; the rest is found, too."""


@immutable
class Entry:
    """Something that can be found.

    Args:
        path: its page.
        kind: project, indicator, challenge … as in the filter of the search page.
        title: shown as the link: short enough to be taken in at a glance.
        industry: id of its industry, if it has one.
        text: more words by which it is found; the part around them is shown under the link.
        bodies: ids of those who answer for it.
        years: first and last year, if it has a term.
        full: its whole title where that is another; found like a title, shown like a text.
        fact: what most readers are after: the term and who answers, or the value promised last.
    """

    path: str
    kind: str
    title: str
    industry: str = ""
    text: str = ""
    bodies: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    full: str = ""
    fact: str = ""


def words(text: str) -> list[str]:
    """The words of *text* in lower case, «ё» as «е»."""
    return _WORD.findall(text.lower().replace("ё", "е"))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import Stemmer  # noqa: PLC0415 - most edits change no index

    return Stemmer.Stemmer("russian")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word."""
    found: str = _stemmer().stemWord(word)
    return found


def search_index(entries: Iterable[Entry]) -> dict[str, Any]:
    """The index as data: entries, and for each stem the numbers of the entries with their weights."""
    rows: list[list[Any]] = []
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        years = list(entry.years) if entry.years else []
        shown = _beginning(f"{entry.full} · {entry.text}".strip(" ·"))
        rows.append([entry.path, entry.kind, entry.title, entry.industry, shown, list(entry.bodies), years, entry.fact])
        for text, weight in ((entry.title, _NAME), (entry.full, _TITLE), (entry.text, _TEXT)):
            for word in words(text):
                places = found[stem(word)]
                places[number] = min(places.get(number, 0) + weight, 9)
    terms = {term: [part for pair in places.items() for part in pair] for term, places in sorted(found.items())}
    return {"entries": rows, "terms": terms}


def index_script(index: dict[str, Any], name: str) -> bytes:
    """The index as a script: a page opened from a disk may load scripts but not data."""
    data = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    # U+2028 and U+2029 end a line in old scripts; "<" keeps the file inert if it is ever inlined.
    data = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("<", "\\u003c")
    return f"stratkitIndex({json.dumps(name)},{data});\n".encode()


def _beginning(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[:_SHOWN].rsplit(" ", 1)[0] + "…"
