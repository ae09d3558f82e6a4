"""The catalogue of sentences, looked into where it lies."""

from __future__ import annotations

import gettext
import io
import struct
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from stratkit.diagnostics.language import Sentences, translations

LOCALE = Path(__file__).parents[2] / "stratkit/locales/ru/LC_MESSAGES"


@pytest.fixture(scope="module")
def reference() -> gettext.GNUTranslations:
    return gettext.GNUTranslations(io.BytesIO((LOCALE / "stratkit.mo").read_bytes()))


def test_every_sentence_is_found(reference: gettext.GNUTranslations) -> None:
    ours = translations("ru")
    seen = 0
    for message in read_po(io.BytesIO((LOCALE / "stratkit.po").read_bytes()), locale="ru"):
        if not message.id:
            continue
        seen += 1
        if isinstance(message.id, str):
            assert ours.gettext(message.id) == reference.gettext(message.id) == message.string
        else:
            for count in range(130):
                assert ours.ngettext(*message.id, count) == reference.ngettext(*message.id, count)
    assert seen > 2000


@pytest.mark.parametrize("text", ["", "!", "no such sentence", "я", "zzzz", "a\0b"])
def test_what_is_not_there_stays_as_it_is(text: str) -> None:
    assert translations("en").gettext(text) == text
    if text:
        assert translations("ru").gettext(text) == text
    assert translations("ru").ngettext("one strange thing", "many strange things", 1) == "one strange thing"
    assert translations("ru").ngettext("one strange thing", "many strange things", 5) == "many strange things"


def test_a_catalogue_may_come_from_a_machine_of_the_other_kind() -> None:
    little = io.BytesIO()
    write_mo(little, read_po(io.BytesIO((LOCALE / "stratkit.po").read_bytes()), locale="ru"))
    data = little.getvalue()
    order = ">" if data[:4] == struct.pack("<I", 0x950412DE) else "<"
    other = "<" if order == ">" else ">"
    count, keys, texts = struct.unpack_from(f"{other}3I", data, 8)
    numbers = 7 + 4 * count
    words = struct.unpack_from(f"{other}{numbers}I", data)
    turned = struct.pack(f"{order}{numbers}I", *words) + data[4 * numbers :]
    assert keys < texts < 4 * numbers
    assert Sentences(turned).gettext("Commands") == translations("ru").gettext("Commands") != "Commands"
