"""What is taken already: ids and numbers in use and retired, read from the files themselves.

The linked strategy would do only as long as no file has a mistake; a number must not be given
twice because the file that holds it does not pass the schema today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from stratkit.diagnostics import Message, say
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.suggest import closest
from stratkit.model.base import is_id
from stratkit.model.numbers import number_key
from stratkit.source.reader import parse
from stratkit.source.tree import Tree


def checked_id(asked: str) -> str:
    """*asked*, if it is written as an id must be.

    Raises:
        ConfigError: it is not.
    """
    if is_id(asked):
        return asked
    hint = say("an id has Latin letters in lower case, digits and single hyphens, e.g. digital-portfolio")
    raise ConfigError(say("'{id}' cannot be an id", id=asked), hint)


def one_of(asked: str, known: Iterable[str], missing: Message) -> str:
    """*asked*, if it is among *known*.

    Raises:
        ConfigError: it is not; with the sentence *missing* and the nearest of *known*.
    """
    names = list(known)
    if asked in names:
        return asked
    near = closest(asked, names)
    hint = (
        say("did you mean '{name}'?", name=near) if near else say("there are: {names}", names=", ".join(names) or "–")
    )
    raise ConfigError(missing, hint)


def refuse_taken(asked: str, used: Iterable[str], retired: Iterable[str]) -> None:
    """Stop if the id is in use or was.

    Raises:
        ConfigError: it is.
    """
    if asked in set(used):
        raise ConfigError(say("the id '{id}' is taken", id=asked), say("choose another id"))
    if asked in set(retired):
        raise ConfigError(say("the id '{id}' is retired and never used again", id=asked), say("choose another id"))


def contents(tree: Tree, folder: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The files in *folder* with what they hold.

    Raises:
        ConfigError: a file cannot be read, so nobody knows which ids and numbers it takes.
    """
    for path in tree.paths:
        if path.startswith(f"{folder}/"):
            value = parse(tree.read(path), path).value
            if not isinstance(value, dict):
                hint = say("mend it first: 'stratkit lint' says what is wrong")
                raise ConfigError(say("'{path}' cannot be read, so its ids and numbers are not known", path=path), hint)
            yield path, value


def entries(value: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """The mappings in the list *key*; what else stands there is no entry."""
    items = value.get(key)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def retired(tree: Tree, region: str, kind: str) -> list[Mapping[str, Any]]:
    """The retired entries of one kind."""
    path = f"{region}/retired.yaml"
    if path not in tree.paths:
        return []
    value = parse(tree.read(path), path).value
    return [one for one in entries(value if isinstance(value, dict) else {}, "entries") if one.get("kind") == kind]


def next_number(numbers: Iterable[object]) -> int:
    """The number after the greatest; an inserted 3.1 counts as 3. Entries without a number do not count."""
    taken = [number_key(number)[0] for number in numbers if _is_number(number) and isinstance(number, int | str)]
    return max(taken, default=0) + 1


def _is_number(value: object) -> bool:
    return not isinstance(value, bool) and str(value).replace(".", "").isdecimal()
