"""Collect every sentence that people read and keep the Russian catalogue complete.

Writes ``stratkit/locales/ru/LC_MESSAGES/stratkit.po`` (known translations are kept, new sentences
come in empty, forgotten ones go) and compiles it to the ``.mo`` file that ships, and what click says of its own once more to
one of its own: click reads the whole of its catalogue, even for a sentence that nobody is going to see. With ``--check``
nothing is written: exit code 1 if a sentence has no translation or the files are not up to date.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PO = ROOT / "stratkit/locales/ru/LC_MESSAGES/stratkit.po"
MO = PO.with_suffix(".mo")
CLICK_MO = PO.with_name("click.mo")
KEYWORDS = {"_": None, "say": None, "mark": None, "gettext": None, "ngettext": (1, 2)}

CLICK = (
    "Usage:", "Options", "Commands", "Arguments", "[OPTIONS]", "Try '{command} {option}' for help.", "Error: {message}",
    "Show this message and exit.", "Show the version and exit.", "No such command {name!r}.", "No such option: {name}",
    "Missing argument", "Missing option", "Missing parameter", "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "default: {default}", "required", "No such option {name!r}.", "Option {name!r} does not take a value.",
    "{name} {filename!r} does not exist.", "{name} {filename!r} is a file.", "{name} {filename!r} is a directory.", "file", "directory", "path",
    "Missing command.", "{value} is not in the range {range}.", "%(prog)s, version %(version)s",
)  # fmt: skip
"""Sentences of click itself that a user may meet."""

CLICK_COUNTED = (
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
)
"""The same for sentences that click words by count: they need the plural forms of Russian."""


GUIDE = ("Rules", "All rules. The same text is shown by 'stratkit explain CODE'.")
"""Sentences of the pages that ``scripts/guide.py`` makes."""


def sentences() -> dict[str | tuple[str, str], list[tuple[str, int]]]:
    """Every sentence with the places where it stands; those that count, as pairs of singular and plural."""
    found: dict[str | tuple[str, str], list[tuple[str, int]]] = {}
    for folder, methods in (("stratkit", (("**.py", "python"),)), ("site_templates", (("**.html", "jinja2"),))):
        for file, line, message, *_rest in extract_from_dir(ROOT / folder, methods, keywords=KEYWORDS):
            found.setdefault(message, []).append((f"{folder}/{file}", line))
    for one in (*CLICK, *CLICK_COUNTED, *GUIDE, *_command_help(), *_rule_texts(), *_model_texts()):
        found.setdefault(one, [])
    return found


def _command_help() -> set[str]:
    """Descriptions of all commands: click takes them from docstrings."""
    import click

    from stratkit.cli.main import cli

    texts: set[str] = set()
    context = click.Context(cli)
    todo: list[click.Command] = [cli]
    while todo:
        command = todo.pop()
        if command.help:
            texts.add(" ".join(command.help.split("\f")[0].split()))
        if isinstance(command, click.Group):
            todo += [one for name in command.list_commands(context) if (one := command.get_command(context, name))]
    return texts


def _rule_texts() -> set[str]:
    """Titles of the rules, headings and paragraphs of their documentation; the examples are data."""
    from stratkit.lint.documentation import parts
    from stratkit.lint.rules import RULES

    texts = {part.text for rule in RULES for part in parts(rule) if part.kind != "example"}
    return texts | {rule.title for rule in RULES}


def _model_texts() -> set[str]:
    """Descriptions of the models: an editor shows them on hover."""
    importlib.import_module("stratkit.exchange.models")
    from stratkit.model.node import Node

    texts: set[str] = set()
    todo = [Node]
    while todo:
        model = todo.pop()
        todo += model.__subclasses__()
        if model is not Node and model.__doc__:
            texts.add(" ".join(inspect.cleandoc(model.__doc__).split("\n\n")[0].split()))
    return texts


def catalogue() -> Catalog:
    """The Russian catalogue with all sentences, translated as far as they are."""
    known = read_po(io.BytesIO(PO.read_bytes()), locale="ru") if PO.exists() else Catalog(locale="ru")
    fresh = _empty()
    for text in sorted(sentences(), key=str):
        counts = isinstance(text, tuple)
        former = known.get(text[0] if counts else text)
        fits = former is not None and bool(former.pluralizable) == counts
        fresh.add(text, former.string if fits else ("",) * fresh.num_plurals if counts else "")
    return fresh


def catalogue_of_click(whole: Catalog) -> Catalog:
    """What click itself says of the catalogue *whole*."""
    own = _empty()
    for text in (*CLICK, *CLICK_COUNTED):
        message = whole.get(text if isinstance(text, str) else text[0])
        own.add(text, message.string if message is not None else "")
    return own


def _empty() -> Catalog:
    empty = Catalog(locale="ru", project="stratkit", version="", header_comment="# Russian texts of stratkit.")
    # No clock: the same sentences give the same files.
    empty.revision_date = empty.creation_date = datetime(1970, 1, 1, tzinfo=UTC)
    return empty


def main() -> int:
    """Write the catalogue, or check it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    fresh = catalogue()
    missing = [
        message.id for message in fresh
        if message.id and not all([message.string] if isinstance(message.string, str) else message.string)
    ]  # fmt: skip
    po, mo, click_mo = io.BytesIO(), io.BytesIO(), io.BytesIO()
    write_po(po, fresh, width=120, sort_output=True, omit_header=False)
    write_mo(mo, fresh)
    write_mo(click_mo, catalogue_of_click(fresh))
    files = ((PO, _stable(po.getvalue())), (MO, mo.getvalue()), (CLICK_MO, click_mo.getvalue()))
    if check:
        stale = [path.name for path, data in files if not path.exists() or path.read_bytes() != data]
        for text in missing:
            print(f"no Russian text: {text!r}")
        for name in stale:
            print(f"not up to date: {name}; run 'make messages'")
        return 1 if missing or stale else 0
    for path, data in files:
        path.write_bytes(data)
    print(f"{len(fresh)} sentences, {len(missing)} without a Russian text")
    return 0


def _stable(po: bytes) -> bytes:
    """Without the lines that hold dates: the same sentences give the same file."""
    lines = po.decode().splitlines(keepends=True)
    return "".join(
        line for line in lines if not line.startswith(('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By'))
    ).encode()


if __name__ == "__main__":
    sys.exit(main())
