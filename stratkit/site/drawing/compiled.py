"""Compiled templates, kept where Python keeps its own compiled modules.

What is compiled is a program, and whoever can change it can have it run. So it lies in ``__pycache__`` beside this
module, which only those can write to who can change stratkit itself, and never in the cache of a workspace, which
may come from anybody.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from stratkit.site.inputs import toolkit_digest
from stratkit.source.program import compiled_place, keep_compiled

_SUM = hashlib.sha256().digest_size


class CompiledTemplates(BytecodeCache):
    """Saves compiling templates that did not change since the last process; what cannot be read is compiled anew."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the compiled template if it was compiled from this text, by this version."""
        try:
            data = self._place(bucket).read_bytes()
        except OSError:
            return  # not compiled yet, or somebody took it away
        if data[:_SUM] == _sum(data[_SUM:]):
            bucket.bytecode_from_string(data[_SUM:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the compiled template for the next process."""
        data = bucket.bytecode_to_string()
        keep_compiled(self._place(bucket), _sum(data) + data)

    def _place(self, bucket: Bucket) -> Path:
        """A file for each template."""
        return compiled_place(__file__, f"template-{bucket.key}")


def _sum(data: bytes) -> bytes:
    """A checksum that also tells programs of other versions apart: how a template is compiled depends on all of it."""
    return hashlib.sha256(toolkit_digest().encode() + data).digest()
