"""The words of an act -> its changes. Words that may be understood in two ways are refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from stratkit.amend.act import BEFORE, BETWEEN, CLOSINGS, LAST
from stratkit.amend.grammar import Grammar, Node
from stratkit.amend.operation import ACTIONS, Change
from stratkit.amend.plain import Para, Section, Table
from stratkit.amend.plain import words as words_of
from stratkit.amend.problems import Ambiguous, Missing
from stratkit.amend.quotes import OPEN, unquote
from stratkit.document.typography import settle
from stratkit.immutable import immutable

Block = Section | Para | Table


@immutable
class Act:
    """What an act says: its changes, and the annex if it has one."""

    changes: list[Change]
    annex: list[Block]


def parse_act(blocks: Sequence[Block], grammar: Grammar) -> Act:
    """The changes that an act makes.

    Raises:
        Missing: the act holds words that no formula explains, or its numbers do not follow each other.
        Ambiguous: words may be understood in two ways.
    """
    words = grammar.data.act
    starts = [index for index, block in enumerate(blocks) if _line(block) == words.annex]
    first = next((index for index, block in enumerate(blocks) if _starts(block, grammar, 1, item=False)), None)
    if first is None:
        raise Missing(grammar.data.numbers.change)
    end = next((index for index in starts if index > first), len(blocks))
    last = end - 1 if words.signature is not None and _line(blocks[end - 1]) == _plain(words.signature) else end
    return Act(list(_Parser(blocks[first:last], grammar).changes()), list(blocks[end:]))


def _plain(text: str) -> str:
    """*text* as a reader of the page finds it."""
    return words_of(settle(text))


def _line(block: Block) -> str:
    return block.line if isinstance(block, Para) else ""


def _starts(block: Block, grammar: Grammar, number: int, *, item: bool) -> bool:
    numbers = grammar.data.numbers
    marker = (numbers.item if item else numbers.change).format(n=number)
    return _line(block).startswith(f"{marker} ")


class _Parser:
    def __init__(self, blocks: Sequence[Block], grammar: Grammar) -> None:
        self.blocks = blocks
        self.grammar = grammar
        self.at = 0

    def changes(self) -> Iterator[Change]:
        number = 0
        while self.at < len(self.blocks):
            number += 1
            text = self._text(number, item=False)
            scope = self._scope(text)
            if scope is None:
                yield self._change(text, self._single(text), number, 0, None)
            else:
                self.at += 1
                yield from self._items(scope, number)

    def _items(self, scope: Node, number: int) -> Iterator[Change]:
        item = 0
        closed = False
        while not closed:
            item += 1
            text = self._text(item, item=True)
            actions = self.grammar.read(ACTIONS[scope.form], _bare(text))
            yield self._change(text, [(scope, one) for one in actions], number, item, scope)
            closed = self.at >= len(self.blocks) or _starts(self.blocks[self.at], self.grammar, number + 1, item=False)

    def _text(self, number: int, *, item: bool) -> str:
        """The words of the change after its number."""
        block = self.blocks[self.at] if self.at < len(self.blocks) else Para("")
        if not _starts(block, self.grammar, number, item=item):
            raise Missing(f"{number} {_line(block)}")
        text = _line(block).split(" ", 1)[1]
        return text if item else text[:1].lower() + text[1:]

    def _scope(self, text: str) -> Node | None:
        """The section or table inside which a list of changes follows; None if *text* is no such line."""
        following = self.blocks[self.at + 1] if self.at + 1 < len(self.blocks) else Para("")
        if not text.endswith(BEFORE) or not _starts(following, self.grammar, 1, item=True):
            return None
        bare = text.removesuffix(BEFORE)
        found = [*self.grammar.read("scope", bare), *self.grammar.read("scope", f"{bare},")]
        if len(found) > 1:
            raise Ambiguous(text)
        return found[0] if found else None

    def _single(self, text: str) -> list[tuple[Node | None, Node]]:
        """Every way to understand a change that stands alone."""
        bare = _bare(text)
        found: list[tuple[Node | None, Node]] = [(None, one) for one in self.grammar.read("document", bare)]
        for end, scope in self.grammar.start("scope", bare):
            if bare.startswith(" ", end):
                found += [(scope, one) for one in self.grammar.read(ACTIONS[scope.form], bare[end + 1 :])]
        return found

    def _change(
        self, text: str, found: Sequence[tuple[Node | None, Node]], number: int, item: int, scope: Node | None
    ) -> Change:
        if len(found) != 1:
            raise (Ambiguous if found else Missing)(text)
        self.at += 1
        where, action = found[0]
        if not text.endswith(BEFORE):
            return Change(where, action)

        def follows(index: int) -> bool:
            """Whether the act goes on properly at *index*."""
            if index >= len(self.blocks):
                return True
            block = self.blocks[index]
            next_item = scope is not None and _starts(block, self.grammar, item + 1, item=True)
            return next_item or _starts(block, self.grammar, number + 1, item=False)

        return Change(where, action, self._content(text, follows))

    def _content(self, text: str, follows: Callable[[int], bool]) -> list[Block]:
        """The new wording, to the first closing quote after which the act goes on properly."""
        if self.at < len(self.blocks) and _line(self.blocks[self.at]) == OPEN:
            content = self._between(follows)
        else:
            content = self._inside(follows)
        if content is None:
            raise Missing(text)
        return content

    def _between(self, follows: Callable[[int], bool]) -> list[Block] | None:
        """New wording between quotes that stand alone."""
        start = self.at + 1
        for index in range(start, len(self.blocks)):
            if _line(self.blocks[index]) in CLOSINGS and follows(index + 1):
                self.at = index + 1
                return list(self.blocks[start:index])
        return None

    def _inside(self, follows: Callable[[int], bool]) -> list[Block] | None:
        """New wording in lines, the first of which opens the quotes and the last of which closes them."""
        lines: list[str] = []
        for index in range(self.at, len(self.blocks)):
            lines.append(_line(self.blocks[index]))
            if not lines[0].startswith(OPEN) or not lines[-1]:
                return None
            words = unquote("\n".join(lines)[1:-2]) if lines[-1].endswith(CLOSINGS) else None
            if words and follows(index + 1):
                self.at = index + 1
                return [Para(line) for line in words.split("\n")]
        return None


def _bare(text: str) -> str:
    """The words without what closes them."""
    return text[:-1] if text.endswith((BEFORE, BETWEEN, LAST)) else text
