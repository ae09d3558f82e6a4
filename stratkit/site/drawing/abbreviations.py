"""Abbreviations explained where they first stand on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from stratkit.model.catalog import GlossaryEntry
from stratkit.site import address

_TAG = re.compile(r"(<[^>]*>)")


class Abbreviations:
    """Finds the abbreviations of a glossary in texts.

    Args:
        entries: the glossary; of several meanings of one term all are named.
    """

    def __init__(self, entries: Iterable[GlossaryEntry]) -> None:
        self._meanings: dict[str, str] = {}
        for one in entries:
            known = self._meanings.get(one.term)
            self._meanings[one.term] = f"{known}; {one.expansion}" if known else one.expansion
        longest_first = sorted(self._meanings, key=len, reverse=True)
        words = "|".join(re.escape(str(escape(term))).replace(r"\ ", "[ \u00a0]") for term in longest_first)
        # Letters and digits on either side make it another word; a hyphen does not: «ИТ-решения».
        self._pattern = re.compile(rf"(?<![\w-])(?:{words})(?!\w)") if words else None
        self._without: set[str] = set()

    def explain(self, html: Markup, glossary: str, seen: set[str]) -> Markup:
        """*html* with links to the glossary at abbreviations that are not in *seen*, which then holds them.

        Args:
            html: text, or HTML without links.
            glossary: address of the glossary, as seen from the page.
            seen: what is already explained on the page.
        """
        if self._pattern is None or html in self._without:
            return html
        if not self._pattern.search(html):
            self._without.add(str(html))
            return html

        def link(match: re.Match[str]) -> str:
            term = match[0].replace("\u00a0", " ")
            if term in seen or term not in self._meanings:
                return match[0]
            seen.add(term)
            place, meaning = escape(glossary) + f"#{address.term_anchor(term)}", escape(self._meanings[term])
            return f'<a class="term" href="{place}"><abbr title="{meaning}">{match[0]}</abbr></a>'

        pieces = _TAG.split(html)
        if len(pieces) == 1:
            return Markup(self._pattern.sub(link, html))  # noqa: S704 - what was safe stays so, what is added is escaped
        marked = (piece if number % 2 else self._pattern.sub(link, piece) for number, piece in enumerate(pieces))
        return Markup("".join(marked))  # noqa: S704 - as above
