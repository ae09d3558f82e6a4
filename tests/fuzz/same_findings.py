"""Whether a former state of the program finds the same: ``python -m tests.fuzz.same_findings CHECKOUT --runs 300 --seed 1``.

For changes that shall cost less and find as much. Both lint the real strategies after texts were exchanged for those of
all cases of rules, and words, signs and figures in them were changed. Prints what only one of them found.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.fuzz.mutations import REAL, REPOSITORY

_TEXTS = frozenset({"goal", "description", "text", "benefit", "title", "note"})
_SENTENCE = re.compile(r"[А-Яа-яё]{3}.* ")
_EXAMPLE = re.compile(r"^ +(?:- )?(goal|description|text|benefit|title): (.*?)(?: +# error.*)?$", re.MULTILINE)
_ENDING = re.compile(r"(?:ый|ая|ое|ые|ого|ой|а|ы|у|ом|ам|ов|и|е)$")
_ENDINGS = ("ый", "ая", "ого", "ой", "ами", "а", "ы", "у", "ом", "ов", "и", "е", "ях", "")
_INSERTED = (
    "не", "в", "и", "до", "более", "два", "в 2 раза", "2024", "к 2023 году", "от 01.02.2020", "12", "12,5", "1 234", "100 %",
    "тыс.", "млн", "№ 5", "ЕПГУ", "–", "—", "-", "ё", "example.org",
)  # fmt: skip
_BLANKS = "\u00a0\n"
_ODD = "abcxyzёЁ№%…\u2009\u202f\u2011ї"
_FIGURES = (0, 1, 5, 10, 25, 50, 99.9, 100, 101, 150, 1000)
_RATES = (0.1, 0.3, 0.6)
"""How many of the texts are exchanged."""


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """The texts in *value*, each with the key under which it stands."""
    if isinstance(value, dict):
        for inner, below in value.items():
            yield from leaves(below, str(inner))
    elif isinstance(value, list):
        for below in value:
            yield from leaves(below, key)
    elif isinstance(value, str):
        yield key, value


def known_texts() -> tuple[list[str], list[str]]:
    """The texts of all strategies, of all cases and examples of rules, and apart from them the titles."""
    found: set[tuple[str, str]] = set()
    for folder in (REAL, REPOSITORY / "tests" / "lint"):
        for path in folder.rglob("*.yaml"):
            try:
                found.update(leaves(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)))
            except yaml.YAMLError:
                continue  # a case of a file that cannot be read
    for path in (REPOSITORY / "stratkit" / "lint" / "rules").glob("*.py"):
        found.update((key, text.strip("\"'")) for key, text in _EXAMPLE.findall(path.read_text("utf-8")))
    sentences = [(key == "title", text) for key, text in found if _SENTENCE.search(text)]
    return sorted({text for title, text in sentences if not title}), sorted(
        {text for title, text in sentences if title}
    )


class Mixer:
    """Makes texts from others.

    Args:
        chance: decides.
        texts: what :func:`known_texts` gives.
    """

    def __init__(self, chance: random.Random, texts: tuple[list[str], list[str]]) -> None:
        self.chance = chance
        self.texts, self.titles = texts
        self.rate = chance.choice(_RATES)

    def strategy(self, value: Any) -> None:
        """Exchange texts and figures within *value*."""
        if isinstance(value, dict):
            for key, inner in value.items():
                if isinstance(inner, str) and key in _TEXTS and self.chance.random() < self.rate:
                    value[key] = self.text(inner, key)
                elif key == "plan" and isinstance(inner, dict) and self.chance.random() < self.rate / 2:
                    value[key] = {year: self.figure(one) for year, one in inner.items()}
                else:
                    self.strategy(inner)
        elif isinstance(value, list):
            for inner in value:
                self.strategy(inner)

    def text(self, own: str, key: str) -> str:
        """Another text, or *own*, with some changes."""
        others = self.titles if key == "title" else self.texts
        text = self.chance.choice(others) if self.chance.random() < 0.7 else own
        for _ in range(self.chance.choice((0, 0, 1, 1, 2, 3))):
            text = self._changed(text)
        return text

    def figure(self, own: Any) -> Any:
        """Another figure, or *own*."""
        return self.chance.choice(_FIGURES) if isinstance(own, int | float) and self.chance.random() < 0.3 else own

    def _changed(self, text: str) -> str:
        words = text.split(" ")
        at = self.chance.randrange(len(words))
        word, after = words[at], words[at + 1 :]
        joined = [word + self.chance.choice(_BLANKS) + after[0], *after[1:]] if after else [word]
        ways = (
            [word.upper(), *after], [word.capitalize(), *after], [word + self.chance.choice(",.;:!…»)"), *after],
            [self.chance.choice('«(„"') + word, *after], [self.chance.choice(_INSERTED), word, *after], after, joined,
            [word.replace("ё", "е") if "ё" in word else word.replace("е", "ё", 1), *after], [word, "", *after],
            [_ENDING.sub(self.chance.choice(_ENDINGS), word), *after],
            [word[:1] + self.chance.choice(_ODD) + word[1:], *after],
            [word, *after, self.chance.choice(".;,–"), *self.chance.choice(self.texts).split(" ")],
        )  # fmt: skip
        return " ".join([*words[:at], *self.chance.choice(ways)]) or text


def mix(folder: Path, chance: random.Random, texts: tuple[list[str], list[str]]) -> None:
    """Write the real strategies to *folder*, mixed up."""
    shutil.copytree(REAL, folder, ignore=shutil.ignore_patterns(".stratkit"))
    mixer = Mixer(chance, texts)
    for path in sorted(folder.glob("*/**/*.yaml")):
        if path.relative_to(folder).parts[0] == "catalog":
            continue
        value = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        mixer.strategy(value)
        path.write_text(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")


def findings(checkout: Path, folder: Path) -> set[str]:
    """What the program in *checkout* finds in *folder*: rule, place, sentence, related places, hint and mending."""
    command = [
        sys.executable,
        "-m",
        "stratkit",
        "-C",
        str(folder),
        "lint",
        "--no-cache",
        "--jobs",
        "1",
        "--level",
        "info",
        "--format",
        "json",
    ]
    ran = subprocess.run(
        command, cwd=checkout, env={**os.environ, "PYTHONPATH": str(checkout)}, capture_output=True, check=False
    )
    if not ran.stdout:
        return {ran.stderr.decode()}
    told = ("code", "span", "message", "related", "hint", "fix")
    return {json.dumps([one[key] for key in told], ensure_ascii=False) for one in json.loads(ran.stdout)["findings"]}


def main() -> int:
    """Compare; the exit code says whether both found the same."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("checkout", type=Path, help="the former state of the program, e.g. made by git worktree")
    asked.add_argument("--runs", type=int, default=100)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    texts, found, different = known_texts(), 0, 0
    for run in range(options.runs):
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "strategies"
            mix(place, random.Random(f"{options.seed}/{run}"), texts)
            former, now = findings(options.checkout.resolve(), place), findings(REPOSITORY, place)
        found += len(now)
        different += former != now
        for sign, only in (("-", former - now), ("+", now - former)):
            for one in sorted(only):
                print(f"{options.seed}/{run} {sign} {one}", flush=True)
    print(f"runs: {options.runs}, findings: {found}, runs in which they differ: {different}")
    return int(different > 0)


if __name__ == "__main__":
    sys.exit(main())
