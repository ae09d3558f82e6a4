"""The consolidated text: the document with marks that say which act changed, added or repealed what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import RenderError
from stratkit.document.fields import date_text
from stratkit.document.redaction import KINDS, Unit, followed
from stratkit.document.templates import fill
from stratkit.document.typography import settle
from stratkit.document.view import Block, Cell, DocumentView, Paragraphs, Part, Row, Table, Text
from stratkit.immutable import immutable
from stratkit.model import kinds
from stratkit.model.amendments import ConsolidatedWords
from stratkit.model.linked import Act
from stratkit.model.profile import Words


def consolidated(
    editions: Sequence[DocumentView], acts: Sequence[Act], data: ConsolidatedWords, words: Words
) -> DocumentView:
    """The last of *editions* with marks.

    Args:
        editions: the document in each edition, the first one first.
        acts: the acts that brought the editions about, without the first.
        data: the words of the marks.
        words: the words of the document, for dates and numbers.

    Raises:
        RenderError: *data* lacks the marks of a kind of unit.
    """
    view = editions[-1]
    if not acts:
        return view
    for kind in KINDS:
        if kind not in data.units:
            raise RenderError(
                say("the marks of the consolidated text lack '{kind}'", kind=kind),
                say("add it under 'consolidated.units' in '{path}'", path=kinds.KINDS["amendments"].place),
            )
    marker = _Marker(data, [_citation(one, data, words) for one in acts])
    marker.visit(followed(editions))
    head = settle(fill(data.head, {"acts": marker.genitive(range(1, len(acts) + 1))}))
    front = (*view.title_page[:1], head, *view.title_page[1:])
    parts = tuple(replace(part, blocks=tuple(marker.drawn(part.blocks))) for part in view.parts)
    if not view.title_page:
        parts = (Part((Paragraphs((Text(head),)),)), *parts)
        front = ()
    return replace(view, title_page=front, parts=parts)


@immutable
class _Citation:
    nominative: str
    genitive: str
    instrumental: str


def _citation(act: Act, data: ConsolidatedWords, words: Words) -> _Citation:
    def cited(kind: str) -> str:
        fields = {
            "kind": kind, "issuer": act.issuer or "",
            "date": fill(words.act_date, {"date": date_text(act.date, words)}) if act.date else "",
            "number": fill(words.act_number, {"number": act.act_number}) if act.act_number else "",
        }  # fmt: skip
        return fill(data.act, fields)

    kind = act.kind
    if kind is None:
        return _Citation(*[cited("")] * 3)
    return _Citation(cited(kind.title[:1].upper() + kind.title[1:]), cited(kind.genitive), cited(kind.instrumental))


@dataclass
class _Marker:
    """Collects the lines that stand behind each thing of a document, and draws them."""

    data: ConsolidatedWords
    acts: Sequence[_Citation]
    after: dict[int, list[str]] = field(default_factory=dict)
    starts: dict[int, list[str]] = field(default_factory=dict)

    def genitive(self, editions: Iterable[int]) -> str:
        """The acts of *editions* in the genitive case."""
        return self.data.between.join(self.acts[one - 1].genitive for one in editions)

    # ---- what to say ----

    def visit(self, unit: Unit) -> object:
        """Collect the lines of *unit* and of all inside it; the last thing that belongs to it."""
        last = unit.source
        self._say(last, self._mark(unit))
        if unit.kind == "table":
            self.starts[id(unit.source)] = [self._gone(one) for one in unit.first]
        else:
            self._say(last, (self._gone(one) for one in unit.first))
        for one in unit.inside:
            end = self.visit(one)
            if unit.kind != "table":
                last = end
        self._say(last, (self._gone(one) for one in unit.behind))
        return last

    def _say(self, place: object, lines: Iterable[str]) -> None:
        found = list(lines)
        if found:
            self.after.setdefault(id(place), []).extend(found)

    def _mark(self, unit: Unit) -> Iterator[str]:
        changed = [edition for how, edition in unit.steps if how == "changed"]
        added = [edition for how, edition in unit.steps if how == "added"]
        if unit.kind == "document" or not (changed or added):
            return
        words = self.data.units[unit.kind]
        fields = {"number": unit.number, "title": unit.title, "acts": self.genitive(changed)}
        if added:
            more = fill(self.data.more, fields) if changed else ""
            act = self.acts[added[0] - 1].instrumental
            yield settle(fill(words.added, {**fields, "act": act, "more": more}))
        else:
            yield settle(fill(words.changed, fields))

    def _gone(self, unit: Unit) -> str:
        fields = {
            "number": unit.number, "title": unit.title, "act": self.acts[unit.steps[-1][1] - 1].nominative,
        }  # fmt: skip
        return settle(fill(self.data.units[unit.kind].gone, fields))

    # ---- where to say it ----

    def drawn(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """*blocks* with the collected lines."""
        for block in blocks:
            if isinstance(block, Paragraphs):
                items = [(item, *self._texts(item)) for item in block.items]
                yield replace(block, items=tuple(one for each in items for one in each))
                continue
            yield self._table(block) if isinstance(block, Table) else block
            lines = self._texts(block)
            if isinstance(block, Table):
                lines = (*self._texts(block.notes), *lines)
            if lines:
                yield Paragraphs(lines)

    def _texts(self, source: object) -> tuple[Text, ...]:
        return tuple(Text(line) for line in self.after.get(id(source), ()))

    def _table(self, table: Table) -> Table:
        rows = list(self._rows(table, table.key, self.starts.get(id(table), ())))
        for row in table.rows:
            rows += [row, *self._rows(table, row.key, self.after.get(id(row), ()))]
        return replace(table, rows=tuple(rows))

    def _rows(self, table: Table, key: str, lines: Iterable[str]) -> Iterator[Row]:
        """A row right across for each of *lines*."""
        for number, line in enumerate(lines, 1):
            yield Row((Cell((Text(line),), colspan=table.columns),), key=f"{key}/marks-{number}")
