"""What every form of the report is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from stratkit.diagnostics import Diagnostic, Message, Severity, Span
from stratkit.diagnostics.message import Translate
from stratkit.lint.found import Found

WIDTH = 100
"""How many signs of a line are shown where nobody knows better."""


@dataclass(frozen=True)
class Report:
    """Diagnostics with all that is needed to show them.

    Args:
        diagnostics: sorted by place.
        translate: the language of the reader.
        line: gives the text of the line on which a span starts.
        color: colours are wanted.
        statistics: counts by rule are wanted instead of the findings.
        files: how many files were checked.
        prefix: leads from the folder of the run to the folder of strategies; empty, or with a slash at the end.
            Services that show findings in a repository need paths from its top.
        waived: findings that editors let pass, each with its waiver.
        known: how many findings are not shown because a baseline knows them.
        lesser: how many findings are not shown because they do not matter enough.
        language: of the reader, as standards call it.
        width: how many signs of a line of a file are shown.
        as_drawn: where a sheet says how it looks, it looks so in this report.
    """

    diagnostics: Sequence[Diagnostic]
    translate: Translate
    line: Callable[[Span], str]
    color: bool = False
    statistics: bool = False
    files: int = 0
    prefix: str = ""
    waived: tuple[Diagnostic, ...] = ()
    known: int = 0
    lesser: int = 0
    language: str = "en"
    width: int = WIDTH
    as_drawn: bool = False

    def words(self, message: Message) -> str:
        """*message* in the language of the reader."""
        return message.render(self.translate)

    def sentences(self, *messages: Message | None) -> str:
        """*messages* as sentences that follow each other: with capitals and stops."""
        return " ".join(_sentence(self.words(one)) for one in messages if one is not None)

    def path(self, span: Span) -> str:
        """The path of a file for services that know the whole repository."""
        return self.prefix + span.path

    @cached_property
    def found(self) -> Found:
        """The diagnostics, file by file."""
        return Found.of(self.diagnostics)

    def pieces(self, of_file: Callable[[Report, Sequence[Diagnostic]], str]) -> Iterator[bytes]:
        """What each file looks like, as *of_file* draws it."""
        for sheet in self.found.sheets:
            if sheet.drawn is not None and self.as_drawn:
                yield sheet.drawn
            else:
                yield from [encoded(of_file(self, leaf.found)) for leaf in sheet.leaves]

    @cached_property
    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity, the worst first."""
        counted: Counter[Severity] = Counter()
        for one in self.found.tallied:
            counted[one.severity] += one.times
        return {severity: counted[severity] for severity in sorted(Severity, reverse=True)}

    @cached_property
    def by_code(self) -> list[tuple[str, str, int]]:
        """Code, name and count of each rule that found something, the most frequent first."""
        counted: Counter[tuple[str, str]] = Counter()
        for one in self.found.tallied:
            counted[one.code, one.rule] += one.times
        return [(code, name, count) for (code, name), count in counted.most_common()]


def encoded(text: str) -> bytes:
    """*text* as it is written and kept."""
    return text.encode("utf-8", "surrogatepass")


def whole(parts: Iterable[str | bytes]) -> bytes:
    """The *parts* of a report one after the other: most was drawn in a former run and is not taken apart into signs."""
    return b"".join([encoded(one) if isinstance(one, str) else one for one in parts])


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '?', '!', '…')) else '.'}"
