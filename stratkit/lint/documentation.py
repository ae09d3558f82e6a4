"""The documentation of the rules, from their docstrings: as text and as Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from stratkit.diagnostics import mark, say
from stratkit.diagnostics.message import Translate
from stratkit.immutable import immutable
from stratkit.lint.index import INDEX
from stratkit.lint.labels import LABELS
from stratkit.lint.packs import MEANINGS, PACKS, PREFIX
from stratkit.lint.rule import Rule
from stratkit.lint.told import Told

_STATUS = {"preview": mark("preview"), "stable": mark("stable"), "deprecated": mark("deprecated")}
_FIXES = {
    "none": mark("it has to be mended by hand"),
    "safe": mark("'stratkit lint --fix' mends it"),
    "unsafe": mark("'stratkit lint --unsafe-fixes' mends it where the right word is clear; look at the result"),
}
_FIX_SIGNS = {"none": "", "safe": "--fix", "unsafe": "--unsafe-fixes"}
_HEAD = (
    mark("Code"),
    mark("Title"),
    mark("Name"),
    mark("Severity"),
    mark("Status"),
    mark("Fix"),
    mark("Packs"),
    mark("Meaning"),
)
_CODE_INDENT = "    "
_HEADING = "## "


@immutable
class Part:
    """A heading, a paragraph on one line, or an example as it stands."""

    kind: Literal["heading", "paragraph", "example"]
    text: str


def parts(rule: Rule) -> Iterator[Part]:
    """The documentation of *rule* in its parts; headings and paragraphs are what gets translated."""
    example: list[str] = []
    for block in _blocks(rule.doc):
        if block.startswith(_CODE_INDENT):
            example.append("\n".join(line.removeprefix(_CODE_INDENT) for line in block.splitlines()))
            continue
        if example:
            yield Part("example", "\n\n".join(example))
            example = []
        heading = block.startswith(_HEADING)
        yield Part("heading" if heading else "paragraph", " ".join(block.removeprefix(_HEADING).split()))
    if example:
        yield Part("example", "\n\n".join(example))


def reasons(rule: Rule) -> Iterator[str]:
    """Why what the rule finds is bad, in paragraphs to be translated: the first section of its documentation."""
    headings = 0
    for part in parts(rule):
        headings += part.kind == "heading"
        if headings == 1 and part.kind == "paragraph":
            yield part.text


def told(rule: Rule) -> Told:
    """What a reader of its findings is told of *rule*."""
    return Told(rule.title, tuple(reasons(rule)))


def _blocks(doc: str) -> Iterator[str]:
    """Headings, paragraphs and pieces of code; a heading needs no blank line after it."""
    for block in doc.split("\n\n"):
        if block.startswith(_HEADING):
            heading, _, block_below = block.partition("\n")
            yield heading
            if block_below:
                yield block_below
        elif block.strip():
            yield block


def _facts(rule: Rule, translate: Translate) -> list[str]:
    """What the metadata says, line by line."""
    facts = [
        say(
            "severity: {severity}; status: {status}; since {version}",
            severity=say(LABELS[rule.severity]), status=say(_STATUS[rule.status]), version=rule.since,
        ),
        say("name: {name}", name=rule.name),
        say("packs: {packs}", packs=", ".join(rule.packs)),
        say("mending: {how}", how=say(_FIXES[rule.fix])),
    ]  # fmt: skip
    if rule.clause is not None:
        facts.append(say("rests on: {clause}", clause=rule.clause.sentence))
    return [fact.render(translate) for fact in facts]


def as_text(rule: Rule, translate: Translate) -> str:
    """One rule for a terminal."""
    facts = _facts(rule, translate)
    lines = [f"{rule.code} {translate(rule.title)}", *facts]
    for part in parts(rule):
        if part.kind == "example":
            lines.append("\n".join(f"  {line}".rstrip() for line in part.text.splitlines()))
        elif part.kind == "heading":
            lines += ["", translate(part.text) + ":"]
        else:
            lines += [*([""] if lines[-1] == facts[-1] else []), translate(part.text)]
    return "\n".join(lines) + "\n"


def as_markdown(rule: Rule, translate: Translate) -> str:
    """One rule as a page."""
    lines = [f"# {rule.code} {translate(rule.title)}", "\n".join(f"- {fact}" for fact in _facts(rule, translate))]
    for part in parts(rule):
        if part.kind == "example":
            lines.append(f"```yaml\n{part.text}\n```")
        else:
            lines.append(("## " if part.kind == "heading" else "") + translate(part.text))
    return "\n\n".join(lines) + "\n"


def _rows(rules: Sequence[Rule], translate: Translate) -> list[tuple[str, ...]]:
    return [
        (
            rule.code, translate(rule.title), rule.name, translate(LABELS[rule.severity]), translate(_STATUS[rule.status]),
            _FIX_SIGNS[rule.fix], ", ".join(rule.packs), translate(rule.summary),
        )
        for rule in rules
    ]  # fmt: skip


_SPARE = (4, 6, 2, 5)
"""The columns of the table of rules without which it still says something, the sparest first."""
_LEAST = 24
"""With how many signs the last column still says something."""


def table_as_text(translate: Translate, rules: Sequence[Rule], width: int = 0) -> str:
    """Rules in columns; behind all rules all packs.

    Args:
        translate: the language of the reader.
        rules: which.
        width: signs of a line of the terminal, into which as many columns go as have room; 0: it does not matter.
    """
    rows = [tuple(translate(word) for word in _HEAD), *_rows(rules, translate)]
    shown = _columns(_fitting(rows, width) if width else rows)
    return f"{shown}\n{_columns(_packs(translate))}" if len(rules) == len(INDEX) else shown


def _packs(translate: Translate) -> list[tuple[str, ...]]:
    """Every pack: how it is named where codes stand, how many rules it has, what it is about."""
    head = tuple(translate(word) for word in (mark("Pack"), mark("Rules"), mark("Meaning")))
    sizes = Counter(pack for rule in INDEX for pack in rule.packs)
    return [head, *((PREFIX + pack, str(sizes[pack]), translate(MEANINGS[pack])) for pack in PACKS)]


def _fitting(rows: list[tuple[str, ...]], width: int) -> list[tuple[str, ...]]:
    *kept, last = range(len(rows[0]))
    widths = [max(len(row[column]) for row in rows) + 2 for column in kept]
    room = width - sum(widths)
    for spare in _SPARE:
        if room >= _LEAST:
            break
        kept.remove(spare)
        room += widths[spare]
    whole = [*kept, last] if room >= _LEAST else kept
    return [tuple(_cut(row[column], room) if column == last else row[column] for column in whole) for row in rows]


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1]}…"


def _columns(rows: list[tuple[str, ...]]) -> str:
    """Cells side by side; the last column is as long as it is."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    return "".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) + "\n"
        for row in rows
    )


def table_as_markdown(translate: Translate, rules: Sequence[Rule], _width: int = 0) -> str:
    """Rules as a table; behind all rules all packs."""
    shown = _table([tuple(translate(word) for word in _HEAD), *_rows(rules, translate)])
    return f"{shown}\n{_table(_packs(translate))}" if len(rules) == len(INDEX) else shown


def _table(rows: list[tuple[str, ...]]) -> str:
    """A table whose first row is its head."""
    ruled = [rows[0], ("---",) * len(rows[0]), *rows[1:]]
    cells = [tuple(cell.replace("|", "\\|") for cell in row) for row in ruled]
    return "".join(f"| {' | '.join(row)} |\n" for row in cells)


@immutable
class Explanation:
    """A form of the documentation.

    Args:
        rule: one rule.
        table: several rules; into lines of so many signs, if it is for a terminal.
    """

    rule: Callable[[Rule, Translate], str]
    table: Callable[[Translate, Sequence[Rule], int], str]


EXPLANATIONS = {
    "text": Explanation(as_text, table_as_text),
    "markdown": Explanation(as_markdown, table_as_markdown),
}
"""Every form, by name."""
