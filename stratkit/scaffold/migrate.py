"""Lifting files of an older format to the one that this stratkit reads; comments and everything else stay.

A migration leads from one version of one kind of file to the next and changes the text of the file, not its
values: who wrote the file finds it again. Until a second version of a kind is published there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.immutable import immutable
from stratkit.load.documents import kind_of_file
from stratkit.model.kinds import kind_of
from stratkit.source.edits import plain_text
from stratkit.source.reader import parse
from stratkit.source.tree import Tree


@immutable
class Migration:
    """One step.

    Args:
        kind: the kind of file.
        version: the version that it leads away from.
        change: the text of a file of that version as one of the next; the header is changed apart from it.
    """

    kind: str
    version: int
    change: Callable[[str], str]


MIGRATIONS: tuple[Migration, ...] = ()
"""Every step, the oldest first; the list exists once. No format has a second version yet."""


@immutable
class Lifted:
    """What a migration comes to.

    Args:
        files: the new bytes of the files that are of an older format, by path.
        refused: files that cannot be lifted, and why; those of a newer format are among them.
    """

    files: dict[str, bytes]
    refused: tuple[Finding, ...]


def lift(tree: Tree, migrations: Sequence[Migration] = MIGRATIONS) -> Lifted:
    """All files of *tree* that are of an older format, as they are in the present one; nothing is written.

    Args:
        tree: the workspace.
        migrations: the steps to choose from.
    """
    steps = {(one.kind, one.version): one for one in migrations}
    files: dict[str, bytes] = {}
    refused: list[Finding] = []
    for path in tree.paths:
        data = tree.read(path)
        new, finding = _lifted(data, path, steps)
        if finding is not None:
            refused.append(finding)
        elif new != data:
            files[path] = new
    return Lifted(files, tuple(refused))


def _lifted(data: bytes, path: str, steps: dict[tuple[str, int], Migration]) -> tuple[bytes, Finding | None]:
    parsed = parse(data, path)
    if not isinstance(parsed.value, dict):
        return data, next((one for one in parsed.findings if one.severity is not Severity.WARNING), None)
    kind, version = kind_of(parsed.value.get("stratkit"))
    if kind is None or version is None or version >= kind.version:
        return data, next((one for one in kind_of_file(parsed.value, path)[1] if one.code == "SCH004"), None)
    text = plain_text(data)
    for number in range(version, kind.version):
        step = steps.get((kind.name, number))
        if step is None:
            message = say("nothing leads from the format '{header}' to the next", header=f"{kind.name}/{number}")
            hint = say("lift it with an older stratkit first, or write it anew")
            return data, Finding(Origin(path, ("stratkit",)), message, hint, code="SCH004")
        text = step.change(text)
    old, new = re.escape(f"{kind.name}/{version}"), f"{kind.name}/{kind.version}"
    return re.sub(rf"^(stratkit\s*:\s*['\"]?){old}\b", rf"\g<1>{new}", text, count=1, flags=re.MULTILINE).encode(), None
