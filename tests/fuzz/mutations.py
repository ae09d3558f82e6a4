"""Files made up from real ones: a byte, a line, a value is changed. The same seed gives the same files."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.fuzz.hostile import FILES, SCALARS, TEXTS

REPOSITORY = Path(__file__).parents[2]
CORPUS = REPOSITORY / "tests" / "corpus" / "strategies"
REAL = REPOSITORY / "strategies"

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper: type[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_SIGNS = b"\x00\x01\t\n\r \"#%&'()*+,-./0123456789:<=>?@AZ[\\]^_`az{|}~\x7f\x80\x85\xa0\xc0\xd0\xe2\xed\xef\xf4\xff"


class Seeds:
    """The files from which others are made.

    Args:
        root: the folder of strategies.
        largest: files with more bytes are left out.
    """

    def __init__(self, root: Path, largest: int = 1 << 20) -> None:
        files = {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.yaml"))}
        self.files = {path: data for path, data in files.items() if len(data) <= largest}
        self.paths = tuple(self.files)
        self.values = {path: yaml.load(data, Loader=_Loader) for path, data in self.files.items()}
        scalars = [one for value in self.values.values() for one in _leaves(value)]
        self.scalars = tuple(dict.fromkeys(one for one in scalars if isinstance(one, str | int | float)))


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value


def made_up(seeds: Seeds, chance: random.Random) -> tuple[str, bytes]:
    """A path of the seeds and bytes that might stand there."""
    path = chance.choice(seeds.paths)
    way = chance.choices(_WAYS, _WEIGHTS)[0]
    return path, way(seeds, path, chance)


def _bytes(seeds: Seeds, path: str, chance: random.Random) -> bytes:
    data = bytearray(seeds.files[path])
    for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
        place = chance.randrange(len(data) + 1)
        end = min(len(data), place + chance.choice((0, 1, 1, 2, 8, 64)))
        match chance.randrange(4):
            case 0:
                data[place:end] = b""
            case 1:
                data[place:place] = bytes(chance.choices(_SIGNS, k=chance.choice((1, 1, 2, 8))))
            case 2:
                data[place:end] = bytes(chance.choices(_SIGNS, k=end - place))
            case _:
                data[place:place] = data[place:end] * chance.choice((1, 2, 50))
    return bytes(data)


def _lines(seeds: Seeds, path: str, chance: random.Random) -> bytes:
    lines = seeds.files[path].split(b"\n")
    other = seeds.files[chance.choice(seeds.paths)].split(b"\n")
    for _ in range(chance.choice((1, 1, 2, 5))):
        place = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                del lines[place : place + chance.choice((1, 1, 3))]
            case 1:
                lines.insert(place, chance.choice(lines))
            case 2:
                lines.insert(place, chance.choice(other))
            case 3:
                lines[place] = b" " * chance.choice((1, 2, 4)) + lines[place]
            case 4:
                lines[place] = lines[place].lstrip()
            case _:
                key, colon, _value = lines[place].partition(b": ")
                lines[place] = key + (colon or b": ") + chance.choice(SCALARS).encode("utf-8", "replace")
        lines = lines or [b""]
    return b"\n".join(lines)


def _values(seeds: Seeds, path: str, chance: random.Random) -> bytes:
    value = copy.deepcopy(seeds.values[path])
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        value = _changed(value, seeds, chance)
    return _dumped(value, chance)


def _texts(seeds: Seeds, path: str, chance: random.Random) -> bytes:
    """Texts, figures and dates become others of their kind: such files reach the later stages."""
    value = copy.deepcopy(seeds.values[path])
    places = [one for one in _holders(value) if one[1] != "stratkit"]
    for holder, key in chance.sample(places, min(len(places), chance.choice((1, 2, 4, 12)))):
        holder[key] = _like(holder[key], seeds, chance)
    return _dumped(value, chance)


def _hostile(_seeds: Seeds, _path: str, chance: random.Random) -> bytes:
    return chance.choice(_SMALL)


_SMALL = tuple(data for data in FILES.values() if len(data) < 10_000)
_WAYS: tuple[Callable[[Seeds, str, random.Random], bytes], ...] = (_bytes, _lines, _values, _texts, _hostile)
_WEIGHTS = (25, 20, 20, 34, 1)


def _holders(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each scalar within *value*, as what holds it and under which key."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in steps:
        if isinstance(inner, dict | list):
            yield from _holders(inner)
        else:
            yield value, key


def _like(old: Any, seeds: Seeds, chance: random.Random) -> Any:
    if isinstance(old, bool):
        return not old
    if isinstance(old, int):
        return chance.choice((0, 1, 2, 1700, 1990, 2024, 2100, 2199, old + 1, old - 1, old * 10, 10**15, 0.1, "3.1"))
    if isinstance(old, float):
        return chance.choice((0, -1, old * 10, old / 10, 1e15, 1e-9, round(old), 0.1 + 0.2))
    if isinstance(old, str):
        kin = [chance.choice(seeds.scalars) for _ in range(3)]
        return chance.choice(
            (*kin, chance.choice(TEXTS), chance.choice(TEXTS), old + chance.choice(TEXTS), old * 2, old[:3])
        )
    return chance.choice(seeds.scalars)


def _changed(value: Any, seeds: Seeds, chance: random.Random) -> Any:
    """*value* with one thing in it changed."""
    place, steps = value, []
    while isinstance(place, dict | list) and place and (not steps or chance.random() < 0.8):
        key = chance.choice(list(place)) if isinstance(place, dict) else chance.randrange(len(place))
        steps.append((place, key))
        place = place[key]
    if not steps:
        return chance.choice((None, [], {}, [value], {"a": value}, "x", 1))
    holder, key = steps[-1]
    match chance.randrange(7):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.insert(key, copy.deepcopy(chance.choice(holder)))
        case 1:
            holder[chance.choice((1, None, True, 1.5, "x", "stratkit", *TEXTS))] = holder[key]
        case 2:
            holder[key] = chance.choice(
                (None, True, 0, -1, 1.5, 10**20, float("inf"), float("nan"), "", [], {}, [None], {"a": None})
            )
        case 3:
            holder[key] = chance.choice((*TEXTS, *seeds.scalars))
        case 4:
            holder[key] = [holder[key]] if chance.random() < 0.5 else {"id": holder[key]}
        case 5:
            holder[key] = copy.deepcopy(seeds.values[chance.choice(seeds.paths)])
        case _ if isinstance(holder, dict):
            moved = holder.pop(key)
            holder[key] = moved
        case _:
            chance.shuffle(holder)
    return value


def _dumped(value: Any, chance: random.Random) -> bytes:
    text: str = yaml.dump(
        value,
        Dumper=_Dumper,
        allow_unicode=chance.random() < 0.8,
        default_flow_style=chance.choice((False, False, None, True)),
        width=chance.choice((40, 120, 10_000)),
        sort_keys=chance.random() < 0.1,
    )
    return text.encode("utf-8", "replace")
