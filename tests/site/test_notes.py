"""What builds write down for each other: whenever one ends, the notes it left mislead no other."""

import random
import shutil
from contextlib import suppress
from itertools import count

from stratkit.source.cache import CacheFolder
from tests.site.test_make import contents, edit, make, rename_region


class DiedError(Exception):
    """The build came to an end."""


class MortalCache(CacheFolder):
    """A cache of a build that ends before it writes down its note *left*."""

    def __init__(self, folder, left):
        super().__init__(folder)
        self.left = left

    def put(self, name, key, body):
        if not self.left:
            raise DiedError
        self.left -= 1
        super().put(name, key, body)


def test_a_build_that_ended_between_two_notes_misleads_no_other(corpus, tmp_path):
    """Whatever it had written down and whichever edition stands there: the next builds are those of a clean start."""
    sides = [tmp_path / "value", tmp_path / "other value"]
    for number, root in enumerate(sides):
        shutil.copytree(corpus, root)
        edit(root / "demo/indicators/health.yaml", r"2024: \d+", f"2024: {73 + number}")
        if number:
            rename_region(root, random.Random(1))
    plain = [contents(make(root, tmp_path / f"plain {number}")) for number, root in enumerate(sides)]
    root, site, folder = tmp_path / "root", tmp_path / "site", tmp_path / "cache"

    def build(number, cache):
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(sides[number], root)
        return contents(make(root, site, cache=cache))

    for left in count():
        assert build(0, CacheFolder(folder)) == plain[0]
        mortal = MortalCache(folder, left)
        with suppress(DiedError):
            build(1, mortal)
        assert contents(site) in plain
        assert build(0, CacheFolder(folder)) == plain[0], f"after {left} notes"
        if mortal.left:
            break
    assert left > 5, "a build writes more notes"
