"""The document as PDF, set by Typst: tagged (PDF/UA-1), for the archive (PDF/A-2a), fonts embedded.

The template ``document.typ`` draws; all texts reach it as JSON, so that no text is ever run, and
it imports nothing, so that nothing is ever fetched.
"""

from __future__ import annotations

import importlib
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stratkit.diagnostics import Message, say
from stratkit.diagnostics.errors import MissingExtra, RenderError
from stratkit.document.format import Format
from stratkit.document.formats.fonts import Choice, choose, folders
from stratkit.document.formats.pdf_data import document_data
from stratkit.document.formats.pdf_tags import with_row_heads
from stratkit.document.view import DocumentView

if TYPE_CHECKING:
    from types import ModuleType

    import typst

_TEMPLATE = Path(__file__).parent / "document.typ"
_STANDARDS = ["a-2a", "ua-1"]
_PANIC = "PanicException"
"""Raised where Typst itself fails: no Exception, and of a class that cannot be imported."""
_AGES = 11
"""Typst keeps what it worked out until it has made ten other documents."""


def render(view: DocumentView) -> bytes:
    """The whole document.

    Raises:
        MissingExtra: Typst is not installed.
        RenderError: Typst refuses the document.
    """
    engine = _engine()
    data, _ = _prepared(view)
    moment = int(view.created.timestamp())
    mended: list[tuple[int, int]] = []
    while True:
        inputs = {"view": data, "mended": json.dumps(mended)}
        compiler = engine.Compiler(
            str(_TEMPLATE), root=str(_TEMPLATE.parent), font_paths=_fonts(), sys_inputs=inputs
        )  # fmt: skip
        try:
            strays = {(table, row) for table, row in json.loads(compiler.query("<stray>", field="value"))}
            if strays.issubset(mended):
                made = compiler.compile(format="pdf", pdf_standards=_STANDARDS, timestamp=moment)
                break
        except RuntimeError as error:  # of a query, no more than that
            hints = error.hints if isinstance(error, engine.TypstError) else ()
            raise RenderError(
                say("Typst cannot make the PDF of '{id}': {problem}", id=view.id, problem=str(error)),
                say("{hint}", hint="; ".join(hints)) if hints else None,
            ) from error
        except BaseException as error:
            if type(error).__name__ != _PANIC:
                raise
            raise RenderError(
                say("Typst cannot make the PDF of '{id}': {problem}", id=view.id, problem=str(error))
            ) from error
        # One at a time, for it moves those after it; each once at most, so that this ends.
        mended.append(min(strays.difference(mended)))
        _forget(engine)
    return with_row_heads(bytes(made), [one.row_headers for one in view.tables if one.heads or one.rows])


def _forget(engine: ModuleType) -> None:
    """Let go of the memory that a layout took which was not the last one: half as much again as the document needs."""
    for _ in range(_AGES):
        engine.compile(b"", font_paths=_fonts())


def warnings(view: DocumentView) -> tuple[Message, ...]:
    """Fonts and signs that are missing on this computer, and what stands in for them."""
    return _prepared(view)[1].warnings


@lru_cache(maxsize=1)
def _prepared(view: DocumentView) -> tuple[str, Choice]:
    """The data for the template, with the fonts that are installed; warnings and the PDF need them in turn."""
    data: dict[str, Any] = document_data(view)
    choice = choose(view.layout.fonts, _fonts().fonts(), json.dumps(data, ensure_ascii=False))
    data["layout"]["fonts"] = choice.families
    return choice.mend(json.dumps(data, ensure_ascii=False)), choice


def _engine() -> ModuleType:
    try:
        return importlib.import_module("typst")
    except ImportError as error:
        raise MissingExtra("pdf") from error


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The fonts of this computer and of installed packages."""
    fonts: typst.Fonts = _engine().Fonts(font_paths=[str(folder) for folder in folders()])
    return fonts


FORMAT = Format("pdf", ".pdf", "application/pdf", render, extra="pdf", warnings=warnings)
