"""The XML parts of a package from anywhere, read without trusting it.

No entity is expanded and no DTD is accepted (OOXML has none, ECMA-376 part 2); what is larger or
deeper than any real document is refused before it fills the memory.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from xml.etree import ElementTree as ET
from xml.parsers import expat

from stratkit.diagnostics import Message, say
from stratkit.diagnostics.errors import SourceError

MAX_FILE = 64 * 1024 * 1024
"""Bytes of the package."""

MAX_PART = 48 * 1024 * 1024
"""Bytes of one part when unpacked: fifty times a document of a hundred pages."""

MAX_ENTRIES = 10_000
"""Files in the package."""

MAX_DEPTH = 200
"""Elements inside each other."""

MAX_ELEMENTS = 600_000
"""Elements in one part: thirty times a document of a hundred pages; more would fill the memory."""

_ENCODINGS = frozenset({"utf-8", "utf-16"})
"""Those of OOXML (ECMA-376 part 2); others are whatever Python knows by their names."""


def refuse(reason: Message) -> SourceError:
    """The error for a file that cannot be read."""
    return SourceError(
        say("this cannot be read as DOCX: {reason}", reason=reason),
        say("open it in Word or LibreOffice and save it as .docx"),
    )


class Package:
    """A zip archive in memory.

    Raises:
        SourceError: it is none, or it holds more files than any document does.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) > MAX_FILE:
            raise refuse(say("it is larger than {limit} MB", limit=MAX_FILE >> 20))
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise refuse(say("it is no zip archive ({problem})", problem=str(error))) from error
        if len(self._archive.infolist()) > MAX_ENTRIES:
            raise refuse(say("it holds more than {limit} files", limit=MAX_ENTRIES))

    def part(self, path: str) -> ET.Element:
        """The top element of the part at *path*.

        Raises:
            SourceError: there is no such part, it is too large, or it is no plain XML.
        """
        try:
            # Other ways of packing are no OOXML, and Python unpacks them without a bound.
            if self._archive.getinfo(path).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise refuse(say("its part '{path}' is packed in a way that DOCX does not know", path=path))
            with self._archive.open(path) as stream:
                data = stream.read(MAX_PART + 1)
        except KeyError as error:
            raise refuse(say("it has no part '{path}'", path=path)) from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            NotImplementedError,
            EOFError,
            OSError,
            ValueError,
        ) as error:
            raise refuse(say("its part '{path}' is damaged ({problem})", path=path, problem=str(error))) from error
        if len(data) > MAX_PART:
            raise refuse(say("its part '{path}' is larger than {limit} MB", path=path, limit=MAX_PART >> 20))
        return parse_xml(data, path)


def parse_xml(data: bytes, path: str) -> ET.Element:
    """*data* as a tree; *path* is what messages call it.

    Raises:
        SourceError: it is no XML, has a DTD, or is nested too deeply or too large.
    """
    builder = ET.TreeBuilder()
    depth = count = 0

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > MAX_DEPTH:
            raise refuse(say("its part '{path}' is nested too deeply", path=path))
        if count > MAX_ELEMENTS:
            raise refuse(say("its part '{path}' has more than {limit} elements", path=path, limit=MAX_ELEMENTS))
        builder.start(_name(tag), {_name(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_name(tag))

    def doctype(*_: object) -> None:
        raise refuse(say("its part '{path}' has a document type declaration", path=path))

    def declared(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise refuse(say("its part '{path}' is written in '{encoding}'", path=path, encoding=encoding))

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = doctype
    parser.XmlDeclHandler = declared
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise refuse(say("its part '{path}' is no XML ({problem})", path=path, problem=str(error))) from error
    return builder.close()


def _name(name: str) -> str:
    """A name as ElementTree writes it: the namespace in braces."""
    return f"{{{name}" if "}" in name else name
