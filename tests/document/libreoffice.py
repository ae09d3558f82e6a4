"""LibreOffice without its windows: what it makes of documents."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def converted(sources: Sequence[Path], to: str, folder: Path) -> list[Path]:
    """The files *sources* in the format *to*, in *folder*."""
    assert OFFICE is not None
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", to, "--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [folder / f"{source.stem}.{to.partition(':')[0]}" for source in sources]


def printed(data: bytes, suffix: str, folder: Path) -> bytes:
    """The PDF that LibreOffice makes of *data*."""
    source = folder / f"one{suffix}"
    source.write_bytes(data)
    return converted([source], "pdf", folder)[0].read_bytes()
