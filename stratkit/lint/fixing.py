"""Mending what can be mended by a program, until nothing is left to mend."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from stratkit.diagnostics import Diagnostic
from stratkit.load.mending import FORM_CODES, mend_form
from stratkit.source import Tree, parse
from stratkit.source.edits import apply_fixes
from stratkit.source.overlay import OverlayTree

_PASSES = 20
"""One fix may lay another one bare; each pass mends what the one before left, and this many always suffice."""


@dataclass
class Mended:
    """What was mended.

    Args:
        files: the new content of each file that changes.
        counts: how many findings of each rule were mended.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


def mend(tree: Tree, found_in: Callable[[Tree], Iterable[Diagnostic]], *, unsafe: bool) -> Mended:
    """Apply the fixes of all findings, again and again, until a pass changes nothing.

    Args:
        tree: the files; they are not written.
        found_in: the findings that are to be mended, in this tree or a later state of it.
        unsafe: also fixes that a person has to look at.
    """
    mended = Mended()
    for _ in range(_PASSES):
        state = OverlayTree(tree, dict(mended.files))
        changed = False
        for path, found in _by_file(found_in(state)).items():
            before = state.read(path)
            after, counts = _mend_file(before, path, found, unsafe=unsafe)
            if after != before:
                changed = True
                mended.files[path] = after
                mended.counts += counts
        if not changed:
            break
    return mended


def can_mend(one: Diagnostic, *, unsafe: bool) -> bool:
    """Whether :func:`mend` would try to mend a finding."""
    return one.code in FORM_CODES or (one.fix is not None and (unsafe or one.fix.safe))


def _by_file(found: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    by_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for one in found:
        by_file[one.span.path].append(one)
    return by_file


def _mend_file(data: bytes, path: str, found: list[Diagnostic], *, unsafe: bool) -> tuple[bytes, Counter[str]]:
    chosen = [one for one in found if can_mend(one, unsafe=unsafe)]
    if not chosen:
        return data, Counter()
    after, mended = _mend_texts(data, path, chosen)
    codes = frozenset(one.code for one in chosen) & FORM_CODES
    formed = mend_form(after, path, codes) if codes else after
    counts = Counter(one.code for one in mended)
    if formed != after:
        counts.update(codes)
    return formed, counts


def _mend_texts(data: bytes, path: str, found: list[Diagnostic]) -> tuple[bytes, list[Diagnostic]]:
    """All fixes at once; if the file then says something that was not meant, those that go well together."""
    fixed = [(one, one.fix) for one in found if one.fix is not None]
    after, applied = apply_fixes(data, [fix for _, fix in fixed])
    mended = [one for one, fix in fixed if fix in applied]
    if not mended or _as_meant(data, after, path, mended):
        return after, mended
    mended, after = [], data
    for one, fix in fixed:
        fixes = [other.fix for other in mended if other.fix is not None]
        tried, applied = apply_fixes(data, [*fixes, fix])
        if fix in applied and _as_meant(data, tried, path, [*mended, one]):
            mended, after = [*mended, one], tried
    return after, mended


def _as_meant(before: bytes, after: bytes, path: str, mended: Iterable[Diagnostic]) -> bool:
    """Whether only the values and keys changed that were to change, and texts stayed texts."""
    old, new = parse(before, path), parse(after, path)
    if old.value is None or new.value is None or len(new.findings) > len(old.findings):
        return False
    former, later = dict(_leaves(old.value)), dict(_leaves(new.value))
    changed = [place for place in former.keys() | later.keys() if former.get(place) != later.get(place)]
    meant = [place for one in mended for place in _places(one)]
    kept = all(type(former[place]) is type(later[place]) for place in changed if place in former and place in later)
    return kept and all(any(f"{place}/".startswith(f"{one}/") for one in meant) for place in changed)


def _places(one: Diagnostic) -> Iterator[str]:
    """Where the file may say something else once a finding is mended: a key may come to be called otherwise."""
    yield one.pointer
    if one.fix is not None and len(one.fix.edits) == 1:
        above = one.pointer.rpartition("/")[0]
        yield f"{above}/{one.fix.edits[0].text}" if above else one.fix.edits[0].text


def _leaves(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every value that is neither list nor mapping, by its keys and indexes, joined by slashes; empty ones too."""
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _leaves(inner, f"{pointer}/{key}" if pointer else str(key))
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from _leaves(inner, f"{pointer}/{index}" if pointer else str(index))
    else:
        yield pointer, value
