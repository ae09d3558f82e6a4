"""The language of the act: one set of formulas, by which it is written and by which it is read.

A *rule* has several *forms*; a form is a line of fixed words with places in it. Writing fills the
places; reading tries every way to understand a text and gives all of them, so that whoever reads
can refuse a text that may be understood in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from stratkit.amend.formulas import check_formulas
from stratkit.amend.ordinals import OrdinalWords
from stratkit.amend.quotes import NAMES, naming, quote, quoted
from stratkit.amend.template import Kind, Piece, pieces
from stratkit.immutable import immutable
from stratkit.model.amendments import Amendments, Case

_NUMBER = re.compile(r"(?:\d+|[A-Z]+)(?:\.\d+)*")


@immutable
class Node:
    """A formula with its places filled: words, numbers, other formulas, or a series of them."""

    rule: str
    form: str
    slots: Mapping[str, Value] = field(default_factory=dict)

    def words(self, name: str) -> str:
        """The words or the number in the place *name*.

        Raises:
            TypeError: a formula stands there.
        """
        value = self.slots[name]
        if isinstance(value, str):
            return value
        raise TypeError(name)

    def node(self, name: str) -> Node:
        """The formula in the place *name*.

        Raises:
            TypeError: words stand there.
        """
        value = self.slots[name]
        if isinstance(value, Node):
            return value
        raise TypeError(name)

    def nodes(self, name: str) -> tuple[Node, ...]:
        """The series of formulas in the place *name*.

        Raises:
            TypeError: there is no series there.
        """
        value = self.slots[name]
        if isinstance(value, tuple):
            return value
        raise TypeError(name)


Value = str | Node | tuple[Node, ...]
"""What may stand in a place of a formula."""

_Read = Iterator[tuple[int, dict[str, Value]]]


class Grammar:
    """The formulas, ready for writing and reading.

    Raises:
        ConfigError: a formula is missing.
    """

    def __init__(self, data: Amendments) -> None:
        check_formulas(data)
        self.data = data
        self.ordinals = OrdinalWords(data.ordinals)
        self._forms = {
            (rule, form): tuple(pieces(formula, data.lists))
            for rule, forms in data.rules.items()
            for form, formula in forms.items()
        }

    def write(self, node: Node, case: Case = "accusative") -> str:
        """The words of *node*, in *case* where the formula leaves it open."""
        return "".join(self._words(piece, node, piece.case or case) for piece in self._forms[node.rule, node.form])

    def _words(self, piece: Piece, node: Node, case: Case) -> str:
        match piece.kind:
            case Kind.TEXT:
                return piece.name
            case Kind.WORD:
                return self.data.words[piece.name][case]
            case Kind.NAMING:
                return self.data.words[naming(node.words(piece.name))][case]
            case Kind.QUOTE:
                return quote(node.words(piece.name))
            case Kind.NUMBER:
                return node.words(piece.name)
            case Kind.ORDINAL:
                return self.ordinals.write(int(node.words(piece.name)), piece.gender, case)
            case Kind.SERIES:
                return self.data.lists[piece.name].between.join(self.write(one, case) for one in node.nodes(piece.name))
            case Kind.RULE:
                return self.write(node.node(piece.name), case)

    def read(self, rule: str, text: str, case: Case = "accusative") -> list[Node]:
        """Every way to understand the whole of *text* by *rule*."""
        return [node for end, node in self.start(rule, text, 0, case) if end == len(text)]

    def start(self, rule: str, text: str, at: int = 0, case: Case = "accusative") -> Iterator[tuple[int, Node]]:
        """Every way to understand *text* from *at* on by *rule*: where it ends, and what it says."""
        for form in self.data.rules[rule]:
            for end, slots in self._match(self._forms[rule, form], text, at, case, {}):
                yield end, Node(rule, form, slots)

    def _match(self, parts: tuple[Piece, ...], text: str, at: int, case: Case, named: Mapping[str, Value]) -> _Read:
        """*named* is what the act called the words in quotes before they came."""
        if not parts:
            yield at, {}
            return
        piece, rest = parts[0], parts[1:]
        for end, found in self._piece(piece, text, at, piece.case or case):
            if piece.kind is Kind.NAMING:
                yield from self._match(rest, text, end, case, {**named, **found})
            elif piece.kind is not Kind.QUOTE or _fits(found, named):
                for last, others in self._match(rest, text, end, case, named):
                    yield last, {**found, **others}

    def _piece(self, piece: Piece, text: str, at: int, case: Case) -> _Read:
        name = piece.name
        match piece.kind:
            case Kind.TEXT | Kind.WORD:
                yield from _fixed(name if piece.kind is Kind.TEXT else self.data.words[name][case], text, at)
            case Kind.NAMING:
                kinds = ((one, self.data.words[one][case]) for one in NAMES)
                yield from _named(name, ((at + len(words), one) for one, words in kinds if text.startswith(words, at)))
            case Kind.QUOTE:
                yield from _named(name, quoted(text, at))
            case Kind.NUMBER:
                if found := _NUMBER.match(text, at):
                    yield found.end(), {name: found.group()}
            case Kind.ORDINAL:
                numbers = self.ordinals.read(text, at, piece.gender, case)
                yield from _named(name, ((end, str(one)) for end, one in numbers))
            case Kind.SERIES:
                yield from _named(name, self._series(name, text, at, case))
            case Kind.RULE:
                yield from _named(name, self.start(name, text, at, case))

    def _series(self, name: str, text: str, at: int, case: Case) -> Iterator[tuple[int, tuple[Node, ...]]]:
        rule = self.data.lists[name]
        for end, node in self.start(rule.of, text, at, case):
            yield end, (node,)
            if text.startswith(rule.between, end):
                for last, others in self._series(name, text, end + len(rule.between), case):
                    yield last, (node, *others)


def _fixed(words: str, text: str, at: int) -> _Read:
    if text.startswith(words, at):
        yield at + len(words), {}


def _named(name: str, found: Iterable[tuple[int, Value]]) -> _Read:
    return ((end, {name: value}) for end, value in found)


def _fits(found: Mapping[str, Value], named: Mapping[str, Value]) -> bool:
    """Whether the words in quotes are what the act called them."""
    return all(named.get(name, naming(str(words))) == naming(str(words)) for name, words in found.items())
