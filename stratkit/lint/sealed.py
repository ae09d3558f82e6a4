"""Parts as they are kept and sent: what is wrong with a file is read only when somebody looks at it.

The outside of a sealed part is three lines of JSON: what it says of itself, what was gathered, and where the places stand
that were gathered. Its inside is what was
found: in which files, the texts, then the findings of each file. Both are kept apart, as a run that shows what it showed
before needs the outside alone. Who reads them runs nothing of it; what does not fit the form is no part.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, partial
from itertools import accumulate
from typing import Any

from stratkit.diagnostics import Diagnostic, Origin, Severity, say
from stratkit.diagnostics.errors import SourceError
from stratkit.immutable import immutable
from stratkit.lint.found import Sheet, Tallies, Tally, chapter_of
from stratkit.lint.parts import Part, RowReader, RowWriter, wanting_as_json, wanting_of
from stratkit.lint.places import Places, places_in_rows, rows_of
from stratkit.source.cache import digest_of
from stratkit.source.plain_json import plain_json
from stratkit.source.positions import Spot

# Nothing that is written here holds itself.
_AS_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_SEVERITIES = {int(one): one for one in Severity}


@immutable
class Sealed:
    """A part as bytes."""

    outside: bytes
    inside: bytes

    def together(self) -> bytes:
        """Both, to be kept as one."""
        return self.outside + b"\n" + self.inside

    @classmethod
    def apart(cls, body: bytes) -> Sealed:
        """What :meth:`together` put together.

        Raises:
            ValueError: it did not.
        """
        *outside, inside = body.split(b"\n", 3)
        return cls(b"\n".join(outside), inside)


class Inside:
    """What was found, of which only in which files and how much was read.

    Args:
        body: the inside of a part that was sealed.
        drawn: what :func:`drawn_as_bytes` wrote of it: how each file is shown.
        mark: says the same of parts with the same findings in the same files, and of no others; empty where nobody
            knows, or where the part says it of each file.

    Raises:
        ValueError: they are something else.
    """

    def __init__(self, body: bytes, drawn: bytes | None = None, mark: str = "") -> None:
        head, self._rows = body.split(b"\n", 1)
        rows = self._rows.count(b"\n")
        try:
            said = plain_json(head)
            tallies = [tallies_of(rows) for rows in said["tallies"]]
            self._files = {str(path): tallies[index] for path, index in said["files"]}
            self._marks = [mark] * rows if said.get("marks") is None else [str(one) for one in said["marks"]]
        except (KeyError, TypeError, IndexError, AttributeError) as error:
            raise ValueError(str(error)) from error
        self._drawn: Sequence[bytes | None] = [None] * len(self._files) if drawn is None else drawn_of(drawn)
        if not rows == len(self._files) == len(self._drawn) == len(self._marks):
            raise ValueError(rows)

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """What is wrong, file by file."""
        return {
            path: Sheet(path, tallies, partial(self._found, index), drawn, mark)
            for index, ((path, tallies), drawn, mark) in enumerate(
                zip(self._files.items(), self._drawn, self._marks, strict=True), start=1
            )
        }

    @cached_property
    def _lines(self) -> list[bytes]:
        """The texts, then what is wrong with each file."""
        return self._rows.split(b"\n")

    @cached_property
    def _reader(self) -> RowReader:
        try:
            return RowReader(_inner(self._lines[0]))
        except TypeError as error:
            raise _damaged() from error

    def _found(self, index: int) -> tuple[Diagnostic, ...]:
        try:
            return tuple([self._reader.diagnostic(row) for row in _inner(self._lines[index])])
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            raise _damaged() from error


class SealedPart:
    """A part of which only the outside was read: the same as :class:`~stratkit.lint.parts.Part` to who asks for sheets.

    Args:
        outside: of a part that was sealed.
        inside: gives what was found.
        mark: says the same of parts with the same findings in the same files, and of no others.

    Raises:
        ValueError: *outside* is something else.

    ``chapters`` says in which top folders it found something, each with what says the same of the same findings there.
    """

    def __init__(self, outside: bytes, inside: Callable[[], Inside], mark: str = "") -> None:
        head, self._gathered, self._places = outside.split(b"\n")
        self.mark = mark
        self._open = inside
        try:
            said = plain_json(head)
            self.waived = tuple(said["waived"])
            self.unread = tuple(said["unread"])
            self.linked = bool(said["linked"])
            self.wanting = wanting_of(said["wanting"])
            self.chapters = {str(chapter): str(own or mark) for chapter, own in said["chapters"].items()}
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(str(error)) from error

    @property
    def gathered(self) -> Mapping[str, Any]:
        """What rules across regions have to know, by code; read anew each time, as it is much and asked for once."""
        value = _inner(self._gathered)
        if not isinstance(value, dict):
            raise _damaged()
        return value

    @property
    def places(self) -> dict[Origin, Spot]:
        """Where the places stand that were gathered."""
        try:
            return places_in_rows(_inner(self._places))
        except ValueError as error:
            raise _damaged() from error

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """What is wrong, file by file."""
        return self._open().sheets

    @cached_property
    def _by_chapter(self) -> dict[str, dict[str, Sheet]]:
        found: defaultdict[str, dict[str, Sheet]] = defaultdict(dict)
        for path, sheet in self.sheets.items():
            found[chapter_of(path)][path] = sheet
        return dict(found)

    def within(self, chapters: Iterable[str]) -> dict[str, Sheet]:
        """What is wrong in some top folders, file by file."""
        return {path: sheet for one in chapters for path, sheet in self._by_chapter.get(one, {}).items()}

    def close(self) -> None:
        """Let go of what was found: it is read again when it is asked for again."""
        for kept in ("sheets", "_by_chapter"):
            vars(self).pop(kept, None)

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """What is wrong, sorted by place."""
        return tuple(one for sheet in self.sheets.values() for one in sheet.found)


def sealed(
    part: Part, own: Collection[str] = (), marks: Mapping[str, str] | None = None, places: Places | None = None
) -> Sealed:
    """*part* as bytes, as short as can be.

    Args:
        part: what was found.
        own: the chapters of which nothing is said but that it is this part.
        marks: says the same of the same findings in the same file, and of no others, by path; by default, whatever tells
            the part from others does.
        places: where the places stand that were gathered.
    """
    writer = RowWriter()
    sheets = part.sheets.values()
    rows = [_line([writer.row(one) for one in sheet.found]) for sheet in sheets]
    tallies: dict[Tallies, int] = {}
    files = [(sheet.path, tallies.setdefault(sheet.tallies, len(tallies))) for sheet in sheets]
    head = {
        "waived": part.waived,
        "unread": part.unread,
        "linked": part.linked,
        "wanting": wanting_as_json(part.wanting),
        "chapters": _chapters(sheets, own, marks),
    }
    listed = {
        "tallies": list(tallies),
        "files": files,
        "marks": [marks[sheet.path] for sheet in sheets] if marks is not None else None,
    }
    inside = b"\n".join((_line(listed), _line(list(writer.texts)), *rows))
    return Sealed(b"\n".join((_line(head), _line(part.gathered), _line(rows_of(places or {})))), inside)


def _chapters(sheets: Iterable[Sheet], own: Collection[str], marks: Mapping[str, str] | None) -> dict[str, str]:
    """The chapters in which something was found, each with its mark; without one where *own* names it."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for sheet in sheets:
        chapter = chapter_of(sheet.path)
        if chapter not in own:
            mark = marks[sheet.path] if marks is not None else findings_mark(sheet)
            said[chapter] += [sheet.path, mark]
        else:
            said[chapter] = []
    return {chapter: digest_of(*told) if told else "" for chapter, told in said.items()}


def findings_mark(sheet: Sheet, *more: str) -> str:
    """What says the same of the same findings in one file, and of no others."""
    return digest_of(*more, *(repr((one, one.pointer, one.fix)) for one in sheet.found))


def unsealed(body: bytes, mark: str = "") -> SealedPart | None:
    """The part that was sealed and put together; None if *body* is something else."""
    try:
        both = Sealed.apart(body)
        inside = Inside(both.inside, None, mark)
        return SealedPart(both.outside, lambda: inside, mark)
    except ValueError:
        return None  # written by something else


def drawn_as_bytes(drawn: Iterable[bytes]) -> bytes:
    """How the files of a part are shown as bytes, in the order of its sheets: the lengths, then the texts."""
    listed = list(drawn)
    return _line([len(one) for one in listed]) + b"\n" + b"".join(listed)


def drawn_of(body: bytes) -> list[bytes]:
    """What :func:`drawn_as_bytes` made bytes of.

    Raises:
        ValueError: it made something else.
    """
    head, _, text = body.partition(b"\n")
    lengths = plain_json(head)
    if not isinstance(lengths, list) or not all(type(one) is int and one >= 0 for one in lengths):
        raise ValueError(type(lengths))
    if sum(lengths) != len(text):
        raise ValueError(len(text))
    ends = list(accumulate(lengths))
    return [text[end - length : end] for end, length in zip(ends, lengths, strict=True)]


def _line(value: Any) -> bytes:
    return _AS_JSON(value).encode("utf-8", "surrogatepass")


def _inner(line: bytes) -> Any:
    try:
        return plain_json(line)
    except ValueError as error:
        raise _damaged() from error


def tallies_of(rows: Iterable[Any]) -> Tallies:
    """The tallies that were written down as *rows*.

    Raises:
        TypeError: these are none.
        ValueError: these are none.
        KeyError: these are none.
    """
    return tuple(
        [Tally(str(code), str(rule), _SEVERITIES[severity], int(count)) for code, rule, severity, count in rows]
    )


def _damaged() -> SourceError:
    """What was kept has the right checksum and the wrong form: nothing that stratkit writes looks like that."""
    return SourceError(
        say("what was kept from an earlier run cannot be read"),
        say("run the command with --no-cache, or delete the folder .stratkit/cache"),
    )
