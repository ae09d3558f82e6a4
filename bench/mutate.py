"""The edits whose cost is measured: one value, one text, one new project, one title of the catalogue.

Each is a change of exactly one file, made in the text as an editor would, and can be taken back. The same edit of
the same workspace is always the same; made again it changes the file again.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_PLAN = re.compile(r"(\n    plan: \{[^}\n]*\d{4}: )(\d+)(\})")
_GOAL = re.compile(r"(\ngoal: (?:>-\n\s+)?[^\n]*?)\b([а-яё]{4,})\b")
_NUMBER = re.compile(r"\nnumber: (\d+)\n")
_WORDS = ("данные", "сведения")
_TITLE = re.compile(r"(title: [А-ЯЁ][а-яё ]+?)( и не только)?([,}\n])")


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one file: its text before (None: it was not there) and after."""

    path: Path
    before: str | None
    after: str

    def apply(self) -> Path:
        """Write the file; which one it was."""
        self.path.write_bytes(self.after.encode())
        return self.path

    def restore(self) -> None:
        """Put the file back as it was."""
        if self.before is None:
            self.path.unlink()
        else:
            self.path.write_bytes(self.before.encode())


def _files(folder: Path, pattern: str, region: str | None) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.glob(f"{region or '*'}/{pattern}")):
        if path.relative_to(folder).parts[0] != "catalog":
            yield path, path.read_bytes().decode()


def one_value(folder: Path, region: str | None = None) -> Edit:
    """The last planned value of the first indicator that has a whole number there, by one."""
    for path, text in _files(folder, "indicators/*.yaml", region):
        if found := _PLAN.search(text):
            value = int(found[2])
            changed = f"{found[1]}{value - 1 if value > 1 else value + 1}{found[3]}"
            return Edit(path, text, text[: found.start()] + changed + text[found.end() :])
    raise LookupError("no indicator with a whole number")


def one_text(folder: Path, region: str | None = None) -> Edit:
    """A word in the goal of the first project that states one."""
    for path, text in _files(folder, "projects/*/*.yaml", region):
        if found := _GOAL.search(text):
            word = _WORDS[found[2] == _WORDS[0]]
            return Edit(path, text, f"{text[: found.start(2)]}{word}{text[found.end(2) :]}")
    raise LookupError("no project with a goal")


def one_new_project(folder: Path, region: str | None = None) -> Edit:
    """A project like the first federal one, under the next free number of its industry."""
    for path, text in _files(folder, "projects/*/*.yaml", region):
        if "\nfederal: " not in text:
            continue
        siblings = [one.read_text("utf-8") for one in path.parent.glob("*.yaml")]
        number = 1 + max(int(found[1]) for one in siblings if (found := _NUMBER.search(one)))
        id_ = f"new-project-{number}"
        made = re.sub(r"\nid: .*", f"\nid: {id_}", text, count=1)
        made = _NUMBER.sub(f"\nnumber: {number}\n", made, count=1)
        made = re.sub(r"\nfederal: .*", f"\ntitle: Новый проект {number}", made, count=1)
        return Edit(path.with_name(f"{id_}.yaml"), None, made)
    raise LookupError("no federal project")


def catalogue_title(folder: Path, region: str | None = None) -> Edit:  # noqa: ARG001 - edits are called alike
    """The title of the first industry of the catalogue, which stands on many pages of every region."""
    path = folder / "catalog/industries.yaml"
    text = path.read_bytes().decode()
    found = _TITLE.search(text)
    if found is None:
        raise LookupError("no title in the catalogue")
    changed = f"{found[1]}{'' if found[2] else ' и не только'}{found[3]}"
    return Edit(path, text, text[: found.start()] + changed + text[found.end() :])


EDITS: dict[str, Callable[[Path, str | None], Edit]] = {
    "one value": one_value,
    "one text": one_text,
    "one new project": one_new_project,
    "catalogue title": catalogue_title,
}
"""The edits by name."""


def main() -> None:
    """Make an edit and name the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("edit", choices=EDITS)
    parser.add_argument("--region")
    asked = parser.parse_args()
    print(EDITS[asked.edit](asked.folder, asked.region).apply())


if __name__ == "__main__":
    main()
