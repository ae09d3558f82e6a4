"""Patterns of words and signs, ready when they are needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any


class Pattern:
    """A regular expression that is compiled when something is first looked for with it.

    Rules have more than a hundred of them, and most texts give reason to ask for few.

    Args:
        expression: as :mod:`re` has it.
        flags: the same.
    """

    def __init__(self, expression: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._expression = expression
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._expression, self._flags)

    def compile(self) -> None:
        """Get ready now, where there is time to spare."""
        _ = self._compiled

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As that of a compiled expression, like all others here."""
        return self._compiled.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """At the beginning."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """From the beginning to the end."""
        return self._compiled.fullmatch

    @cached_property
    def findall(self) -> Callable[[str], list[Any]]:
        """The texts that are found; of an expression with one group what stands in it."""
        return self._compiled.findall

    @cached_property
    def finditer(self) -> Callable[[str], Iterator[re.Match[str]]]:
        """What is found, one after the other."""
        return self._compiled.finditer

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """What stands between what is found."""
        return self._compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """The text with something else in the place of what is found."""
        return self._compiled.sub
