"""`document-check` reads a DOCX from anybody: it ends with differences or a sentence, in bounded time and memory."""

from __future__ import annotations

import html
import io
import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from stratkit.diagnostics.errors import SourceError
from stratkit.document.readback.docx import read_docx
from stratkit.document.readback.package import MAX_ELEMENTS
from tests.conftest import PATIENCE, Ran
from tests.fuzz.hostile import TEXTS
from tests.fuzz.road import FILE_SECONDS, bounded
from tests.fuzz.run import MEMORY
from tests.hostile.conftest import REPOSITORY, environment

BODY = "word/document.xml"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SEED, COUNT = 20261129, 600
CHILD = """
import sys
from stratkit.diagnostics.errors import SourceError
from stratkit.document.readback.docx import read_docx
from tests.fuzz.road import peak_memory
try:
    read_docx(open(sys.argv[1], "rb").read())
except SourceError:
    pass
print(peak_memory())
"""


def package(xml: str | bytes, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package that holds nothing but a document part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        archive.writestr(BODY, xml)
    return out.getvalue()


def document(body: str, head: str = "") -> str:
    """A document part around *body*."""
    return f"{head}<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>"


@pytest.mark.parametrize(
    "name",
    ["utf-7", "rot13", "idna", "punycode", "base64", "undefined", "unicode_escape", "koi8-r", "nothing", "x" * 300],
)
def test_an_encoding_that_python_knows_by_name_is_not_looked_up(name: str) -> None:
    with pytest.raises(SourceError, match="is written in"):
        read_docx(package(document("<w:p/>", f'<?xml version="1.0" encoding="{name}"?>')))


@pytest.mark.parametrize("name", ["UTF-8", "utf-8", "UTF-16"])
def test_the_encodings_of_the_standard_are_read(name: str) -> None:
    text = document("<w:p><w:r><w:t>слово</w:t></w:r></w:p>", f'<?xml version="1.0" encoding="{name}"?>')
    assert [item.text for item in read_docx(package(text.encode(name)))] == ["слово"]


ATTRIBUTES = " ".join(f'a{number}="1"' for number in range(300_000))
HUGE: dict[str, Callable[[], bytes]] = {
    "a bomb": lambda: package(document("<w:p/>") + " " * 100_000_000),
    "a bomb in bzip2": lambda: package(document("<w:p/>") + " " * 100_000_000, zipfile.ZIP_BZIP2),
    "a bomb in lzma": lambda: package(document("<w:p/>") + " " * 100_000_000, zipfile.ZIP_LZMA),
    "many elements": lambda: package(document('<w:p w:a="1" w:b="2"/>' * (MAX_ELEMENTS - 9))),
    "many attributes": lambda: package(document(f"<w:p {ATTRIBUTES}/>")),
    "a long text": lambda: package(document("<w:p><w:r><w:t>" + "a " * 20_000_000 + "</w:t></w:r></w:p>")),
    "tables in tables": lambda: package(
        document(("<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60) * 400)
    ),
}


@pytest.mark.parametrize("name", HUGE)
def test_what_is_huge_inside_fills_no_memory(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.docx").write_bytes(HUGE[name]())
    command = [sys.executable, "-c", CHILD, str(tmp_path / "file.docx")]
    done = subprocess.run(
        command, cwd=REPOSITORY, env=environment(), capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) < MEMORY, f"{int(done.stdout) >> 20} MB"


def test_damaged_packages_end_with_a_sentence(corpus: Path, stratkit: Callable[..., Ran], tmp_path: Path) -> None:
    path = tmp_path / "demo.docx"
    assert stratkit("-C", corpus, "document", "demo", "--format", "docx", "--keep-going", "-o", path).code == 0
    whole = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        part = archive.read(BODY)
    chance = random.Random(SEED)
    read = 0
    for number in range(COUNT):
        data = bytearray(whole if number % 2 else part)
        for _ in range(chance.choice((1, 2, 8))):
            place = chance.randrange(len(data))
            data[place : place + chance.choice((0, 1, 4))] = chance.randbytes(chance.choice((0, 1, 4)))
        with bounded(FILE_SECONDS), suppress(SourceError):
            read_docx(bytes(data) if number % 2 else package(bytes(data)))
            read += 1
    assert COUNT / 20 < read < COUNT, "nothing was damaged, or nothing was left to read"


def test_hostile_texts_are_shown_and_do_nothing(corpus: Path, stratkit: Callable[..., Ran], tmp_path: Path) -> None:
    """Neither a terminal nor a reader of the report is led by what stands in the file."""
    fit = [text for text in TEXTS if all(sign in "\t\n" or " " <= sign not in "\ufffe\uffff" for sign in text)]
    marks = "&#x9b;31m &#x85; &#x202e;egnp"
    quoted = "".join(f"<w:p><w:r><w:t>{html.escape(text)}</w:t></w:r></w:p>" for text in fit)
    (tmp_path / "file.docx").write_bytes(package(document(f"{quoted}<w:p><w:r><w:t>{marks}</w:t></w:r></w:p>")))
    ran = stratkit("-C", corpus, "document-check", tmp_path / "file.docx", "demo")
    assert ran.code == 1, ran.err
    assert not {"\x9b", "\x1b", "\u202e"} & {*ran.out}
    told = stratkit("-C", corpus, "document-check", tmp_path / "file.docx", "demo", "--format", "json")
    assert "\x1b" not in told.out
    assert json.loads(told.out)
