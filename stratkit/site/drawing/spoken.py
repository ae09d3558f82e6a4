"""One drawing for all languages: what each of them says in its own way stands in it as a mark and is filled in last.

A mark is written like a tag that no template writes, ``<?…?>``. What a strategy says cannot forge one, since ``<`` in
it is always escaped: what keeps foreign scripts out keeps foreign marks out, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import unescape
from typing import NoReturn

from markupsafe import Markup, escape

from stratkit.diagnostics.language import translations
from stratkit.site.page import CONTENT_LANGUAGE

_MARK = re.compile(rb"<\?([^>]*)\?>")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_WORD = ":"
"""A mark that begins with it holds words of the interface, escaped; others are names."""


def named_mark(name: str) -> Markup:
    """What stands in a drawing for what has this name."""
    return Markup(f"<?{name}?>")  # noqa: S704 - names are made here


BEGIN, END = named_mark("begin"), named_mark("end")
"""Around content, which is marked with its language where the interface speaks another."""


class Spoken:
    """What each language says in its own way.

    It can be printed and nothing else: to look into it or to compare it has no answer for all languages at once.

    Args:
        mark: what stands for it in the drawing.
    """

    __slots__ = ("mark",)

    def __init__(self, mark: Markup) -> None:
        self.mark = mark

    def __html__(self) -> str:
        return self.mark

    def __str__(self) -> NoReturn:
        raise _refused(self)

    def __bool__(self) -> NoReturn:
        raise _refused(self)

    def __eq__(self, other: object) -> NoReturn:
        raise _refused(self)

    def __hash__(self) -> NoReturn:
        raise _refused(self)


def _refused(one: Spoken) -> TypeError:
    return TypeError(f"{one.mark!r} differs by language: a template can print it and nothing else")


class _Table(dict[bytes, bytes]):
    """What stands for each mark in one language; words are looked up when they are first met."""

    def __init__(self, language: str) -> None:
        super().__init__()
        foreign = language != CONTENT_LANGUAGE
        self.put("begin", f'<span lang="{CONTENT_LANGUAGE}">' if foreign else "")
        self.put("end", "</span>" if foreign else "")
        self.put("content", f' lang="{CONTENT_LANGUAGE}"' if foreign else "")
        self.put("language", language)
        self._translate = translations(language).gettext

    def put(self, name: str, html: str) -> None:
        """Let *html* stand for the mark of this name."""
        self[name.encode()] = _bytes(html)

    def __missing__(self, name: bytes) -> bytes:
        word = name.decode()
        if not word.startswith(_WORD):
            raise KeyError(word)
        found = self[name] = _bytes(escape(self._translate(unescape(word[1:]))))
        return found


class Languages:
    """The languages of a website, and what differs between them on the page that is being drawn.

    Args:
        codes: all languages.
    """

    language = Spoken(named_mark("language"))
    """The code of the language of the interface."""
    content = Spoken(named_mark("content"))
    """The attribute of an element that holds content and nothing else."""

    def __init__(self, codes: Iterable[str]) -> None:
        self._tables = {code: _Table(code) for code in codes}
        self._gettexts = [translations(code).gettext for code in self._tables]
        self._words: dict[str, Spoken | str] = {}
        self._own = 0

    def begin(self) -> None:
        """Another page: what was particular to the last one goes."""
        for number in range(self._own):
            for table in self._tables.values():
                del table[str(number).encode()]
        self._own = 0

    def word(self, text: str) -> Spoken | str:
        """A word or sentence of the interface; itself where all languages say the same."""
        found = self._words.get(text)
        if found is None:
            first, *others = (gettext(text) for gettext in self._gettexts)
            same = all(one == first for one in others)
            found = self._words[text] = first if same else Spoken(word_mark(text))
        return found

    def sentence(self, text: str, values: Mapping[str, object]) -> Spoken:
        """A sentence of the interface that is filled with *values*."""
        return self.each(lambda code: translations(code).gettext(text) % values)

    def each(self, make: Callable[[str], str], name: str = "") -> Spoken:
        """What *make* gives for each language; text is escaped and cleaned, markup is neither.

        Args:
            make: gives the text for the code of a language.
            name: of a text that is the same on all pages; without one it is particular to this page.
        """
        name = name or self._next()
        for code, table in self._tables.items():
            text = make(code)
            table.put(name, text if isinstance(text, Markup) else clean(escape(text)))
        return Spoken(named_mark(name))

    def filled(self, make: Callable[[str], str], name: str = "") -> Spoken:
        """As :meth:`each`, for drawings: what differs by language is filled into them first."""
        name = name or self._next()
        for code, table in self._tables.items():
            table[name.encode()] = self.told(pieces(make(code)), code)
        return Spoken(named_mark(name))

    def _next(self) -> str:
        """The name of what is particular to this page."""
        name = str(self._own)
        self._own += 1
        return name

    def told(self, drawing: list[bytes], language: str) -> bytes:
        """A drawing in :func:`pieces`, as *language* has it."""
        table, told = self._tables[language], drawing.copy()
        told[1::2] = [table[name] for name in drawing[1::2]]
        return b"".join(told)


def word_mark(text: str) -> Markup:
    """The mark of a word or sentence of the interface."""
    return named_mark(_WORD + escape(text))


def clean(text: str) -> str:
    """*text* with characters that HTML forbids shown as what they are: no text."""
    return _FORBIDDEN.sub("\ufffd", text)


def pieces(drawing: str) -> list[bytes]:
    """*drawing* as text and names of marks in turn; as bytes, which are cut and joined several times faster."""
    return _MARK.split(_bytes(drawing))


def _bytes(html: str) -> bytes:
    return html.encode(errors="replace")
