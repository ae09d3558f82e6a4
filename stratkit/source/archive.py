"""Files -> one zip archive: the same files give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip archive can hold: entries bear no time of their making."""

_REGULAR_FILE = 0o100644
_LEVEL = 5
"""How hard zlib tries: half the time of its usual level, for files less than a tenth larger."""
_ARCHIVE = b"PK\x03\x04"


def zip_archive(files: Mapping[str, bytes], first: str = "") -> bytes:
    """A zip archive of *files*, given by their paths, in alphabetical order.

    The result bears no clock, no user and no system: it depends on *files* alone.

    Args:
        files: content by path.
        first: path of a file that stands first and is not compressed, as ODF wants its media type.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in sorted(files.items(), key=lambda item: (item[0] != first, item[0])):
            entry = zipfile.ZipInfo(path, _MOMENT)
            entry.create_system = 3  # as on Unix, so that the mode below counts
            entry.external_attr = _REGULAR_FILE << 16
            # What is an archive itself does not get smaller.
            stored = path == first or data.startswith(_ARCHIVE)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=_LEVEL)
    return stream.getvalue()
