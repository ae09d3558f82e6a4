"""A corpus changed by an example, and a rule that breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from rule_examples import Applied, apply

from stratkit.diagnostics import Finding, Severity
from stratkit.lint import selection
from stratkit.lint.index import INDEX
from stratkit.lint.rule import Rule
from stratkit.model.linked import Catalog

Apply = Callable[[str], tuple[Path, Applied]]


@pytest.fixture
def changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Apply:
    """Applies an example to a copy of the corpus and gives the folder and what is expected."""

    def change(text: str) -> tuple[Path, Applied]:
        applied = apply(text, tmp_path)
        if applied.raises:
            broken = Rule(
                "ZZZ999",
                "broken",
                Severity.ERROR,
                doc="",
                looks="regions",
                gather=lambda strategy: strategy.id,
                check_workspace=_breaks,
            )
            monkeypatch.setattr(selection, "INDEX", (*INDEX, broken))
        return tmp_path, applied

    return change


def _breaks(_catalog: Catalog, _gathered: Mapping[str, str]) -> Iterator[Finding]:
    raise RuntimeError("on purpose")
