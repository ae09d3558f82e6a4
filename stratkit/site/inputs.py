"""All that a website is made of, as one digest: the same digest, the same website."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from stratkit.source.shipped import shipped
from stratkit.source.tree import Tree

_LIBRARIES = ("jinja2", "markdown-it-py", "markupsafe", "pydantic", "pyyaml", "snowballstemmer", "xlsxwriter")
"""Libraries whose version may show in the bytes of a page or a file."""

_PACKAGE = Path(__file__).parent.parent


def inputs_digest(tree: Tree, options: Iterable[str]) -> str:
    """The digest of the workspace, the options, the templates and stratkit itself.

    Args:
        tree: the files of the workspace.
        options: how the website is built, as texts.
    """
    digest = hashlib.sha256()
    for part in _parts(tree, options):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def _parts(tree: Tree, options: Iterable[str]) -> Iterator[bytes]:
    yield sys.version.encode()
    for name in _LIBRARIES:
        yield f"{name} {version(name)}".encode()
    for option in options:
        yield option.encode()
    yield str(tree.findings).encode()
    for path in tree.paths:
        yield path.encode()
        yield tree.read(path)
    for folder in (_PACKAGE, shipped("site_templates"), shipped("schema")):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file.relative_to(folder).as_posix().encode()
                yield file.read_bytes()
