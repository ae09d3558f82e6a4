"""A share of a website, made on one machine, to be joined with those of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import ConfigError, SourceError
from stratkit.immutable import immutable
from stratkit.lint.parts import part_of
from stratkit.site.making.briefs import brief_of
from stratkit.site.making.record import Record, json_line, unpacked
from stratkit.site.writing.listing import files_in
from stratkit.source.plain_json import plain_json

SHARD = ".stratkit-shard.json"
"""What a share says of itself."""


@immutable
class Shard:
    """A share of the regions: number *number* of *of*."""

    number: int
    of: int

    @classmethod
    def parse(cls, text: str) -> Shard:
        """The share that *text* names, e.g. ``3/8``.

        Raises:
            ConfigError: it names none.
        """
        number, slash, of = text.partition("/")
        if slash and number.isascii() and number.isdigit() and of.isascii() and of.isdigit():
            found = cls(int(number), int(of))
            if 1 <= found.number <= found.of:
                return found
        raise ConfigError(
            say("'{text}' is no share of the regions", text=text), say("write its number and how many there are: 3/8")
        )

    def share(self, regions: Sequence[str]) -> tuple[str, ...]:
        """The regions of this share; every region is in one share and no other."""
        return tuple(regions[self.number - 1 :: self.of])


@immutable
class Shared:
    """A region in a share.

    Args:
        folder: the share.
        record: of the region.
        files: hash of each of its files, by path.
    """

    folder: Path
    record: Record
    files: Mapping[str, str]


def shard_bytes(records: Sequence[Record], lines: Sequence[bytes]) -> bytes:
    """What a share says of itself; *lines* list the files of each region."""
    told = [
        {"record": one.to_json().decode("latin-1"), "files": files_in(each)}
        for one, each in zip(records, lines, strict=True)
    ]
    return b"[" + b",\n".join(map(json_line, told)) + b"]\n"


def shard_regions(folder: Path) -> list[Shared]:
    """What the share in *folder* says of itself.

    Raises:
        SourceError: it is no share, or one of another version of stratkit.
    """
    try:
        return [_shared(folder, **one) for one in _listed((folder / SHARD).read_bytes())]
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise SourceError(
            say("'{path}' is no share of a website of this version", path=str(folder)),
            say("make it with 'stratkit build --shard 1/8 -o FOLDER'"),
        ) from error


def _listed(data: bytes) -> list[Any]:
    found = plain_json(data)
    if not isinstance(found, list):
        raise TypeError(found)
    return found


def _shared(folder: Path, record: str, files: Mapping[str, str]) -> Shared:
    read = Record.from_json(record.encode("latin-1"))
    if read is None:
        raise ValueError(record)
    # What is asked for later has to be readable then.
    brief_of(read.brief)
    part_of(plain_json(read.judged))
    part_of(plain_json(read.shown))
    unpacked(read.pages)
    return Shared(folder, read, {str(path): str(digest) for path, digest in files.items()})


def joined(folders: Sequence[Path], inputs: Mapping[str, str], regions: Sequence[str]) -> dict[str, Shared]:
    """The regions of the whole website, each as it stands in one of the shares.

    Args:
        folders: the shares.
        inputs: digest of what each region is made of here.
        regions: those that the whole website has.

    Raises:
        SourceError: a share is none, was made from other data, or a region is in none of them.
    """
    found: dict[str, Shared] = {}
    for folder in folders:
        for one in shard_regions(folder):
            if inputs.get(one.record.region) != one.record.read:
                raise SourceError(
                    say("the share in '{path}' was made from other data or by another stratkit", path=str(folder)),
                    say("make all shares from one commit, with one version and the same options"),
                )
            found[one.record.region] = one
    lost = [name for name in regions if name not in found]
    if lost:
        raise SourceError(
            say("no share holds these regions: {names}", names=", ".join(lost)),
            say("name the folders of all shares"),
        )
    return {name: found[name] for name in regions}
