"""A share of a website, made on one machine, to be joined with those of others."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import ConfigError, SourceError
from stratkit.site.making.record import Record
from stratkit.source.plain_json import plain_json

SHARD = ".stratkit-shard.json"
"""What a share says of itself."""


@dataclass(frozen=True, slots=True)
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


def shard_bytes(records: Sequence[Record]) -> bytes:
    """What a share says of itself."""
    return b"[" + b",\n".join(record.to_json() for record in records) + b"]\n"


def shard_records(folder: Path) -> list[Record]:
    """What the share in *folder* says of itself.

    Raises:
        SourceError: it is no share, or one of another version of stratkit.
    """
    try:
        listed = plain_json((folder / SHARD).read_bytes())
        known = listed if isinstance(listed, list) else [None]
        records = [Record.from_json(json.dumps(one).encode()) for one in known]
    except (OSError, ValueError, TypeError):
        records = [None]
    whole = [one for one in records if one is not None]
    if len(whole) < len(records):
        raise SourceError(
            say("'{path}' is no share of a website of this version", path=str(folder)),
            say("make it with 'stratkit build --shard 1/8 -o FOLDER'"),
        )
    return whole


def joined(
    folders: Sequence[Path], inputs: Mapping[str, str], regions: Sequence[str]
) -> dict[str, tuple[Path, Record]]:
    """The record of each region with the folder in which its files stand.

    Args:
        folders: the shares.
        inputs: digest of what each region is made of here.
        regions: those that the whole website has.

    Raises:
        SourceError: a share is none, was made from other data, or a region is in none of them.
    """
    found: dict[str, tuple[Path, Record]] = {}
    for folder in folders:
        for record in shard_records(folder):
            if inputs.get(record.region) != record.read:
                raise SourceError(
                    say("the share in '{path}' was made from other data or by another stratkit", path=str(folder)),
                    say("make all shares from one commit, with one version and the same options"),
                )
            found[record.region] = (folder, record)
    lost = [name for name in regions if name not in found]
    if lost:
        raise SourceError(
            say("no share holds these regions: {names}", names=", ".join(lost)),
            say("name the folders of all shares"),
        )
    return {name: found[name] for name in regions}
