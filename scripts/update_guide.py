"""The page of the user guide about the yearly update: what the commands really say about the exercise.

The exercise (``tests/amend/exercise``) is applied to a copy of the real strategies in a temporary repository, the commands
of the walk-through are run there, and their words go into ``docs/update.md`` between the marks. With ``--check`` nothing is
written: exit code 1 if the page differs from what the tool says.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.amend.exercise import EDITION, apply_exercise, record_edition  # noqa: E402 - found beside this script
from tests.diff.conftest import run_git  # noqa: E402

PAGE = ROOT / "docs" / "update.md"
MARK = re.compile(r"<!-- out: (?P<name>[a-z-]+) -->\n.*?<!-- end -->", re.DOTALL)
_NUMBER = re.compile(r"^(\d+)\.")
REGION = "tomsk"
SIDES = f"{REGION}-2021..{REGION}-2022"


def repository(top: Path) -> Path:
    """A repository with both editions of the exercise; where its strategies are."""
    folder = top / "strategies"
    run_git(top, "init", "-q")
    shutil.copytree(ROOT / "strategies", folder)
    record_edition(folder, 0, revision=f"{REGION}-2021")
    _commit(top, f"{REGION}-2021")
    apply_exercise(folder, top / "update")
    shutil.rmtree(folder)
    (top / "update").rename(folder)
    record_edition(folder, 1, **EDITION)
    _commit(top, f"{REGION}-2022")
    return folder


def _commit(top: Path, tag: str) -> None:
    run_git(top, "add", "-A")
    run_git(top, "commit", "-qm", tag)
    run_git(top, "tag", tag)


def said(*arguments: str) -> str:
    """What ``stratkit ARGUMENTS`` prints on standard output, in Russian, with usual spaces."""
    from stratkit.cli.main import main

    kept, raw = sys.argv, io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
    sys.argv = ["stratkit", "--lang", "ru", *arguments]
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            main()
    except SystemExit:
        pass  # every command ends so; what it said is compared with the page
    finally:
        sys.argv = kept
    return raw.getvalue().decode("utf-8").replace("\u00a0", " ")


def outputs(folder: Path) -> dict[str, str]:
    """The words of the commands by the name of their place in the page."""
    base = ("-C", str(folder))
    amend = (*base, "amend", SIDES, REGION, "--format", "md")
    act, table, note = said(*amend), said(*amend, "--table"), said(*amend, "--note")
    consolidated = said(*base, "document", REGION, "--consolidated", "--section", "tasks", "--format", "md")
    return {
        "diff": _fenced(_head(said(*base, "diff", SIDES, REGION), 17)),
        "act": _quoted(_paragraphs(act, 2, 60)),
        "table": "\n".join(_rows(table)),
        "note": _quoted(_paragraphs(note, 2, 30)),
        "consolidated": _quoted(_paragraphs(consolidated, 1, 8)),
    }


def _head(text: str, lines: int) -> str:
    return "\n".join([*text.splitlines()[:lines], "…"])


def _fenced(text: str) -> str:
    return f"```text\n{text}\n```"


def _paragraphs(text: str, skipped: int, most: int) -> list[str]:
    """The paragraphs of a document, headings as bold lines; tables of quoted rows stay whole."""
    blocks = [block for block in re.split(r"\n{2,}", text.strip()) if block.strip()]
    shown = [f"**{block.lstrip('# ')}**" if block.startswith("#") else block for block in blocks[skipped:]]
    shown = [_NUMBER.sub(r"\1\\.", block) for block in shown]  # the numbers are the act's own: no list of the page
    return [*shown[:most], *(["…"] if len(shown) > most else [])]


def _quoted(paragraphs: list[str]) -> str:
    return "\n>\n".join("\n".join(f"> {line}" for line in one.splitlines()) for one in paragraphs)


def _rows(text: str, most: int = 12) -> Iterator[str]:
    """The head of the comparison table and its first rows."""
    rows = [line for line in text.splitlines() if line.startswith("|")]
    yield from rows[: most + 2]


def page(text: str, found: dict[str, str]) -> str:
    """The page with *found* between its marks.

    Raises:
        KeyError: the page has a mark for which no command speaks.
    """

    def filled(match: re.Match[str]) -> str:
        return f"<!-- out: {match['name']} -->\n{found[match['name']]}\n<!-- end -->"

    return MARK.sub(filled, text)


def main() -> int:
    """Write the page, or check it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    with tempfile.TemporaryDirectory() as name:
        found = outputs(repository(Path(name)))
    old = PAGE.read_text(encoding="utf-8")
    new = page(old, found)
    if new == old:
        return 0
    if check:
        print("not up to date: docs/update.md; run 'make messages'")
        return 1
    PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
